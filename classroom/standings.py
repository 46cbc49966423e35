"""How a student stands with one question: tries, points, hints, and what may be shown."""

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import JsonValue
from sqlalchemy import Connection, select

import exercises
from classroom.attempt import Attempt, attempts_in, best_of
from classroom.drafts import read_draft
from classroom.frozen import Frozen, current
from classroom.records import tables
from classroom.records.store import Store
from classroom.records.student import Student
from classroom.walk import graded_points
from courseware.text import Text
from exercises import Exercise, Hint


@dataclass(frozen=True)
class Standing:
    """What a page needs to show a question again as it was left.

    `group` counts the try groups from 0; only group 0 earns points, later ones are practice.
    `best` is the best worth of this group, `item_points` the mark (both 0-1). `hints` are those
    opened, `next_hint_cost` the price of the next one, None if there is none. `reveal` is the right
    answer, there only when the policy allows it: answered right, or no tries left.
    """

    group: int
    attempts: tuple[Attempt, ...]
    tries_left: int
    best: float
    item_points: float
    hints: tuple[Hint, ...]
    next_hint_cost: float | None
    draft: Mapping[str, JsonValue] | None
    reveal: Text | None

    @property
    def tries_used(self) -> int:
        """How many answers were marked in this group."""
        return len(self.attempts)

    @property
    def last(self) -> Attempt | None:
        """The latest answer with its grade."""
        return self.attempts[-1] if self.attempts else None

    @property
    def is_solved(self) -> bool:
        """Whether the question was answered right in this group."""
        return is_solved(self.attempts)

    @property
    def may_reveal(self) -> bool:
        """Whether the right answer may be shown; then this group takes no more answers."""
        return self.reveal is not None


def standing(store: Store, student: Student, exercise: Exercise) -> Standing:
    """How the student stands with this exercise now."""
    frozen = current(store, student, exercise)
    with store.read() as connection:
        return standing_in(connection, student, exercise, frozen)


def standing_in(connection: Connection, student: Student, exercise: Exercise, frozen: Frozen) -> Standing:
    """The same over an open connection, for the variant in hand."""
    variant = frozen.variant
    attempts = attempts_in(connection, student, exercise.id, variant.group)
    hints = opened_hints(connection, student, frozen)
    rest = variant.hints[len(hints) :]
    closed = is_closed(exercise, attempts)
    return Standing(
        group=variant.group,
        attempts=attempts,
        tries_left=0 if closed else len(exercise.attempts.points) - len(attempts),
        best=best_of(attempts),
        item_points=graded_points(connection, student, [exercise.id]).get(exercise.id, 0.0),
        hints=hints,
        next_hint_cost=rest[0].cost if rest else None,
        draft=read_draft(connection, student, exercise.id),
        reveal=exercises.reveal(variant) if closed else None,
    )


def is_solved(attempts: tuple[Attempt, ...]) -> bool:
    """Whether one of these attempts was entirely right."""
    return any(attempt.grade.is_right for attempt in attempts)


def is_closed(exercise: Exercise, attempts: tuple[Attempt, ...]) -> bool:
    """Whether this try group takes no more answers: it is solved, or its tries are used up."""
    return is_solved(attempts) or len(attempts) >= len(exercise.attempts.points)


def opened_hints(connection: Connection, student: Student, frozen: Frozen) -> tuple[Hint, ...]:
    """The hints that the student has opened for this variant; they are opened in order."""
    table = tables.hint.c
    query = select(table.number).where(
        table.student_id == student.id,
        table.item == frozen.variant.item,
        table.group_number == frozen.variant.group,
    )
    return frozen.variant.hints[: max(connection.scalars(query), default=0)]
