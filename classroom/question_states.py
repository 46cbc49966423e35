"""How a student stands with each of several questions, in a word and its points: one query for them all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from classroom.assignment_rules import AssignmentRules
from classroom.question_record import QuestionRecord, question_records
from classroom.records.store import Store
from classroom.records.student import Student
from exercises import Exercise

StateWord = Literal["open", "right", "partly", "wrong", "waiting", "missed"]


@dataclass(frozen=True)
class QuestionState:
    """What is known of one question at a glance; `points` is its mark (0-1)."""

    word: StateWord
    is_closed: bool
    points: float

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do: it takes no more answers, or waits for a teacher."""
        return self.is_closed or self.word == "waiting"


NOT_BEGUN = QuestionState("open", is_closed=False, points=0.0)


def question_states(
    store: Store,
    student: Student,
    exercises: Sequence[Exercise],
    rules_of: Callable[[str], AssignmentRules | None],
) -> tuple[QuestionState, ...]:
    """The state of each of these exercises, under the rules of the assignment that sets it."""
    with store.read() as connection:
        records = question_records(connection, student, [one.id for one in exercises])
    at = store.clock()
    return tuple(_state(records.get(one.id), one, rules_of(one.id), at) for one in exercises)


def _state(
    record: QuestionRecord | None, exercise: Exercise, rules: AssignmentRules | None, at: datetime
) -> QuestionState:
    if record is None:
        is_over = rules is not None and rules.terms(exercise.attempts.points, at).is_over
        return QuestionState("missed", is_closed=True, points=0.0) if is_over else NOT_BEGUN
    is_closed = record.is_closed(record.terms(exercise, rules, at))
    return QuestionState(_word(record, is_closed=is_closed), is_closed, record.points)


def _word(record: QuestionRecord, *, is_closed: bool) -> StateWord:
    if not record.attempts:
        return "missed" if is_closed else "open"
    if record.is_pending:
        return "waiting"
    best = max(attempt.score for attempt in record.attempts)
    return "right" if best >= 1 else "partly" if best > 0 else "wrong"
