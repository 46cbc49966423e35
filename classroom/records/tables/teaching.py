"""Class hours: class lists, calls, presentations and how long their steps took."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from classroom.records.tables.columns import (
    NAME,
    UtcDateTime,
    metadata,
    name_column,
    when_column,
    whole_column,
)

roster_member = Table(
    "roster_member",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("class_name", String(NAME), nullable=False),
    Column("number", String(NAME), nullable=False),
    Column("name", String(NAME), nullable=False),
    whole_column("place"),
    Column("student_id", ForeignKey("student.id")),
    UniqueConstraint("class_name", "number", "name"),
)

roster_call = Table(
    "roster_call",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("member_id", ForeignKey("roster_member.id"), nullable=False),
    when_column("at"),
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
    name_column("of", key=True),
    Column("value", JSON, nullable=False),
    when_column("at"),
)

presentation = Table(
    "presentation",
    metadata,
    Column("id", Integer, primary_key=True),
    name_column("lesson"),
    Column("presenter", String(NAME), nullable=False),
    Column("class_name", String(NAME), nullable=False),
    whole_column("run"),
    Column("state", JSON, nullable=False),
    Column("moment", BigInteger, nullable=False),
    name_column("step"),
    Column("since", UtcDateTime),
    when_column("opened_at"),
    Column("started_at", UtcDateTime),
    when_column("kept_at"),
    Column("ended_at", UtcDateTime),
    UniqueConstraint("lesson", "presenter", "run"),
)

pace = Table(
    "pace",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("presentation_id", ForeignKey("presentation.id"), nullable=False),
    name_column("step"),
    name_column("stage"),
    Column("planned", Float, nullable=False),
    Column("seconds", Float, nullable=False),
    UniqueConstraint("presentation_id", "step"),
    CheckConstraint("seconds >= 0", name="time_goes_on"),
)
