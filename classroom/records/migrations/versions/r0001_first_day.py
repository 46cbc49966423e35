"""The first day: students, where they are, what they were asked and what they answered."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

WHEN = sa.DateTime(timezone=True)
NAME = sa.String(200)


def upgrade() -> None:
    """Makes every table of an empty record."""
    _people()
    _walk()
    _answers_in_the_making()
    _variants()
    _attempts()


def _student(table: str) -> tuple[sa.Column[int], sa.ForeignKeyConstraint]:
    key = sa.ForeignKeyConstraint(["student_id"], ["student.id"], name=f"fk_{table}_student_id")
    return sa.Column("student_id", sa.Integer(), nullable=False), key


def _people() -> None:
    op.create_table(
        "secret",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("value", sa.LargeBinary(32), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_secret_only_one")),
        sa.PrimaryKeyConstraint("id", name="pk_secret"),
    )
    op.create_table(
        "student",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(80), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("class_name", sa.String(80), nullable=False),
        sa.Column("joined_at", WHEN, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_student"),
    )
    op.create_table(
        "setting",
        *_student("setting"),
        sa.Column("language", sa.String(8)),
        sa.Column("theme", sa.String(8)),
        sa.PrimaryKeyConstraint("student_id", name="pk_setting"),
    )


def _walk() -> None:
    op.create_table(
        "place",
        *_student("place"),
        sa.Column("lesson", NAME, nullable=False),
        sa.Column("step", NAME, nullable=False),
        sa.Column("at", WHEN, nullable=False),
        sa.PrimaryKeyConstraint("student_id", "lesson", name="pk_place"),
    )
    op.create_table(
        "seen",
        *_student("seen"),
        sa.Column("lesson", NAME, nullable=False),
        sa.Column("step", NAME, nullable=False),
        sa.Column("first_at", WHEN, nullable=False),
        sa.PrimaryKeyConstraint("student_id", "lesson", "step", name="pk_seen"),
    )


def _answers_in_the_making() -> None:
    op.create_table(
        "draft",
        *_student("draft"),
        sa.Column("item", NAME, nullable=False),
        sa.Column("response", sa.JSON(), nullable=False),
        sa.Column("at", WHEN, nullable=False),
        sa.PrimaryKeyConstraint("student_id", "item", name="pk_draft"),
    )
    op.create_table(
        "prediction",
        sa.Column("id", sa.Integer(), nullable=False),
        *_student("prediction"),
        sa.Column("lesson", NAME, nullable=False),
        sa.Column("step", NAME, nullable=False),
        sa.Column("choice", NAME),
        sa.Column("words", sa.UnicodeText(), nullable=False),
        sa.Column("at", WHEN, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_prediction"),
    )
    op.create_index("ix_prediction_step", "prediction", ["student_id", "lesson", "step"])
    op.create_table(
        "hint",
        *_student("hint"),
        sa.Column("item", NAME, nullable=False),
        sa.Column("group_number", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("number", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("at", WHEN, nullable=False),
        sa.PrimaryKeyConstraint("student_id", "item", "group_number", "number", name="pk_hint"),
    )


def _variants() -> None:
    op.create_table(
        "variant",
        sa.Column("id", sa.Integer(), nullable=False),
        *_student("variant"),
        sa.Column("item", NAME, nullable=False),
        sa.Column("group_number", sa.Integer(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("wording", sa.String(64), nullable=False),
        sa.Column("drawn_at", WHEN, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_variant"),
        sa.UniqueConstraint("student_id", "item", "group_number", name="uq_variant_student_id"),
    )


def _attempts() -> None:
    one_try = ("student_id", "item", "group_number", "try_number")
    op.create_table(
        "attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        *_student("attempt"),
        sa.Column("variant_id", sa.Integer(), nullable=False),
        sa.Column("item", NAME, nullable=False),
        sa.Column("group_number", sa.Integer(), nullable=False),
        sa.Column("try_number", sa.Integer(), nullable=False),
        sa.Column("response", sa.JSON(), nullable=False),
        sa.Column("response_digest", sa.String(64), nullable=False),
        sa.Column("grade", sa.JSON(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("rate", sa.Float(), nullable=False),
        sa.Column("points", sa.Float(), nullable=False),
        sa.Column("hint_cost", sa.Float(), nullable=False),
        sa.Column("at", WHEN, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_attempt"),
        sa.ForeignKeyConstraint(["variant_id"], ["variant.id"], name="fk_attempt_variant_id"),
        sa.UniqueConstraint(*one_try, name="uq_attempt_student_id"),
        sa.CheckConstraint("score >= 0 AND score <= 1", name=op.f("ck_attempt_score_is_a_share")),
        sa.CheckConstraint("points >= 0 AND points <= 1", name=op.f("ck_attempt_points_are_a_share")),
        sa.CheckConstraint("try_number >= 1", name=op.f("ck_attempt_tries_count_from_one")),
    )
