"""A question as it was asked, with the solution that the corrected item gives it."""

from dataclasses import replace

import exercises
from classroom.records.student import Student
from courseware.problem import ReaderError
from exercises import Exercise, Variant
from exercises.drawing import EMPTY, digest
from exercises.exercise import kind_of
from exercises.scope import redraw_scope


def corrected(exercise: Exercise, asked: Variant, student: Student, secret: bytes) -> Variant | None:
    """What was asked, with today's solution; None if today's item would ask something else of this student.

    Drawn values stay those that the student had; what is worked out of them, and what is right, comes from
    the corrected item.
    """
    data = exercises.own_data(exercise, secret=secret, class_name=student.class_name, student=student.key)
    try:
        table = data(exercise.data.id) if exercise.data else EMPTY
        if exercise.kind != asked.kind or digest(table, exercise.names) != asked.digest:
            return None
        scope = redraw_scope(exercise.item, asked.seed, table, asked.params, is_shuffled=exercise.is_shuffled)
        question, solution = kind_of(exercise.kind).draw(exercise.item, scope)
    except ReaderError:
        return None
    if question != asked.question:
        return None
    return replace(asked, solution=solution, explain=scope.fill(exercise.explain))
