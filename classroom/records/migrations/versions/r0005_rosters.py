"""Class tools: who is in a class, who was called, who is absent today, and what the tools were left at."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

WHEN = sa.DateTime(timezone=True)
NAME = sa.String(80)


def upgrade() -> None:
    """Makes the four tables; all in them can be deleted."""
    op.create_table(
        "roster_member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("class_name", NAME, nullable=False),
        sa.Column("number", NAME, nullable=False),
        sa.Column("name", NAME, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_roster_member"),
        sa.UniqueConstraint("class_name", "number", "name", name="uq_roster_member_class_name"),
    )
    op.create_table(
        "roster_call",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("at", WHEN, nullable=False),
        sa.Column("is_undone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["roster_member.id"], name="fk_roster_call_member_id"),
        sa.PrimaryKeyConstraint("id", name="pk_roster_call"),
    )
    op.create_index("ix_roster_call_member_id", "roster_call", ["member_id"])
    op.create_table(
        "roster_absence",
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["roster_member.id"], name="fk_roster_absence_member_id"),
        sa.PrimaryKeyConstraint("member_id", "day", name="pk_roster_absence"),
    )
    op.create_table(
        "tool_note",
        sa.Column("tool", sa.String(20), nullable=False),
        sa.Column("of", sa.String(200), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("at", WHEN, nullable=False),
        sa.PrimaryKeyConstraint("tool", "of", name="pk_tool_note"),
    )
