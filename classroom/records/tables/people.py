"""Who is there: students, their devices, teachers, and the secret of the record."""

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
)

from classroom.records.tables.columns import (
    NAME,
    UtcDateTime,
    digest_column,
    metadata,
    name_column,
    student_column,
    when_column,
)

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
    when_column("joined_at"),
    Column("kind", String(16), nullable=False, server_default="enrolled"),
)

device = Table(
    "device",
    metadata,
    digest_column("digest", key=True),
    student_column(),
    when_column("first_at"),
    when_column("seen_at"),
)

teacher_session = Table(
    "teacher_session",
    metadata,
    digest_column("digest", key=True),
    digest_column("key_digest"),
    when_column("begun_at"),
    when_column("seen_at"),
    Column("role", String(16), nullable=False, server_default="instructor"),
    Column("staff_id", ForeignKey("staff.id")),
)

teacher_link = Table(
    "teacher_link",
    metadata,
    digest_column("digest", key=True),
    when_column("made_at"),
    Column("role", String(16), nullable=False, server_default="instructor"),
    Column("staff_id", ForeignKey("staff.id")),
)

# Nothing reads or writes it today; records of earlier versions have it, and Alembic compares the two.
setting = Table(
    "setting",
    metadata,
    student_column(key=True),
    Column("language", String(8)),
    Column("theme", String(8)),
)

school_class = Table(
    "school_class",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(NAME), nullable=False, unique=True),
    Column("code", String(16), nullable=False, unique=True),
    Column("unknown_numbers", String(16), nullable=False, server_default="refuse"),
    when_column("made_at"),
    Column("closed_at", UtcDateTime),
)

pin = Table(
    "pin",
    metadata,
    student_column(key=True),
    Column("hash", String(200), nullable=False),
    when_column("set_at"),
)

pin_try = Table(
    "pin_try",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("student_id", ForeignKey("student.id")),
    digest_column("digest"),
    digest_column("address_digest"),
    Column("is_forgiven", Boolean, nullable=False),
    when_column("at"),
    Index("ix_pin_try_digest", "digest"),
    Index("ix_pin_try_at", "at"),
)

student_session = Table(
    "student_session",
    metadata,
    digest_column("digest", key=True),
    student_column(),
    when_column("begun_at"),
    when_column("seen_at"),
    Index("ix_student_session_student_id", "student_id"),
)

entry_request = Table(
    "entry_request",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("class_id", ForeignKey("school_class.id"), nullable=False),
    Column("number", String(NAME), nullable=False),
    Column("name", String(NAME), nullable=False),
    when_column("at"),
    UniqueConstraint("class_id", "number"),
)

staff = Table(
    "staff",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(NAME), nullable=False, unique=True),
    Column("role", String(16), nullable=False),
    Column("hash", String(200)),
    when_column("made_at"),
    Column("ended_at", UtcDateTime),
)

audit_entry = Table(
    "audit_entry",
    metadata,
    Column("id", Integer, primary_key=True),
    when_column("at"),
    Column("actor", String(NAME), nullable=False),
    name_column("action"),
    name_column("subject"),
    Column("detail", JSON, nullable=False),
)
