"""Classes that students sign in to, what they are set, and marks that are assessed, entered and regraded."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

WHEN = sa.DateTime(timezone=True)
NAME = sa.String(80)
WORD = sa.String(200)
KIND = sa.String(16)
DIGEST = sa.String(64)


_ADDED = (
    ("roster_member", sa.Column("student_id", sa.Integer(), sa.ForeignKey("student.id"))),
    ("teacher_session", sa.Column("role", KIND, nullable=False, server_default="instructor")),
    ("teacher_session", sa.Column("staff_id", sa.Integer(), sa.ForeignKey("staff.id"))),
    ("teacher_link", sa.Column("role", KIND, nullable=False, server_default="instructor")),
    ("teacher_link", sa.Column("staff_id", sa.Integer(), sa.ForeignKey("staff.id"))),
)
_SQLITE = (
    "CREATE TRIGGER assessment_is_never_changed "
    'BEFORE UPDATE OF id, attempt_id, origin, grade, score, points, "by", why, at ON assessment '
    "BEGIN SELECT RAISE(ABORT, 'an assessment is never changed'); END",
    "CREATE TRIGGER assessment_is_never_deleted BEFORE DELETE ON assessment "
    "BEGIN SELECT RAISE(ABORT, 'an assessment is never deleted'); END",
    "CREATE TRIGGER mark_entry_is_never_changed BEFORE UPDATE ON mark_entry "
    "BEGIN SELECT RAISE(ABORT, 'a mark entry is never changed'); END",
    "CREATE TRIGGER audit_entry_is_never_changed BEFORE UPDATE ON audit_entry "
    "BEGIN SELECT RAISE(ABORT, 'an audit entry is never changed'); END",
    "CREATE TRIGGER audit_entry_is_never_deleted BEFORE DELETE ON audit_entry "
    "BEGIN SELECT RAISE(ABORT, 'an audit entry is never deleted'); END",
)
_POSTGRESQL = (
    "CREATE TRIGGER assessment_is_never_changed "
    'BEFORE UPDATE OF id, attempt_id, origin, grade, score, points, "by", why, at ON assessment '
    "FOR EACH ROW EXECUTE FUNCTION never_changed()",
    "CREATE TRIGGER assessment_is_never_deleted BEFORE DELETE ON assessment "
    "FOR EACH ROW EXECUTE FUNCTION never_changed()",
    "CREATE TRIGGER mark_entry_is_never_changed BEFORE UPDATE ON mark_entry "
    "FOR EACH ROW EXECUTE FUNCTION never_changed()",
    "CREATE TRIGGER audit_entry_is_never_changed BEFORE UPDATE OR DELETE ON audit_entry "
    "FOR EACH ROW EXECUTE FUNCTION never_changed()",
    "CREATE TRIGGER assessment_is_never_emptied BEFORE TRUNCATE ON assessment "
    "FOR EACH STATEMENT EXECUTE FUNCTION never_changed()",
    "CREATE TRIGGER audit_entry_is_never_emptied BEFORE TRUNCATE ON audit_entry "
    "FOR EACH STATEMENT EXECUTE FUNCTION never_changed()",
)


def upgrade() -> None:
    """Adds their tables; what was assessed, entered or noted in the audit log is never changed."""
    _classes()
    _staff()
    _work()
    _assignments()
    _marks()
    _peers()
    for table, column in _ADDED:
        op.add_column(table, column, inline_references=True)
    for statement in _POSTGRESQL if op.get_context().dialect.name == "postgresql" else _SQLITE:
        op.execute(statement)


def _classes() -> None:
    """What classes are and who signs in to them."""
    op.create_table(
        "school_class",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", NAME, nullable=False),
        sa.Column("code", KIND, nullable=False),
        sa.Column("unknown_numbers", KIND, server_default="refuse", nullable=False),
        sa.Column("made_at", WHEN, nullable=False),
        sa.Column("closed_at", WHEN, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_school_class"),
        sa.UniqueConstraint("code", name="uq_school_class_code"),
        sa.UniqueConstraint("name", name="uq_school_class_name"),
    )
    op.create_table(
        "pin",
        sa.Column("student_id", sa.Integer(), nullable=False),
        sa.Column("hash", WORD, nullable=False),
        sa.Column("set_at", WHEN, nullable=False),
        sa.ForeignKeyConstraint(["student_id"], ["student.id"], name="fk_pin_student_id"),
        sa.PrimaryKeyConstraint("student_id", name="pk_pin"),
    )
    op.create_table(
        "student_session",
        sa.Column("digest", DIGEST, nullable=False),
        sa.Column("student_id", sa.Integer(), nullable=False),
        sa.Column("begun_at", WHEN, nullable=False),
        sa.Column("seen_at", WHEN, nullable=False),
        sa.ForeignKeyConstraint(["student_id"], ["student.id"], name="fk_student_session_student_id"),
        sa.PrimaryKeyConstraint("digest", name="pk_student_session"),
    )
    op.create_index("ix_student_session_student_id", "student_session", ["student_id"])
    op.create_table(
        "entry_request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("number", NAME, nullable=False),
        sa.Column("name", NAME, nullable=False),
        sa.Column("at", WHEN, nullable=False),
        sa.ForeignKeyConstraint(["class_id"], ["school_class.id"], name="fk_entry_request_class_id"),
        sa.PrimaryKeyConstraint("id", name="pk_entry_request"),
        sa.UniqueConstraint("class_id", "number", name="uq_entry_request_class_id"),
    )


def _staff() -> None:
    """Who teaches, and what they did."""
    op.create_table(
        "staff",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", NAME, nullable=False),
        sa.Column("role", KIND, nullable=False),
        sa.Column("hash", WORD, nullable=True),
        sa.Column("made_at", WHEN, nullable=False),
        sa.Column("ended_at", WHEN, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_staff"),
        sa.UniqueConstraint("name", name="uq_staff_name"),
    )
    op.create_table(
        "audit_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", WHEN, nullable=False),
        sa.Column("actor", NAME, nullable=False),
        sa.Column("action", WORD, nullable=False),
        sa.Column("subject", WORD, nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_entry"),
    )


def _work() -> None:
    """What becomes of a response after it was marked, and what a student has set."""
    op.create_table(
        "assessment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("attempt_id", sa.Integer(), nullable=False),
        sa.Column("origin", KIND, nullable=False),
        sa.Column("grade", sa.JSON(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("points", sa.Float(), nullable=False),
        sa.Column("by", NAME, nullable=False),
        sa.Column("why", sa.UnicodeText(), nullable=False),
        sa.Column("at", WHEN, nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.CheckConstraint("points >= 0 AND points <= 1", name="ck_assessment_points_are_a_share"),
        sa.CheckConstraint("score >= 0 AND score <= 1", name="ck_assessment_score_is_a_share"),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempt.id"], name="fk_assessment_attempt_id"),
        sa.PrimaryKeyConstraint("id", name="pk_assessment"),
    )
    op.create_index("ix_assessment_attempt_id", "assessment", ["attempt_id"])
    current = sa.text("is_current")
    op.create_index(
        "uq_assessment_current",
        "assessment",
        ["attempt_id"],
        unique=True,
        sqlite_where=current,
        postgresql_where=current,
    )
    op.create_table(
        "saved_comment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("item", WORD, nullable=False),
        sa.Column("words", sa.UnicodeText(), nullable=False),
        sa.Column("by", NAME, nullable=False),
        sa.Column("at", WHEN, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_saved_comment"),
    )
    op.create_index("ix_saved_comment_item", "saved_comment", ["item"])
    op.create_table(
        "work_setting",
        sa.Column("student_id", sa.Integer(), nullable=False),
        sa.Column("lesson", WORD, nullable=False),
        sa.Column("step", WORD, nullable=False),
        sa.Column("values", sa.JSON(), nullable=False),
        sa.Column("at", WHEN, nullable=False),
        sa.ForeignKeyConstraint(["student_id"], ["student.id"], name="fk_work_setting_student_id"),
        sa.PrimaryKeyConstraint("student_id", "lesson", "step", name="pk_work_setting"),
    )


def _assignments() -> None:
    """What a class is set."""
    op.create_table(
        "assignment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("lesson", WORD, nullable=True),
        sa.Column("mode", KIND, nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("by", NAME, nullable=False),
        sa.Column("at", WHEN, nullable=False),
        sa.Column("released_at", WHEN, nullable=True),
        sa.Column("ended_at", WHEN, nullable=True),
        sa.ForeignKeyConstraint(["class_id"], ["school_class.id"], name="fk_assignment_class_id"),
        sa.PrimaryKeyConstraint("id", name="pk_assignment"),
    )
    op.create_index("ix_assignment_class_id", "assignment", ["class_id"])
    op.create_table(
        "extension",
        sa.Column("assignment_id", sa.Integer(), nullable=False),
        sa.Column("student_id", sa.Integer(), nullable=False),
        sa.Column("due_at", WHEN, nullable=True),
        sa.Column("time_factor", sa.Float(), nullable=True),
        sa.Column("extra_tries", sa.Integer(), nullable=True),
        sa.Column("why", sa.UnicodeText(), nullable=False),
        sa.Column("by", NAME, nullable=False),
        sa.Column("at", WHEN, nullable=False),
        sa.ForeignKeyConstraint(["assignment_id"], ["assignment.id"], name="fk_extension_assignment_id"),
        sa.ForeignKeyConstraint(["student_id"], ["student.id"], name="fk_extension_student_id"),
        sa.PrimaryKeyConstraint("assignment_id", "student_id", name="pk_extension"),
    )
    op.create_table(
        "sitting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("assignment_id", sa.Integer(), nullable=False),
        sa.Column("student_id", sa.Integer(), nullable=False),
        sa.Column("items", sa.JSON(), nullable=False),
        sa.Column("begun_at", WHEN, nullable=False),
        sa.Column("ends_at", WHEN, nullable=False),
        sa.Column("handed_in_at", WHEN, nullable=True),
        sa.Column("handed_in_by", KIND, nullable=True),
        sa.ForeignKeyConstraint(["assignment_id"], ["assignment.id"], name="fk_sitting_assignment_id"),
        sa.ForeignKeyConstraint(["student_id"], ["student.id"], name="fk_sitting_student_id"),
        sa.PrimaryKeyConstraint("id", name="pk_sitting"),
        sa.UniqueConstraint("assignment_id", "student_id", name="uq_sitting_assignment_id"),
    )


def _marks() -> None:
    """Marks beyond single questions."""
    op.create_table(
        "mark_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("student_id", sa.Integer(), nullable=False),
        sa.Column("part", WORD, nullable=False),
        sa.Column("value", sa.Float(), nullable=True),
        sa.Column("is_excused", sa.Boolean(), nullable=False),
        sa.Column("why", sa.UnicodeText(), nullable=False),
        sa.Column("by", NAME, nullable=False),
        sa.Column("at", WHEN, nullable=False),
        sa.ForeignKeyConstraint(["student_id"], ["student.id"], name="fk_mark_entry_student_id"),
        sa.PrimaryKeyConstraint("id", name="pk_mark_entry"),
    )
    op.create_index("ix_mark_entry_student_id", "mark_entry", ["student_id", "part"])
    op.create_table(
        "attendance",
        sa.Column("student_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("status", KIND, nullable=False),
        sa.Column("by", NAME, nullable=False),
        sa.Column("at", WHEN, nullable=False),
        sa.ForeignKeyConstraint(["student_id"], ["student.id"], name="fk_attendance_student_id"),
        sa.PrimaryKeyConstraint("student_id", "day", name="pk_attendance"),
    )


def _peers() -> None:
    """Ratings by peers."""
    op.create_table(
        "peer_round",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("by", NAME, nullable=False),
        sa.Column("opened_at", WHEN, nullable=False),
        sa.Column("closed_at", WHEN, nullable=True),
        sa.ForeignKeyConstraint(["class_id"], ["school_class.id"], name="fk_peer_round_class_id"),
        sa.PrimaryKeyConstraint("id", name="pk_peer_round"),
    )
    op.create_table(
        "peer_member",
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("student_id", sa.Integer(), nullable=False),
        sa.Column("group_name", NAME, nullable=False),
        sa.ForeignKeyConstraint(["round_id"], ["peer_round.id"], name="fk_peer_member_round_id"),
        sa.ForeignKeyConstraint(["student_id"], ["student.id"], name="fk_peer_member_student_id"),
        sa.PrimaryKeyConstraint("round_id", "student_id", name="pk_peer_member"),
    )
    op.create_table(
        "peer_rating",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("rater", NAME, nullable=False),
        sa.Column("rated", NAME, nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("at", WHEN, nullable=False),
        sa.ForeignKeyConstraint(["round_id"], ["peer_round.id"], name="fk_peer_rating_round_id"),
        sa.PrimaryKeyConstraint("id", name="pk_peer_rating"),
        sa.UniqueConstraint("round_id", "rater", "rated", name="uq_peer_rating_round_id"),
    )
