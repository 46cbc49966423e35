"""The status of a student with one question: attempts, points, hints, and what may be shown."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from pydantic import JsonValue
from sqlalchemy import and_, func, select

import exercises
from classroom.assignment_rules import AssignmentRules, TryTerms
from classroom.assignments.store import Assigned, assigned_to, graded_rules
from classroom.attempt import Attempt, best_of
from classroom.frozen import current
from classroom.question_record import Frozen, QuestionRecord
from classroom.records import tables
from classroom.records.effective import EffectiveAttempts
from classroom.records.store import Store
from classroom.records.student import Student
from courseware.text import Text
from exercises import Exercise, Hint, Variant


@dataclass(frozen=True)
class QuestionStatus:
    """What a page needs to show a question again as it was left.

    `attempts` are those of the try group in hand. `item_points` is the mark (0-1). `hints` are those
    opened, `next_hint_cost` the price of the next one, None if there is none. `reveal` is the right
    answer, there only when the policy allows it: answered right, or no attempts left and all is marked.
    """

    frozen: Frozen
    attempts: tuple[Attempt, ...]
    attempts_left: int
    item_points: float
    hints: tuple[Hint, ...]
    next_hint_cost: float | None
    draft: Mapping[str, JsonValue] | None
    reveal: Text | None

    @property
    def variant(self) -> Variant:
        """What the student is asked; only its `question` may reach a browser."""
        return self.frozen.variant

    @property
    def group(self) -> int:
        """The try groups are counted from 0; only group 0 earns points, later ones are practice."""
        return self.variant.group

    @property
    def best(self) -> float:
        """The best worth of this group, 0-1."""
        return best_of(self.attempts)

    @property
    def attempts_used(self) -> int:
        """How many responses were marked in this group."""
        return len(self.attempts)

    @property
    def last(self) -> Attempt | None:
        """The latest response with its grade."""
        return self.attempts[-1] if self.attempts else None

    @property
    def is_solved(self) -> bool:
        """Whether the question was answered right in this group."""
        return any(attempt.grade.is_right for attempt in self.attempts)

    @property
    def is_closed(self) -> bool:
        """Whether this group takes no more responses: it is solved, or its tries are used up."""
        return self.attempts_left == 0

    @property
    def is_pending(self) -> bool:
        """Whether the latest response waits for a teacher."""
        return self.last is not None and self.last.grade.is_pending

    @property
    def to_come(self) -> float:
        """What teachers' marks may still add at most."""
        return sum(attempt.to_come for attempt in self.attempts)

    @property
    def may_reveal(self) -> bool:
        """Whether the right answer may be shown: the group is closed, and nothing waits for a teacher."""
        return self.reveal is not None


def question_status(
    store: Store, student: Student, exercise: Exercise, rules: AssignmentRules | None = None
) -> QuestionStatus:
    """How the student stands with this exercise now, under the rules of the assignment that sets it."""
    record = current(store, student, exercise)
    return status_of(record, record.terms(exercise, rules, store.clock()))


def status_of(record: QuestionRecord, terms: TryTerms) -> QuestionStatus:
    """The same of what the record holds, which is not looked at again."""
    variant, is_closed = record.variant, record.is_closed(terms)
    rest = variant.hints[record.opened :] if terms.has_hints else ()
    return QuestionStatus(
        frozen=record.frozen,
        attempts=record.attempts,
        attempts_left=0 if is_closed else len(terms.rates) - len(record.attempts),
        item_points=record.points,
        hints=variant.hints[: record.opened],
        next_hint_cost=rest[0].cost if rest else None,
        draft=record.draft,
        reveal=exercises.reveal(variant) if is_closed and not record.is_pending else None,
    )


def open_items(
    store: Store,
    student: Student,
    graded: Collection[Exercise],
    assigned: Sequence[Assigned] | None = None,
) -> frozenset[str]:
    """The ids of those exercises whose graded tries still take responses, the ones never asked among them.

    A practice group means that the graded one is over. `assigned` is what the student is set, if it is known.
    """
    if not graded:
        return frozenset()
    variant, effective = tables.variant.c, EffectiveAttempts()
    attempt = effective.attempt.c
    attempts = and_(
        attempt.student_id == variant.student_id, attempt.item == variant.item, attempt.group_number == 0
    )
    query = (
        select(
            variant.item, func.count(attempt.id), func.max(effective.score), func.max(variant.group_number)
        )
        .select_from(
            tables.variant.outerjoin(effective.attempt, attempts).outerjoin(
                effective.assessment, effective.is_current
            )
        )
        .where(variant.student_id == student.id, variant.item.in_([one.id for one in graded]))
        .group_by(variant.item)
    )
    assigned = assigned_to(store, student) if assigned is None else assigned
    allowed = {one.id: _allowed(one, graded_rules(assigned, one.id), store.clock()) for one in graded}
    with store.read() as connection:
        closed = {
            item
            for item, used, score, group in connection.execute(query)
            if group > 0 or used >= allowed[item] or (score or 0) >= 1
        }
    return frozenset(item for item in allowed.keys() - closed if allowed[item])


def _allowed(exercise: Exercise, rules: AssignmentRules | None, at: datetime) -> int:
    """How many tries there are at most; none any more once an assignment is closed."""
    points = exercise.attempts.points
    terms = rules.terms(points, at) if rules else TryTerms(points)
    return 0 if terms.is_over else len(terms.rates)
