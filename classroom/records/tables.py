"""The pages of the class book: of each student, of the files of the course, of class hours."""

from datetime import UTC, datetime
from typing import Final

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    TypeDecorator,
    UnicodeText,
    UniqueConstraint,
)

NAME: Final = 80
"""The most letters in a name; class names and numbers are held to the same."""


class UtcDateTime(TypeDecorator[datetime]):
    """A point in time; goes in with any time zone and comes out in UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """UTC, since SQLite forgets the zone; a time without zone is a mistake of the caller."""
        if value is not None and value.tzinfo is None:
            raise ValueError("the clock must tell its time zone")
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """The time as it went in, in UTC."""
        if value is None or value.tzinfo is not None:
            return value and value.astimezone(UTC)
        return value.replace(tzinfo=UTC)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _student(*, key: bool = False) -> Column[int]:
    return Column("student_id", ForeignKey("student.id"), primary_key=key, nullable=False)


def _name(name: str, *, key: bool = False) -> Column[str]:
    return Column(name, String(200), primary_key=key, nullable=False)


def _digest(name: str, *, key: bool = False) -> Column[str]:
    """The SHA-256 of a secret that only its owner holds: whoever reads the record cannot use it."""
    return Column(name, String(64), primary_key=key, nullable=False)


def _when(name: str) -> Column[datetime]:
    return Column(name, UtcDateTime, nullable=False)


def _whole(name: str, *, key: bool = False) -> Column[int]:
    return Column(name, Integer, primary_key=key, autoincrement=False, nullable=False)


secret = Table(
    "secret",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("value", LargeBinary(32), nullable=False),
    CheckConstraint("id = 1", name="only_one"),
)

student = Table(
    "student",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", String(NAME), nullable=False),
    Column("name", String(NAME), nullable=False),
    Column("class_name", String(NAME), nullable=False),
    _when("joined_at"),
    Column("kind", String(16), nullable=False, server_default="enrolled"),
)

device = Table(
    "device",
    metadata,
    _digest("digest", key=True),
    _student(),
    _when("first_at"),
    _when("seen_at"),
)

teacher_session = Table(
    "teacher_session",
    metadata,
    _digest("digest", key=True),
    _digest("key_digest"),
    _when("begun_at"),
    _when("seen_at"),
)

teacher_link = Table("teacher_link", metadata, _digest("digest", key=True), _when("made_at"))

# Nothing reads or writes it today; records of earlier versions have it, and Alembic compares the two.
setting = Table(
    "setting",
    metadata,
    _student(key=True),
    Column("language", String(8)),
    Column("theme", String(8)),
)

place = Table("place", metadata, _student(key=True), _name("lesson", key=True), _name("step"), _when("at"))

seen = Table(
    "seen",
    metadata,
    _student(key=True),
    _name("lesson", key=True),
    _name("step", key=True),
    _when("first_at"),
)

draft = Table(
    "draft",
    metadata,
    _student(key=True),
    _name("item", key=True),
    Column("response", JSON, nullable=False),
    _when("at"),
)

prediction = Table(
    "prediction",
    metadata,
    Column("id", Integer, primary_key=True),
    _student(),
    _name("lesson"),
    _name("step"),
    Column("choice", String(200)),
    Column("words", UnicodeText, nullable=False),
    _when("at"),
    Index("ix_prediction_step", "student_id", "lesson", "step"),
)

hint = Table(
    "hint",
    metadata,
    _student(key=True),
    _name("item", key=True),
    _whole("group_number", key=True),
    _whole("number", key=True),
    _when("at"),
)

variant = Table(
    "variant",
    metadata,
    Column("id", Integer, primary_key=True),
    _student(),
    _name("item"),
    _whole("group_number"),
    Column("body", JSON, nullable=False),
    Column("wording", String(64), nullable=False),
    _when("drawn_at"),
    UniqueConstraint("student_id", "item", "group_number"),
)

attempt = Table(
    "attempt",
    metadata,
    Column("id", Integer, primary_key=True),
    _student(),
    Column("variant_id", ForeignKey("variant.id"), nullable=False),
    _name("item"),
    _whole("group_number"),
    _whole("try_number"),
    Column("response", JSON, nullable=False),
    Column("response_digest", String(64), nullable=False),
    Column("grade", JSON, nullable=False),
    Column("score", Float, nullable=False),
    Column("rate", Float, nullable=False),
    Column("points", Float, nullable=False),
    Column("hint_cost", Float, nullable=False),
    _when("at"),
    UniqueConstraint("student_id", "item", "group_number", "try_number"),
    CheckConstraint("score >= 0 AND score <= 1", name="score_is_a_share"),
    CheckConstraint("points >= 0 AND points <= 1", name="points_are_a_share"),
    CheckConstraint("try_number >= 1", name="tries_count_from_one"),
)

revision = Table(
    "revision",
    metadata,
    Column("id", Integer, primary_key=True),
    _name("file"),
    Column("text", UnicodeText, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("author", String(NAME), nullable=False),
    Column("why", String(20), nullable=False),
    _when("at"),
    Index("ix_revision_file", "file"),
)

unsaved = Table(
    "unsaved",
    metadata,
    _name("file", key=True),
    Column("author", String(NAME), primary_key=True),
    Column("text", UnicodeText, nullable=False),
    Column("base", String(64)),
    _when("at"),
)

roster_member = Table(
    "roster_member",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("class_name", String(NAME), nullable=False),
    Column("number", String(NAME), nullable=False),
    Column("name", String(NAME), nullable=False),
    _whole("place"),
    UniqueConstraint("class_name", "number", "name"),
)

roster_call = Table(
    "roster_call",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("member_id", ForeignKey("roster_member.id"), nullable=False),
    _when("at"),
    Column("is_undone", Boolean, nullable=False),
    Index("ix_roster_call_member_id", "member_id"),
)

roster_absence = Table(
    "roster_absence",
    metadata,
    Column("member_id", ForeignKey("roster_member.id"), primary_key=True, nullable=False),
    Column("day", Date, primary_key=True, nullable=False),
)

tool_note = Table(
    "tool_note",
    metadata,
    Column("tool", String(20), primary_key=True, nullable=False),
    _name("of", key=True),
    Column("value", JSON, nullable=False),
    _when("at"),
)

presentation = Table(
    "presentation",
    metadata,
    Column("id", Integer, primary_key=True),
    _name("lesson"),
    Column("presenter", String(NAME), nullable=False),
    Column("class_name", String(NAME), nullable=False),
    _whole("run"),
    Column("state", JSON, nullable=False),
    Column("moment", BigInteger, nullable=False),
    _name("step"),
    Column("since", UtcDateTime),
    _when("opened_at"),
    Column("started_at", UtcDateTime),
    _when("kept_at"),
    Column("ended_at", UtcDateTime),
    UniqueConstraint("lesson", "presenter", "run"),
)

pace = Table(
    "pace",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("presentation_id", ForeignKey("presentation.id"), nullable=False),
    _name("step"),
    _name("stage"),
    Column("planned", Float, nullable=False),
    Column("seconds", Float, nullable=False),
    UniqueConstraint("presentation_id", "step"),
    CheckConstraint("seconds >= 0", name="time_goes_on"),
)
