"""Draws an item for many students, so that what only some of them would meet is met beforehand."""

from collections.abc import Sequence
from typing import Final

from courseware.chance import seed_for
from exercises.drawing import EMPTY, draw_from, own_data
from exercises.exercise import Exercise
from exercises.scope import Scope, draw_scope
from exercises.variant import Variant

STUDENTS: Final = 25
GROUPS: Final = 8
"""200 draws of every item: so many students, each with data of their own, in so many try groups."""

_SECRET: Final = b"a secret for checking"

Draws = Sequence[tuple[Scope, Variant]]


def draw_many(exercise: Exercise, students: int = STUDENTS, groups: int = GROUPS) -> Draws:
    """The item drawn for so many students and try groups."""
    draws = []
    for student in range(students):
        name = str(student)
        use = exercise.data
        make = own_data(exercise, secret=_SECRET, class_name=name, student=name)
        table = make(use.id) if use else EMPTY
        for group in range(groups):
            seed = seed_for(_SECRET, exercise.id, name, str(group))
            scope = draw_scope(exercise.item, seed, table, is_shuffled=exercise.is_shuffled)
            draws.append((scope, draw_from(exercise, scope, group)))
    return draws
