"""What a student has found in a simulation that was to be found there."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

WORD = sa.String(200)


def upgrade() -> None:
    """Makes the table: one row for each way of a task, when it was gone first."""
    op.create_table(
        "found_way",
        sa.Column("student_id", sa.Integer(), nullable=False),
        sa.Column("lesson", WORD, nullable=False),
        sa.Column("step", WORD, nullable=False),
        sa.Column("way", sa.String(16), nullable=False),
        sa.Column("first_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["student_id"], ["student.id"], name="fk_found_way_student_id"),
        sa.PrimaryKeyConstraint("student_id", "lesson", "step", "way", name="pk_found_way"),
    )
