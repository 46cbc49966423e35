"""Marks beyond single questions: what was entered or imported, attendance, and ratings by peers."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UnicodeText,
    UniqueConstraint,
)

from classroom.records.tables.columns import (
    NAME,
    UtcDateTime,
    metadata,
    name_column,
    student_column,
    when_column,
)

mark_entry = Table(
    "mark_entry",
    metadata,
    Column("id", Integer, primary_key=True),
    student_column(),
    name_column("part"),
    Column("value", Float),
    Column("is_excused", Boolean, nullable=False),
    Column("why", UnicodeText, nullable=False),
    Column("by", String(NAME), nullable=False),
    when_column("at"),
    Index("ix_mark_entry_student_id", "student_id", "part"),
)

attendance = Table(
    "attendance",
    metadata,
    student_column(key=True),
    Column("day", Date, primary_key=True, nullable=False),
    Column("status", String(16), nullable=False),
    Column("by", String(NAME), nullable=False),
    when_column("at"),
)

peer_round = Table(
    "peer_round",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("class_id", ForeignKey("school_class.id"), nullable=False),
    Column("body", JSON, nullable=False),
    Column("by", String(NAME), nullable=False),
    when_column("opened_at"),
    Column("closed_at", UtcDateTime),
)

peer_member = Table(
    "peer_member",
    metadata,
    Column("round_id", ForeignKey("peer_round.id"), primary_key=True, nullable=False),
    student_column(key=True),
    Column("group_name", String(NAME), nullable=False),
)

peer_rating = Table(
    "peer_rating",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("round_id", ForeignKey("peer_round.id"), nullable=False),
    Column("rater", String(NAME), nullable=False),
    Column("rated", String(NAME), nullable=False),
    Column("value", JSON, nullable=False),
    when_column("at"),
    UniqueConstraint("round_id", "rater", "rated"),
)
