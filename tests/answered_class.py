"""A class that has answered: stronger students are right more often, and each has a first attempt."""

import random
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from classroom import Store
from classroom.records import tables
from classroom.records.sanitize import digest
from exercises import Exercise, Grade, OneOf, Variant, draw, grade, own_data, right_response, wrong_response
from exercises.rubric import rubric_of

_DRAWS = 3
"""So many variants of each question are dealt out: drawing one for each student would take minutes."""


def answer_as_class(
    store: Store,
    exercises: Iterable[Exercise],
    *,
    students: int,
    class_name: str = "Marketing 1",
    seed: int = 1,
) -> None:
    """Enrols students of one class and has each answer all these questions once."""
    lot = random.Random(seed)
    enrolled = [store.enrol(f"Student {n}", class_name, f"2026{n:03}").id for n in range(students)]
    drawn, tried = [], []
    number = 0
    for exercise in exercises:
        variants = [_drawn(exercise, student) for student in range(_DRAWS)]
        bodies = [variant.to_json() for variant in variants]
        ease = lot.uniform(-1.5, 1.5)
        for place, student in enumerate(enrolled):
            number += 1
            is_right = lot.gauss(3 * place / students - 1.5 + ease, 1) > 0
            variant = variants[place % _DRAWS]
            begun = store.clock()
            drawn.append(
                {
                    "id": number,
                    "student_id": student,
                    "item": exercise.id,
                    "group_number": 0,
                    "body": bodies[place % _DRAWS],
                    "wording": "0" * 64,
                    "drawn_at": begun,
                }
            )
            sent = begun + timedelta(seconds=lot.uniform(20, 400))
            response = _response(variant, lot, is_right=is_right)
            marked = _grade(variant, response, is_right=is_right)
            tried.append(_attempt(number, student, variant, response, marked) | {"at": sent})
    with store.write() as connection:
        connection.execute(tables.variant.insert(), drawn)
        connection.execute(tables.attempt.insert(), tried)


def _drawn(exercise: Exercise, student: int) -> Variant:
    who: dict[str, Any] = {"secret": b"0" * 32, "class_name": "", "student": str(student)}
    return draw(exercise, **who, group=0, data=own_data(exercise, **who))


def _response(variant: Variant, lot: random.Random, *, is_right: bool) -> Mapping[str, Any]:
    if is_right:
        return right_response(variant)
    field = variant.question.fields[0]
    if isinstance(field, OneOf):
        return {field.name: lot.choice([option.id for option in field.options])}
    return wrong_response(variant)


def _grade(variant: Variant, response: Mapping[str, Any], *, is_right: bool) -> Grade:
    """What the lab says of it, or a teacher where the answer waits for one."""
    marked = grade(variant, response)
    assert isinstance(marked, Grade)
    if not marked.is_pending:
        return marked
    rubric = rubric_of(variant)
    return rubric.grade(tuple(part.points * is_right for part in rubric.parts), "")


def _attempt(
    number: int, student: int, variant: Variant, response: Mapping[str, Any], marked: Grade
) -> dict[str, Any]:
    return {
        "student_id": student,
        "variant_id": number,
        "item": variant.item,
        "group_number": 0,
        "try_number": 1,
        "response": response,
        "response_digest": digest(response),
        "grade": marked.to_json(),
        "score": marked.score,
        "rate": 1.0,
        "points": marked.score,
        "hint_cost": 0.0,
    }
