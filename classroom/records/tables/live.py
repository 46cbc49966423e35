"""A class that answers on its phones: rooms, seats, polls, votes, questions, races, presence, performance."""

from typing import Final

from sqlalchemy import (
    JSON,
    Boolean,
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

from classroom.records.tables.columns import (
    NAME,
    UtcDateTime,
    metadata,
    name_column,
    student_column,
    when_column,
    whole_column,
)

CODE: Final = 5
"""Digits of the code by which a phone finds its room."""

live_room = Table(
    "live_room",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("presenter", String(NAME), nullable=False),
    name_column("lesson"),
    Column("class_name", String(NAME), nullable=False),
    Column("code", String(CODE), nullable=False),
    Column("allows_guests", Boolean, nullable=False),
    whole_column("version"),
    Column("command", JSON),
    when_column("opened_at"),
    Column("closed_at", UtcDateTime),
    Index("ix_live_room_code", "code"),
    Index("ix_live_room_lesson", "lesson", "presenter"),
)

live_seat = Table(
    "live_seat",
    metadata,
    Column("room_id", ForeignKey("live_room.id"), primary_key=True, nullable=False),
    student_column(key=True),
    Column("name", String(NAME), nullable=False),
    Column("team", String(NAME), nullable=False),
    when_column("at"),
    Index("ix_live_seat_student_id", "student_id"),
)

live_race = Table(
    "live_race",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("room_id", ForeignKey("live_room.id"), nullable=False),
    Column("body", JSON, nullable=False),
    when_column("opened_at"),
    Column("closed_at", UtcDateTime),
    Index("ix_live_race_room_id", "room_id"),
)

live_poll = Table(
    "live_poll",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("room_id", ForeignKey("live_room.id"), nullable=False),
    Column("race_id", ForeignKey("live_race.id")),
    name_column("slide"),
    whole_column("round"),
    Column("body", JSON, nullable=False),
    when_column("opened_at"),
    Column("closed_at", UtcDateTime),
    Column("revealed_at", UtcDateTime),
    Index("ix_live_poll_room_id", "room_id"),
)

live_vote = Table(
    "live_vote",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("poll_id", ForeignKey("live_poll.id"), nullable=False),
    student_column(),
    whole_column("number"),
    Column("value", JSON, nullable=False),
    when_column("at"),
    UniqueConstraint("poll_id", "student_id", "number"),
    Index("ix_live_vote_student_id", "student_id"),
)

live_approval = Table(
    "live_approval",
    metadata,
    Column("vote_id", ForeignKey("live_vote.id"), primary_key=True, nullable=False),
    Column("is_shown", Boolean, nullable=False),
    Column("by", String(NAME), nullable=False),
    when_column("at"),
)

live_question = Table(
    "live_question",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("room_id", ForeignKey("live_room.id"), nullable=False),
    student_column(),
    Column("text", UnicodeText, nullable=False),
    Column("is_shown", Boolean),
    Column("answered_at", UtcDateTime),
    when_column("at"),
    Index("ix_live_question_room_id", "room_id"),
    Index("ix_live_question_student_id", "student_id"),
)

live_question_vote = Table(
    "live_question_vote",
    metadata,
    Column("question_id", ForeignKey("live_question.id"), primary_key=True, nullable=False),
    student_column(key=True),
    when_column("at"),
    Index("ix_live_question_vote_student_id", "student_id"),
)

live_check = Table(
    "live_check",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("room_id", ForeignKey("live_room.id"), nullable=False),
    Column("class_name", String(NAME), nullable=False),
    Column("secret", String(64), nullable=False),
    when_column("opened_at"),
    when_column("late_from"),
    Column("closed_at", UtcDateTime),
    Index("ix_live_check_room_id", "room_id"),
)

live_presence = Table(
    "live_presence",
    metadata,
    Column("check_id", ForeignKey("live_check.id"), primary_key=True, nullable=False),
    student_column(key=True),
    Column("status", String(16), nullable=False),
    when_column("at"),
    Index("ix_live_presence_student_id", "student_id"),
)

performance = Table(
    "performance",
    metadata,
    Column("id", Integer, primary_key=True),
    student_column(),
    name_column("lesson"),
    Column("kind", String(16), nullable=False),
    Column("points", Float, nullable=False),
    Column("why", UnicodeText, nullable=False),
    Column("by", String(NAME), nullable=False),
    when_column("at"),
    Column("undone_at", UtcDateTime),
    Index("ix_performance_student_id", "student_id"),
)
