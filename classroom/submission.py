"""An answer is sent: marked, appended in one transaction, and only then told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from pydantic import JsonValue
from sqlalchemy import Connection

import exercises
from classroom.attempt import Attempt, append, attempts_in, best_of, earned
from classroom.drafts import drop_draft, save_draft
from classroom.frozen import Frozen, current, latest
from classroom.records.plain import plain
from classroom.records.store import Store
from classroom.records.student import Student, lock
from classroom.standings import Standing, is_closed, opened_hints, standing, standing_in
from courseware.text import Text
from exercises import Exercise, Grade, Invalid


@dataclass(frozen=True)
class Outcome:
    """What came of an answer. Either `grade` or `invalid` is there.

    `is_recorded` tells whether this answer became an attempt; it did not if it could not be read,
    if it was sent twice, or if no try was left. The rest is how the student stands afterwards.
    """

    grade: Grade | None
    invalid: Invalid | None
    is_recorded: bool
    points_earned_now: float
    standing: Standing

    @property
    def try_number(self) -> int:
        """The number of the latest try of this group; 0 before the first."""
        return self.standing.tries_used

    @property
    def tries_left(self) -> int:
        """How many answers may still be sent in this group."""
        return self.standing.tries_left

    @property
    def best(self) -> float:
        """The best worth so far in this group, 0-1."""
        return self.standing.best

    @property
    def item_points(self) -> float:
        """The mark of this exercise so far, 0-1."""
        return self.standing.item_points

    @property
    def may_reveal(self) -> bool:
        """Whether the right answer may be shown."""
        return self.standing.may_reveal

    @property
    def reveal(self) -> Text | None:
        """The right answer and why, if it may be shown."""
        return self.standing.reveal


def submit(
    store: Store,
    student: Student,
    exercise: Exercise,
    response: Mapping[str, object],
    *,
    group: int | None = None,
) -> Outcome:
    """Marks `response` and records it as the student's next attempt.

    An answer that cannot be read costs no try and stays as a draft. The same answer sent twice, or
    two sent at the same moment, cost one try: the first stands. `group` is the try group that the
    page showed; an answer to an older variant is not held against the student.

    Raises a ReaderError if the response is no plain JSON or the record cannot be written.
    """
    answer = plain(response)
    frozen = current(store, student, exercise)
    if group is not None and group != frozen.variant.group:
        return _as_it_stands(store, student, exercise)
    with store.read() as connection:
        tries = len(attempts_in(connection, student, exercise.id, frozen.variant.group))
    # marking may take a while (some kinds rerun a model), so nobody is made to wait for it
    grade = exercises.grade(frozen.variant, answer)
    if isinstance(grade, Invalid):
        save_draft(store, student, exercise.id, answer)
        return Outcome(None, grade, False, 0.0, standing(store, student, exercise))
    return _record(store, student, exercise, _Marked(frozen, answer, grade, tries))


@dataclass(frozen=True)
class _Marked:
    """An answer on its way into the record; `tries` were there before it was marked."""

    frozen: Frozen
    answer: Mapping[str, JsonValue]
    grade: Grade
    tries: int


def _record(store: Store, student: Student, exercise: Exercise, marked: _Marked) -> Outcome:
    frozen = marked.frozen
    with store.write() as connection:
        lock(connection, student)
        before = attempts_in(connection, student, exercise.id, frozen.variant.group)
        is_again = bool(before) and before[-1].response == marked.answer
        now = latest(connection, student, exercise.id)
        is_first = now is not None and now.is_same(frozen) and len(before) == marked.tries
        if is_first and not is_again and not is_closed(exercise, before):
            attempt = _next(connection, student, exercise, marked, before=before, at=store.clock())
            append(connection, student, frozen.id, attempt)
            drop_draft(connection, student, exercise.id)
            after = standing_in(connection, student, exercise, frozen)
            return Outcome(attempt.grade, None, True, attempt.points, after)
    if is_again or not is_first:
        return _as_it_stands(store, student, exercise)
    return Outcome(marked.grade, None, False, 0.0, standing(store, student, exercise))


def _next(
    connection: Connection,
    student: Student,
    exercise: Exercise,
    marked: _Marked,
    *,
    before: tuple[Attempt, ...],
    at: datetime,
) -> Attempt:
    """The attempt that follows those `before` it in the group, and what it earns."""
    group = marked.frozen.variant.group
    number = len(before) + 1
    # only the first group is for the mark; those after it are practice
    rate = exercise.attempts.points[number - 1] if group == 0 else 0.0
    cost = min(1.0, sum(hint.cost for hint in opened_hints(connection, student, marked.frozen)))
    score = marked.grade.score
    points = earned(rate, number, score, cost, best_of(before))
    return Attempt(exercise.id, group, number, marked.answer, marked.grade, score, rate, points, cost, at)


def _as_it_stands(store: Store, student: Student, exercise: Exercise) -> Outcome:
    """The outcome of the answer that came first."""
    now = standing(store, student, exercise)
    last = now.last
    return Outcome(last.grade if last else None, None, False, last.points if last else 0.0, now)
