"""A student's own history: every answer, what it earned and why, and what was said of it afterwards."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from classroom.assessment import Assessment, read_assessment
from classroom.assignments.store import Assigned
from classroom.attempt import Attempt, read_attempt
from classroom.records import tables
from classroom.records.store import Store
from classroom.records.student import Student
from courseware.text import Text
from exercises import Variant, say_response


@dataclass(frozen=True)
class PastAttempt:
    """One answer as the lab marked it, and what was said of it afterwards, the first first."""

    attempt: Attempt
    stem: Text
    response: Text
    assessments: tuple[Assessment, ...]


def history(
    store: Store, student: Student, assigned: Collection[Assigned], *, for_teacher: bool = False
) -> Mapping[str, tuple[PastAttempt, ...]]:
    """All answers of the student by question, the latest question first.

    Those of an exam that is not released yet are for teachers alone.
    """
    attempt, variant = tables.attempt, tables.variant
    query = (
        select(attempt, variant.c.body)
        .join(variant, variant.c.id == attempt.c.variant_id)
        .where(attempt.c.student_id == student.id)
        .order_by(attempt.c.id)
    )
    said = (
        select(tables.assessment)
        .join(attempt, attempt.c.id == tables.assessment.c.attempt_id)
        .where(attempt.c.student_id == student.id)
        .order_by(tables.assessment.c.id)
    )
    released = {one.assignment.id for one in assigned if one.assignment.is_released(store.clock())}
    with store.read() as connection:
        after: dict[int, list[Assessment]] = {}
        for row in connection.execute(said):
            after.setdefault(row.attempt_id, []).append(read_assessment(row))
        found: dict[str, list[PastAttempt]] = {}
        for row in connection.execute(query):
            if for_teacher or _may_be_told(row.item, released):
                question = Variant.from_json(row.body).question
                response = say_response(question, row.response)
                past = PastAttempt(read_attempt(row), question.stem, response, tuple(after.get(row.id, ())))
                found.setdefault(row.item, []).append(past)
    return {item: tuple(past) for item, past in reversed(found.items())}


def _may_be_told(item: str, released: Collection[int]) -> bool:
    """Whether the answers to a question may be told: those of an exam only where it is known as released."""
    _, is_of_an_exam, number = item.rpartition("@")
    return not is_of_an_exam or int(number) in released
