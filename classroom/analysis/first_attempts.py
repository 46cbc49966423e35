"""The first attempts of a class as the record holds them: who, at what, with which mark, after how long."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, func, select

from classroom.records import tables
from classroom.records.effective import EffectiveAttempts
from classroom.records.store import Store
from exercises import worth

_COUNTED: Final = ("enrolled", "deleted")
"""Somebody who was deleted and whose marks were to be kept is counted as before, as nobody in particular."""


@dataclass(frozen=True)
class StudentSelection:
    """Whose answers count: those of one class, or of all; guests and the owner only if it is asked for."""

    class_name: str | None = None
    with_guests: bool = False

    def conditions(self) -> list[ColumnElement[bool]]:
        """What the table of students must say of them."""
        student, found = tables.student.c, list[ColumnElement[bool]]()
        if self.class_name is not None:
            found.append(student.class_name == self.class_name)
        if not self.with_guests:
            found.append(student.kind.in_(_COUNTED))
        return found


@dataclass(frozen=True)
class FirstAttempt:
    """The first attempt of one student at one question; `mark` is what it was worth after hints (0-1).

    `seconds` passed from when the question was drawn for the student until the answer was sent.
    """

    student: int
    item: str
    mark: float
    seconds: float


def first_attempts(
    store: Store, selection: StudentSelection, items: Collection[str]
) -> tuple[FirstAttempt, ...]:
    """The first attempts at these questions, in one query; what is tried again for practice is left out."""
    effective, drawn = EffectiveAttempts(), tables.variant.c
    attempt = effective.attempt.c
    columns = (
        attempt.student_id,
        attempt.item,
        effective.score,
        attempt.hint_cost,
        attempt.at,
        drawn.drawn_at,
    )
    query = of_first_attempts(effective, selection, *columns).where(attempt.item.in_(tuple(items)))
    with store.read() as connection:
        return tuple(
            FirstAttempt(student, item, worth(score, cost), max(0.0, (at - drawn_at).total_seconds()))
            for student, item, score, cost, at, drawn_at in connection.execute(query)
        )


def classes_with_answers(store: Store) -> tuple[str, ...]:
    """The names of the classes whose students have answered something, in their order."""
    attempt, student = tables.attempt, tables.student.c
    query = (
        select(student.class_name)
        .where(student.class_name != "", student.kind != "ended")
        .where(select(attempt.c.id).where(attempt.c.student_id == student.id).exists())
        .distinct()
        .order_by(student.class_name)
    )
    with store.read() as connection:
        return tuple(connection.scalars(query))


def last_answers(store: Store, selection: StudentSelection) -> Mapping[str, datetime]:
    """When each question was last answered by these students for the first time; others are left out."""
    effective = EffectiveAttempts()
    attempt = effective.attempt.c
    found = of_first_attempts(effective, selection, attempt.item, attempt.at).order_by(None).subquery()
    with store.read() as connection:
        query = select(found.c.item, func.max(found.c.at).label("last")).group_by(found.c.item)
        return {row.item: row.last for row in connection.execute(query)}


def of_first_attempts(
    effective: EffectiveAttempts, selection: StudentSelection, *columns: ColumnElement[Any]
) -> Select[*tuple[Any, ...]]:
    """The first attempts of these students as they count now, with their variants, by student."""
    attempt, student, drawn = effective.attempt, tables.student, tables.variant
    return (
        select(*columns)
        .select_from(
            effective.rows.join(student, student.c.id == attempt.c.student_id).join(
                drawn, drawn.c.id == attempt.c.variant_id
            )
        )
        .where(attempt.c.group_number == 0, attempt.c.try_number == 1, *selection.conditions())
        .where(effective.is_marked)
        .order_by(attempt.c.student_id, attempt.c.item)
    )
