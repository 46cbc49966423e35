"""A person can be deleted: their attempts and assessments may go or lose their words, nobody else's."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_KEPT_ATTEMPT = ("id", "student_id", "variant_id", "item", "group_number", "try_number")
_KEPT_MARKS = ("score", "rate", "points", "hint_cost", "at")
_KEPT_ASSESSMENT = ("id", "attempt_id", "origin", "score", "points", '"by"', "at")
"""What stays as it is even of somebody who is deleted: marks lose their words, they are not changed."""

_OWNER = "(SELECT kind FROM student WHERE id = OLD.student_id)"
_ASSESSED = (
    "(SELECT student.kind FROM student JOIN attempt ON attempt.student_id = student.id "
    "WHERE attempt.id = OLD.attempt_id)"
)


def _same(columns: tuple[str, ...]) -> str:
    return " AND ".join(f"NEW.{name} IS OLD.{name}" for name in columns)


_SQLITE = (
    "DROP TRIGGER attempt_is_never_changed",
    "DROP TRIGGER attempt_is_never_deleted",
    "DROP TRIGGER assessment_is_never_changed",
    "DROP TRIGGER assessment_is_never_deleted",
    f"CREATE TRIGGER attempt_is_never_changed BEFORE UPDATE ON attempt WHEN {_OWNER} IS NOT 'deleted' "
    f"OR NOT ({_same(_KEPT_ATTEMPT + _KEPT_MARKS)}) "
    "BEGIN SELECT RAISE(ABORT, 'an attempt is never changed'); END",
    f"CREATE TRIGGER attempt_is_never_deleted BEFORE DELETE ON attempt WHEN {_OWNER} IS NOT 'deleted' "
    "BEGIN SELECT RAISE(ABORT, 'an attempt is never deleted'); END",
    "CREATE TRIGGER assessment_is_never_changed "
    'BEFORE UPDATE OF id, attempt_id, origin, grade, score, points, "by", why, at ON assessment '
    f"WHEN {_ASSESSED} IS NOT 'deleted' OR NOT ({_same(_KEPT_ASSESSMENT)}) "
    "BEGIN SELECT RAISE(ABORT, 'an assessment is never changed'); END",
    "CREATE TRIGGER assessment_is_never_deleted BEFORE DELETE ON assessment "
    f"WHEN {_ASSESSED} IS NOT 'deleted' "
    "BEGIN SELECT RAISE(ABORT, 'an assessment is never deleted'); END",
    "CREATE TRIGGER deleted_student_stays_deleted BEFORE UPDATE ON student WHEN OLD.kind = 'deleted' "
    "BEGIN SELECT RAISE(ABORT, 'a deleted student does not come back'); END",
)


def _function(name: str, owner: str, kept: tuple[str, ...]) -> str:
    new, old = (", ".join(f"{which}.{name}" for name in kept) for which in ("NEW", "OLD"))
    return (
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {owner} = 'deleted' THEN "
        "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; "
        f"IF ({new}) IS NOT DISTINCT FROM ({old}) THEN RETURN NEW; END IF; END IF; "
        "RAISE EXCEPTION 'this % is never changed', TG_TABLE_NAME "
        "USING ERRCODE = 'integrity_constraint_violation'; END $$"
    )


_POSTGRESQL = (
    "DROP TRIGGER attempt_is_never_changed ON attempt",
    "DROP TRIGGER assessment_is_never_changed ON assessment",
    "DROP TRIGGER assessment_is_never_deleted ON assessment",
    _function("attempt_is_kept", _OWNER, _KEPT_ATTEMPT + _KEPT_MARKS),
    _function("assessment_is_kept", _ASSESSED, _KEPT_ASSESSMENT),
    "CREATE TRIGGER attempt_is_never_changed BEFORE UPDATE OR DELETE ON attempt "
    "FOR EACH ROW EXECUTE FUNCTION attempt_is_kept()",
    "CREATE TRIGGER assessment_is_never_changed "
    'BEFORE UPDATE OF id, attempt_id, origin, grade, score, points, "by", why, at ON assessment '
    "FOR EACH ROW EXECUTE FUNCTION assessment_is_kept()",
    "CREATE TRIGGER assessment_is_never_deleted BEFORE DELETE ON assessment "
    "FOR EACH ROW EXECUTE FUNCTION assessment_is_kept()",
    "CREATE FUNCTION student_stays_deleted() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'a deleted student does not come back' "
    "USING ERRCODE = 'integrity_constraint_violation'; END $$",
    "CREATE TRIGGER deleted_student_stays_deleted BEFORE UPDATE ON student FOR EACH ROW "
    "WHEN (OLD.kind = 'deleted') EXECUTE FUNCTION student_stays_deleted()",
)


def upgrade() -> None:
    """Binds what may go to a student who is marked as deleted, which nothing undoes."""
    for statement in _POSTGRESQL if op.get_context().dialect.name == "postgresql" else _SQLITE:
        op.execute(statement)
