"""All that the record holds of one student's work in a lesson, read at once for the lab report."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, select

from classroom.assignments.store import assigned_to, graded_rules
from classroom.prediction import Prediction, predictions_in
from classroom.question_record import question_records
from classroom.question_status import QuestionStatus, status_of
from classroom.records import tables
from classroom.records.store import Store
from classroom.records.student import Student
from classroom.reflection import reflection_in
from classroom.work_settings import Settings, settings_in
from exercises import Exercise
from lessons import Lesson


@dataclass(frozen=True)
class LabWork:
    """The steps that were seen, and when; what was predicted or written, set, answered and thought of it."""

    seen: Mapping[str, datetime] = field(default_factory=dict)
    said: Mapping[str, tuple[Prediction, ...]] = field(default_factory=dict)
    settings: Mapping[str, Settings] = field(default_factory=dict)
    questions: Mapping[str, QuestionStatus] = field(default_factory=dict)
    """Those questions that were answered at least once, as far as their answers may be told of."""
    withheld: frozenset[str] = frozenset()
    """The questions of an exam that is not released."""
    reflection: str = ""

    @property
    def begun(self) -> datetime | None:
        """When the lesson was opened first."""
        return min(self.seen.values(), default=None)


def lab_work(store: Store, student: Student, lesson: Lesson, exercises: Mapping[str, Exercise]) -> LabWork:
    """What this student has done in `lesson` so far; `exercises` are those of the banks."""
    known = {item: exercises[item] for item in lesson.items() if item in exercises}
    now, assigned = store.clock(), assigned_to(store, student)
    withheld = frozenset(
        item
        for one in assigned
        if not one.assignment.is_released(now)
        for item in one.assignment.plan.items or ()
        if item in known
    )
    with store.read() as connection:
        records = question_records(connection, student, known.keys() - withheld)
        return LabWork(
            _seen(connection, student, lesson.id),
            predictions_in(connection, student, lesson.id),
            settings_in(connection, student, lesson.id),
            {
                item: status_of(one, one.terms(known[item], graded_rules(assigned, item), now))
                for item, one in records.items()
                if one.attempts
            },
            withheld,
            reflection_in(connection, student, lesson.id),
        )


def _seen(connection: Connection, student: Student, lesson: str) -> dict[str, datetime]:
    table = tables.seen.c
    query = select(table.step, table.first_at).where(table.student_id == student.id, table.lesson == lesson)
    return {row.step: row.first_at for row in connection.execute(query)}
