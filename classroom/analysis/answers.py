"""What a class has answered at first to one question: in words, with the belief behind it and the variant."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row

from classroom.analysis.first_attempts import StudentSelection, of_first_attempts
from classroom.records import tables
from classroom.records.effective import EffectiveAttempts
from classroom.records.store import Store
from courseware.expression import Scalar
from courseware.text import Text
from exercises import Exercise, Grade, Variant, say_response, worth


@dataclass(frozen=True)
class FirstAnswer:
    """One student's first answer to one question.

    `answer` is what it is counted as: the words of what was chosen, placed or ordered. Typed numbers differ
    from student to student, as the questions do; they count as what the feedback makes of them, and `typed`
    is one of them. `why` is the belief that the bank names behind a wrong option. `drawn` holds what was
    drawn by lot for this student.
    """

    student: int
    mark: float
    is_right: bool
    answer: Text
    typed: Text
    why: Text | None
    drawn: Mapping[str, Scalar]


def first_answers(store: Store, selection: StudentSelection, exercise: Exercise) -> tuple[FirstAnswer, ...]:
    """The first answers to this question, in one query, in the order of students."""
    effective, drawn = EffectiveAttempts(), tables.variant.c
    attempt = effective.attempt.c
    columns = (
        attempt.student_id,
        effective.score,
        attempt.hint_cost,
        attempt.response,
        effective.grade,
        drawn.body,
    )
    query = of_first_attempts(effective, selection, *columns).where(attempt.item == exercise.id)
    lot = frozenset(name for name, param in exercise.item.params.items() if param.expr is None)
    with store.read() as connection:
        return tuple(_read(row, lot) for row in connection.execute(query))


def _read(row: Row[*tuple[Any, ...]], lot: frozenset[str]) -> FirstAnswer:
    variant, grade = Variant.from_json(row.body), Grade.from_json(row.grade)
    typed = say_response(variant.question, row.response)
    is_number = variant.question.fields[0].made_of == "number"
    return FirstAnswer(
        student=row.student_id,
        mark=worth(row.score, row.hint_cost),
        is_right=grade.is_right,
        answer=grade.feedback if is_number else typed,
        typed=typed,
        why=next((part.why for part in grade.parts if part.why is not None and part.score < 1), None),
        drawn={name: value for name, value in variant.params.items() if name in lot},
    )
