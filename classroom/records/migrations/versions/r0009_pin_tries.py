"""The PINs that were tried are counted in the record, so that two labs on it count together."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

DIGEST = sa.String(64)


def upgrade() -> None:
    """Makes the table; its rows are deleted after a day."""
    op.create_table(
        "pin_try",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("student_id", sa.Integer()),
        sa.Column("digest", DIGEST, nullable=False),
        sa.Column("address_digest", DIGEST, nullable=False),
        sa.Column("is_forgiven", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["student_id"], ["student.id"], name="fk_pin_try_student_id"),
        sa.PrimaryKeyConstraint("id", name="pk_pin_try"),
    )
    op.create_index("ix_pin_try_digest", "pin_try", ["digest"])
    op.create_index("ix_pin_try_at", "pin_try", ["at"])
