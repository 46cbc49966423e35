"""On the projector: where a presentation stands, and how long each step of it took."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

WHEN = sa.DateTime(timezone=True)
NAME = sa.String(80)
KEY = sa.String(200)


def upgrade() -> None:
    """Makes the two tables."""
    op.create_table(
        "presentation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("lesson", KEY, nullable=False),
        sa.Column("presenter", NAME, nullable=False),
        sa.Column("class_name", NAME, nullable=False),
        sa.Column("run", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("state", sa.JSON(), nullable=False),
        sa.Column("moment", sa.BigInteger(), nullable=False),
        sa.Column("step", KEY, nullable=False),
        sa.Column("since", WHEN),
        sa.Column("opened_at", WHEN, nullable=False),
        sa.Column("started_at", WHEN),
        sa.Column("kept_at", WHEN, nullable=False),
        sa.Column("ended_at", WHEN),
        sa.PrimaryKeyConstraint("id", name="pk_presentation"),
        sa.UniqueConstraint("lesson", "presenter", "run", name="uq_presentation_lesson"),
    )
    op.create_table(
        "pace",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("presentation_id", sa.Integer(), nullable=False),
        sa.Column("step", KEY, nullable=False),
        sa.Column("stage", KEY, nullable=False),
        sa.Column("planned", sa.Float(), nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_pace"),
        sa.ForeignKeyConstraint(["presentation_id"], ["presentation.id"], name="fk_pace_presentation_id"),
        sa.UniqueConstraint("presentation_id", "step", name="uq_pace_presentation_id"),
        sa.CheckConstraint("seconds >= 0", name="ck_pace_time_goes_on"),
    )
