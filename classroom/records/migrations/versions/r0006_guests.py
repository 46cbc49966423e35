"""Guests of an open lab, each known by a cookie, and teachers who came in with the key or a link."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

WHEN = sa.DateTime(timezone=True)
DIGEST = sa.String(64)


def upgrade() -> None:
    """Says of each student who it is; the first student of an older record is the owner of the computer."""
    op.add_column("student", sa.Column("kind", sa.String(16), nullable=False, server_default="enrolled"))
    op.execute("UPDATE student SET kind = 'owner' WHERE id = (SELECT min(id) FROM student)")
    op.create_table(
        "device",
        sa.Column("digest", DIGEST, nullable=False),
        sa.Column("student_id", sa.Integer(), nullable=False),
        sa.Column("first_at", WHEN, nullable=False),
        sa.Column("seen_at", WHEN, nullable=False),
        sa.ForeignKeyConstraint(["student_id"], ["student.id"], name="fk_device_student_id"),
        sa.PrimaryKeyConstraint("digest", name="pk_device"),
    )
    op.create_table(
        "teacher_session",
        sa.Column("digest", DIGEST, nullable=False),
        sa.Column("key_digest", DIGEST, nullable=False),
        sa.Column("begun_at", WHEN, nullable=False),
        sa.Column("seen_at", WHEN, nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_teacher_session"),
    )
    op.create_table(
        "teacher_link",
        sa.Column("digest", DIGEST, nullable=False),
        sa.Column("made_at", WHEN, nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_teacher_link"),
    )
