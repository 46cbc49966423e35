"""What a class is set: assignments, what single students are allowed beyond them, and sittings of exams."""

from sqlalchemy import (
    JSON,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UnicodeText,
    UniqueConstraint,
)

from classroom.records.tables.columns import NAME, UtcDateTime, metadata, student_column, when_column

assignment = Table(
    "assignment",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("class_id", ForeignKey("school_class.id"), nullable=False),
    Column("lesson", String(200)),
    Column("mode", String(16), nullable=False),
    Column("body", JSON, nullable=False),
    Column("by", String(NAME), nullable=False),
    when_column("at"),
    Column("released_at", UtcDateTime),
    Column("ended_at", UtcDateTime),
    Index("ix_assignment_class_id", "class_id"),
)

extension = Table(
    "extension",
    metadata,
    Column("assignment_id", ForeignKey("assignment.id"), primary_key=True, nullable=False),
    student_column(key=True),
    Column("due_at", UtcDateTime),
    Column("time_factor", Float),
    Column("extra_tries", Integer),
    Column("why", UnicodeText, nullable=False),
    Column("by", String(NAME), nullable=False),
    when_column("at"),
)

sitting = Table(
    "sitting",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("assignment_id", ForeignKey("assignment.id"), nullable=False),
    student_column(),
    Column("items", JSON, nullable=False),
    when_column("begun_at"),
    when_column("ends_at"),
    Column("handed_in_at", UtcDateTime),
    Column("handed_in_by", String(16)),
    UniqueConstraint("assignment_id", "student_id"),
)
