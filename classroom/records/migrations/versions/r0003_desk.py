"""The teacher's desk: every text that a file of the course has had, and what is not saved yet."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

WHEN = sa.DateTime(timezone=True)
FILE = sa.String(200)
NAME = sa.String(80)
DIGEST = sa.String(64)

_SQLITE = (
    "CREATE TRIGGER revision_is_never_changed BEFORE UPDATE ON revision "
    "BEGIN SELECT RAISE(ABORT, 'a revision is never changed'); END",
    "CREATE TRIGGER revision_is_never_deleted BEFORE DELETE ON revision "
    "BEGIN SELECT RAISE(ABORT, 'a revision is never deleted'); END",
    # INSERT OR REPLACE deletes without asking the trigger above
    "CREATE TRIGGER revision_is_never_replaced BEFORE INSERT ON revision "
    "WHEN EXISTS (SELECT 1 FROM revision WHERE id = NEW.id) "
    "BEGIN SELECT RAISE(ABORT, 'a revision is never replaced'); END",
)
_POSTGRESQL = (
    "CREATE TRIGGER revision_is_never_changed BEFORE UPDATE OR DELETE ON revision "
    "FOR EACH ROW EXECUTE FUNCTION never_changed()",
    "CREATE TRIGGER revision_is_never_emptied BEFORE TRUNCATE ON revision "
    "FOR EACH STATEMENT EXECUTE FUNCTION never_changed()",
)


def upgrade() -> None:
    """Makes the two tables; revisions can be added, but not changed."""
    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("file", FILE, nullable=False),
        sa.Column("text", sa.UnicodeText(), nullable=False),
        sa.Column("digest", DIGEST, nullable=False),
        sa.Column("author", NAME, nullable=False),
        sa.Column("why", sa.String(20), nullable=False),
        sa.Column("at", WHEN, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_revision"),
    )
    op.create_index("ix_revision_file", "revision", ["file"])
    op.create_table(
        "unsaved",
        sa.Column("file", FILE, nullable=False),
        sa.Column("author", NAME, nullable=False),
        sa.Column("text", sa.UnicodeText(), nullable=False),
        sa.Column("base", DIGEST),
        sa.Column("at", WHEN, nullable=False),
        sa.PrimaryKeyConstraint("file", "author", name="pk_unsaved"),
    )
    for statement in _POSTGRESQL if op.get_context().dialect.name == "postgresql" else _SQLITE:
        op.execute(statement)
