"""What a student has done: places, predictions, variants, responses."""

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UnicodeText,
    UniqueConstraint,
    text,
)

from classroom.records.tables.columns import (
    NAME,
    metadata,
    name_column,
    student_column,
    when_column,
    whole_column,
)

place = Table(
    "place",
    metadata,
    student_column(key=True),
    name_column("lesson", key=True),
    name_column("step"),
    when_column("at"),
)

seen = Table(
    "seen",
    metadata,
    student_column(key=True),
    name_column("lesson", key=True),
    name_column("step", key=True),
    when_column("first_at"),
)

found_way = Table(
    "found_way",
    metadata,
    student_column(key=True),
    name_column("lesson", key=True),
    name_column("step", key=True),
    Column("way", String(16), primary_key=True),
    when_column("first_at"),
)

draft = Table(
    "draft",
    metadata,
    student_column(key=True),
    name_column("item", key=True),
    Column("response", JSON, nullable=False),
    when_column("at"),
)

prediction = Table(
    "prediction",
    metadata,
    Column("id", Integer, primary_key=True),
    student_column(),
    name_column("lesson"),
    name_column("step"),
    Column("choice", String(200)),
    Column("words", UnicodeText, nullable=False),
    when_column("at"),
    Index("ix_prediction_step", "student_id", "lesson", "step"),
)

hint = Table(
    "hint",
    metadata,
    student_column(key=True),
    name_column("item", key=True),
    whole_column("group_number", key=True),
    whole_column("number", key=True),
    when_column("at"),
)

variant = Table(
    "variant",
    metadata,
    Column("id", Integer, primary_key=True),
    student_column(),
    name_column("item"),
    whole_column("group_number"),
    Column("body", JSON, nullable=False),
    Column("wording", String(64), nullable=False),
    when_column("drawn_at"),
    UniqueConstraint("student_id", "item", "group_number"),
)

attempt = Table(
    "attempt",
    metadata,
    Column("id", Integer, primary_key=True),
    student_column(),
    Column("variant_id", ForeignKey("variant.id"), nullable=False),
    name_column("item"),
    whole_column("group_number"),
    whole_column("try_number"),
    Column("response", JSON, nullable=False),
    Column("response_digest", String(64), nullable=False),
    Column("grade", JSON, nullable=False),
    Column("score", Float, nullable=False),
    Column("rate", Float, nullable=False),
    Column("points", Float, nullable=False),
    Column("hint_cost", Float, nullable=False),
    when_column("at"),
    UniqueConstraint("student_id", "item", "group_number", "try_number"),
    CheckConstraint("score >= 0 AND score <= 1", name="score_is_a_share"),
    CheckConstraint("points >= 0 AND points <= 1", name="points_are_a_share"),
    CheckConstraint("try_number >= 1", name="tries_count_from_one"),
)

assessment = Table(
    "assessment",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("attempt_id", ForeignKey("attempt.id"), nullable=False),
    Column("origin", String(16), nullable=False),
    Column("grade", JSON, nullable=False),
    Column("score", Float, nullable=False),
    Column("points", Float, nullable=False),
    Column("by", String(NAME), nullable=False),
    Column("why", UnicodeText, nullable=False),
    when_column("at"),
    Column("is_current", Boolean, nullable=False),
    Index("ix_assessment_attempt_id", "attempt_id"),
    Index(
        "uq_assessment_current",
        "attempt_id",
        unique=True,
        sqlite_where=text("is_current"),
        postgresql_where=text("is_current"),
    ),
    CheckConstraint("score >= 0 AND score <= 1", name="score_is_a_share"),
    CheckConstraint("points >= 0 AND points <= 1", name="points_are_a_share"),
)

saved_comment = Table(
    "saved_comment",
    metadata,
    Column("id", Integer, primary_key=True),
    name_column("item"),
    Column("words", UnicodeText, nullable=False),
    Column("by", String(NAME), nullable=False),
    when_column("at"),
    Index("ix_saved_comment_item", "item"),
)

work_setting = Table(
    "work_setting",
    metadata,
    student_column(key=True),
    name_column("lesson", key=True),
    name_column("step", key=True),
    Column("values", JSON, nullable=False),
    when_column("at"),
)
