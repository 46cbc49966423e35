"""What the record holds of one student's question: what was drawn, tried, opened, begun and earned."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, Final

from pydantic import JsonValue
from sqlalchemy import Connection, Row, Select, and_, func, select

from classroom.assignment_rules import AssignmentRules, TryTerms
from classroom.attempt import Attempt, read_attempt
from classroom.records import tables
from classroom.records.effective import EffectiveAttempts
from classroom.records.student import Student
from exercises import Exercise, Variant


@dataclass(frozen=True)
class Frozen:
    """A variant as the record holds it, under the number that attempts refer to."""

    id: int
    variant: Variant
    wording: str
    """A digest of the question as the teacher had written it when this was drawn."""

    def is_same(self, other: "Frozen") -> bool:
        """Whether both are one entry; an id alone may come back after a redraw."""
        return (self.id, self.wording) == (other.id, other.wording)


@dataclass(frozen=True)
class QuestionRecord:
    """The variant in hand and all that belongs to it, as one query finds it.

    `attempts` are those of its try group, first to last; `opened` counts its hints that are open; `points`
    is the mark of the question over all groups; `draft` the response that was begun and not sent.
    """

    frozen: Frozen
    attempts: tuple[Attempt, ...] = ()
    opened: int = 0
    points: float = 0.0
    draft: Mapping[str, JsonValue] | None = None

    @property
    def variant(self) -> Variant:
        """What the student is asked; only its `question` may reach a browser."""
        return self.frozen.variant

    @property
    def is_solved(self) -> bool:
        """Whether one of the attempts was entirely right."""
        return any(attempt.grade.is_right for attempt in self.attempts)

    @property
    def is_pending(self) -> bool:
        """Whether the latest response waits for a teacher; till then nothing of its rubric may be shown."""
        return bool(self.attempts) and self.attempts[-1].grade.is_pending

    @property
    def to_come(self) -> float:
        """What a teacher's mark may still add at most."""
        return sum(attempt.to_come for attempt in self.attempts)

    def terms(self, exercise: Exercise, rules: AssignmentRules | None, at: datetime) -> TryTerms:
        """What holds for tries now; only the first group is for the mark, and follows an assignment."""
        points = exercise.attempts.points
        return rules.terms(points, at) if rules and self.variant.group == 0 else TryTerms(points)

    def is_closed(self, terms: TryTerms) -> bool:
        """Whether this try group takes no more responses: it is solved, its tries or its time is used up."""
        return self.is_solved or terms.is_over or len(self.attempts) >= len(terms.rates)


def question_record(connection: Connection, student: Student, item: str) -> QuestionRecord | None:
    """What the record holds of this question; None before it was drawn."""
    return question_records(connection, student, [item]).get(item)


def question_records(
    connection: Connection, student: Student, items: Collection[str]
) -> dict[str, QuestionRecord]:
    """The same for many, by their ids, still in one query; those never drawn are left out."""
    variant = tables.variant.c
    query = _RECORDS.where(variant.student_id == student.id, variant.item.in_(tuple(items)))
    rows = connection.execute(query)
    return {item: _record(tuple(same)) for item, same in groupby(rows, lambda row: row.asked_item)}


def _record(rows: tuple[Row[*tuple[Any, ...]], ...]) -> QuestionRecord:
    """The rows of one variant: one for each attempt, or a single one without."""
    one = rows[0]
    return QuestionRecord(
        Frozen(one.asked_id, Variant.from_json(one.body), one.wording),
        tuple(read_attempt(row) for row in rows if row.try_number is not None),
        one.opened or 0,
        float(one.points_so_far or 0),
        one.draft,
    )


def _records() -> Select[*tuple[Any, ...]]:
    """One row for each attempt at the latest variant of each question."""
    variant, draft, hint = tables.variant, tables.draft, tables.hint
    tried_here, earned = EffectiveAttempts(), EffectiveAttempts(tables.attempt.alias())
    attempt, other = tried_here.attempt, variant.alias()
    begun = and_(draft.c.student_id == variant.c.student_id, draft.c.item == variant.c.item)
    tried = and_(
        attempt.c.student_id == variant.c.student_id,
        attempt.c.item == variant.c.item,
        attempt.c.group_number == variant.c.group_number,
    )
    latest = select(func.max(other.c.group_number)).where(
        other.c.student_id == variant.c.student_id, other.c.item == variant.c.item
    )
    opened = select(func.max(hint.c.number)).where(
        hint.c.student_id == variant.c.student_id,
        hint.c.item == variant.c.item,
        hint.c.group_number == variant.c.group_number,
    )
    points = (
        select(func.sum(earned.points))
        .select_from(earned.rows)
        .where(earned.attempt.c.student_id == variant.c.student_id, earned.attempt.c.item == variant.c.item)
    )
    return (
        select(
            variant.c.id.label("asked_id"),
            variant.c.item.label("asked_item"),
            variant.c.body,
            variant.c.wording,
            opened.correlate(variant).scalar_subquery().label("opened"),
            points.correlate(variant).scalar_subquery().label("points_so_far"),
            draft.c.response.label("draft"),
            *tried_here.columns,
        )
        .select_from(
            variant.outerjoin(draft, begun)
            .outerjoin(attempt, tried)
            .outerjoin(tried_here.assessment, tried_here.is_current)
        )
        .where(variant.c.group_number == latest.correlate(variant).scalar_subquery())
        .order_by(variant.c.item, attempt.c.try_number)
    )


_RECORDS: Final = _records()
