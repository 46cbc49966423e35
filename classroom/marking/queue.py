"""Which answers in words wait for a teacher, by class and question, under numbers in place of names."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Row, func, select

from classroom.records import tables
from classroom.records.effective import EffectiveAttempts
from classroom.records.store import Store
from exercises import Exercise

MarkingStage = Literal["waiting", "once", "all"]
"""Answers that wait for a first mark, those that have one and no second, or all of them."""


@dataclass(frozen=True)
class QueueSelection:
    """Whose answers are meant: to which questions, of which class, and whether those that wait."""

    items: tuple[str, ...]
    class_name: str | None = None
    stage: MarkingStage = "waiting"


@dataclass(frozen=True)
class QueueEntry:
    """An answer in the queue: the latest of a student to a question. `name` is for those who ask for it."""

    attempt: int
    item: str
    name: str
    number: str
    class_name: str
    at: datetime
    is_pending: bool


def by_hand(exercises: Mapping[str, Exercise]) -> tuple[str, ...]:
    """The questions that teachers mark."""
    return tuple(item for item, one in exercises.items() if one.is_marked_by_hand)


def responses_to_mark(store: Store, selection: QueueSelection) -> tuple[QueueEntry, ...]:
    """The latest graded answers of the selection, in an order that tells nothing of names."""
    effective = EffectiveAttempts()
    attempt, student = effective.attempt, tables.student
    later = tables.attempt.alias()
    latest = (
        select(func.max(later.c.try_number))
        .where(
            later.c.student_id == attempt.c.student_id,
            later.c.item == attempt.c.item,
            later.c.group_number == 0,
        )
        .correlate(attempt)
        .scalar_subquery()
    )
    query = (
        select(
            attempt.c.id,
            attempt.c.item,
            attempt.c.at,
            effective.is_marked.label("is_marked"),
            student.c.name,
            student.c.number,
            student.c.class_name,
        )
        .select_from(effective.rows.join(student, student.c.id == attempt.c.student_id))
        .where(attempt.c.item.in_(selection.items), attempt.c.group_number == 0)
        .where(attempt.c.try_number == latest, student.c.kind != "ended")
        .order_by(attempt.c.item, attempt.c.response_digest, attempt.c.id)
    )
    if selection.class_name is not None:
        query = query.where(student.c.class_name == selection.class_name)
    if selection.stage == "waiting":
        query = query.where(~effective.is_marked)
    if selection.stage == "once":
        second = tables.assessment.alias()
        both = select(second.c.id).where(
            second.c.attempt_id == attempt.c.id, second.c.origin == "second_marker"
        )
        query = query.where(effective.is_marked, ~both.exists())
    with store.read() as connection:
        return tuple(map(_read, connection.execute(query)))


def _read(row: Row[*tuple[Any, ...]]) -> QueueEntry:
    return QueueEntry(
        row.id, row.item, row.name, row.number, row.class_name, row.at, is_pending=not row.is_marked
    )
