"""Whose marks change when a corrected question is marked again, and how; then the change, with its reason."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from pydantic import JsonValue
from sqlalchemy import Connection, Row, Select, or_, select

import exercises
from classroom.assessment import Assessment, assess
from classroom.assignments.sittings import SET_ASIDE
from classroom.audit import note
from classroom.records import tables
from classroom.records.effective import EffectiveAttempts
from classroom.records.store import Store
from classroom.records.student import Student
from classroom.regrading.correction import corrected
from classroom.regrading.marks import RegradePolicy, TryMark, remarked, total
from classroom.sign_in.guest_work import TAKEN_LATE
from courseware.problem import ReaderError
from courseware.text import Text
from exercises import Exercise, Grade, Variant


@dataclass(frozen=True)
class RegradedTry:
    """One attempt, by its number in the record, as it counts and as it would count."""

    attempt: int
    old: TryMark
    new: TryMark
    grade: Grade

    @property
    def is_changed(self) -> bool:
        """Whether score or points are others than before."""
        return (self.old.score, self.old.points) != (self.new.score, self.new.points)


@dataclass(frozen=True)
class RegradedQuestion:
    """One student's tries at the question, in practice or in one exam.

    `is_another` tells that today's item would ask this student something else, so that it cannot be marked.
    """

    student: Student
    item: str
    tries: tuple[RegradedTry, ...]
    is_another: bool

    @property
    def old(self) -> float:
        """The points before."""
        return total([one.old for one in self.tries])

    @property
    def new(self) -> float:
        """The points after."""
        return total([one.new for one in self.tries])


@dataclass(frozen=True)
class RegradePreview:
    """What marking again would do, question by question and student by student."""

    item: str
    questions: tuple[RegradedQuestion, ...]
    class_name: str | None = None
    """Whom it is about alone; everybody in the record if None."""

    @property
    def by_class(self) -> Mapping[str, int]:
        """How many answered in each class, by its name; nameless is who is in none."""
        return Counter(one.student.class_name for one in self.questions)

    @property
    def gaining(self) -> tuple[RegradedQuestion, ...]:
        """Those with more points than before."""
        return tuple(one for one in self.questions if one.new > one.old)

    @property
    def losing(self) -> tuple[RegradedQuestion, ...]:
        """Those with fewer."""
        return tuple(one for one in self.questions if one.new < one.old)

    @property
    def others(self) -> tuple[RegradedQuestion, ...]:
        """Those who were asked something else than the question asks today."""
        return tuple(one for one in self.questions if one.is_another)

    @property
    def changed(self) -> tuple[RegradedTry, ...]:
        """The attempts that would count otherwise."""
        return tuple(one for question in self.questions for one in question.tries if one.is_changed)


def preview(
    store: Store, exercise: Exercise, policy: RegradePolicy, class_name: str | None = None
) -> RegradePreview:
    """What becomes of every answer to this question, also in exams, if it is marked by today's item.

    Only the answers of this class, if one is named.
    """
    query = _query(exercise.id)
    if class_name is not None:
        query = query.where(tables.student.c.class_name == class_name)
    with store.read() as connection:
        rows = connection.execute(query).all()
    groups = groupby(rows, lambda row: (row.student_id, row.item, row.group_number))
    return RegradePreview(
        exercise.id,
        tuple(_question(store, exercise, policy, tuple(same)) for _, same in groups),
        class_name,
    )


def apply(store: Store, seen: RegradePreview, *, why: str, by: str) -> int:
    """Has the answers count as in the preview; how many marks were changed. What was before stays readable.

    A ReaderError if there is no reason, or if marks are others now than they were in the preview.
    """
    if not why.strip():
        raise ReaderError(NO_REASON)
    with store.write() as connection:
        at = store.clock()
        now = _marks(connection, seen.item)
        for one in seen.changed:
            if now.get(one.attempt) != (one.old.score, one.old.points):
                raise ReaderError(CHANGED)
            marks = (one.grade, one.new.score, one.new.points)
            assess(connection, one.attempt, Assessment("regrade", *marks, by, why.strip(), at))
        if seen.changed:
            detail: dict[str, JsonValue] = {"why": why.strip(), "attempts": len(seen.changed)}
            detail |= {} if seen.class_name is None else {"class": seen.class_name}
            note(connection, at, by, "regrade", seen.item, detail)
    return len(seen.changed)


def _question(
    store: Store, exercise: Exercise, policy: RegradePolicy, rows: Sequence[Row[*tuple[Any, ...]]]
) -> RegradedQuestion:
    first = rows[0]
    student = Student(first.student_id, first.name, first.class_name, first.student_number, first.kind)
    today = corrected(exercise, Variant.from_json(first.body), student, store.secret)
    grades = [_grade(today, row) for row in rows]
    old = tuple(map(_mark, rows))
    new = remarked(old, [None if grade is None else grade.score for grade in grades], policy)
    tries = tuple(
        RegradedTry(row.id, before, after, grade or _kept(row, before, after))
        for row, before, after, grade in zip(rows, old, new, grades, strict=True)
    )
    return RegradedQuestion(student, first.item, tries, today is None)


def _grade(today: Variant | None, row: Row[*tuple[Any, ...]]) -> Grade | None:
    grade = None if today is None else exercises.grade(today, row.response)
    return grade if isinstance(grade, Grade) else None


def _kept(row: Row[*tuple[Any, ...]], before: TryMark, after: TryMark) -> Grade:
    """The grade that was, or that of full credit."""
    return Grade.from_json(row.grade) if before == after else Grade(1.0, (), FULL_CREDIT)


def _mark(row: Row[*tuple[Any, ...]]) -> TryMark:
    is_fixed = row.why in (SET_ASIDE, TAKEN_LATE) or (row.origin is not None and row.origin != "regrade")
    return TryMark(row.rate, row.try_number, row.score, row.points, row.hint_cost, is_fixed)


def _query(item: str) -> Select[*tuple[Any, ...]]:
    """Every attempt at the question as it counts, with what was asked and who answered."""
    effective = EffectiveAttempts()
    attempt, said, variant, who = effective.attempt.c, effective.assessment.c, tables.variant, tables.student
    columns = (variant.c.body, said.origin, said.why, who.c.name, who.c.class_name, who.c.kind)
    return (
        select(*effective.columns, *columns, who.c.number.label("student_number"))
        .select_from(
            effective.rows.join(variant, variant.c.id == attempt.variant_id).join(
                who, who.c.id == attempt.student_id
            )
        )
        .where(or_(attempt.item == item, attempt.item.startswith(f"{item}@", autoescape=True)))
        .order_by(
            who.c.class_name, who.c.number, who.c.id, attempt.item, attempt.group_number, attempt.try_number
        )
    )


def _marks(connection: Connection, item: str) -> Mapping[int, tuple[float, float]]:
    return {row.id: (row.score, row.points) for row in connection.execute(_query(item))}


FULL_CREDIT: Final = Text(
    en="The question was corrected after you had answered; everybody gets full credit for it.",
    zh="这道题在你作答后作了更正，所有作答的学生均得满分。",
)
NO_REASON: Final = Text(
    en="Please say what was corrected; students read it beside their marks.",
    zh="请说明更正了什么，学生会在成绩旁看到。",
)
CHANGED: Final = Text(
    en="Marks have changed since this preview. Look at it again, then apply it.",
    zh="预览之后成绩又有变动。请重新预览后再执行。",
)
