"""What a student has answered is only ever added to: the database itself refuses to change it."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_SQLITE = (
    "CREATE TRIGGER attempt_is_never_changed BEFORE UPDATE ON attempt "
    "BEGIN SELECT RAISE(ABORT, 'an attempt is never changed'); END",
    "CREATE TRIGGER attempt_is_never_deleted BEFORE DELETE ON attempt "
    "BEGIN SELECT RAISE(ABORT, 'an attempt is never deleted'); END",
    # INSERT OR REPLACE deletes without asking the trigger above
    "CREATE TRIGGER attempt_is_never_replaced BEFORE INSERT ON attempt "
    "WHEN EXISTS (SELECT 1 FROM attempt WHERE id = NEW.id OR (student_id = NEW.student_id "
    "AND item = NEW.item AND group_number = NEW.group_number AND try_number = NEW.try_number)) "
    "BEGIN SELECT RAISE(ABORT, 'an attempt is never replaced'); END",
    "CREATE TRIGGER variant_is_never_changed BEFORE UPDATE ON variant "
    "BEGIN SELECT RAISE(ABORT, 'a variant is never changed'); END",
)
_POSTGRESQL = (
    "CREATE FUNCTION never_changed() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'this % is never changed', TG_TABLE_NAME "
    "USING ERRCODE = 'integrity_constraint_violation'; END $$",
    "CREATE TRIGGER attempt_is_never_changed BEFORE UPDATE OR DELETE ON attempt "
    "FOR EACH ROW EXECUTE FUNCTION never_changed()",
    "CREATE TRIGGER attempt_is_never_emptied BEFORE TRUNCATE ON attempt "
    "FOR EACH STATEMENT EXECUTE FUNCTION never_changed()",
    "CREATE TRIGGER variant_is_never_changed BEFORE UPDATE ON variant "
    "FOR EACH ROW EXECUTE FUNCTION never_changed()",
)


def upgrade() -> None:
    """Lets attempts and variants be added, but not changed; an attempt keeps its variant."""
    for statement in _POSTGRESQL if op.get_context().dialect.name == "postgresql" else _SQLITE:
        op.execute(statement)
