"""An exam of forty minutes, the three who are to write it, and what writing is."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final, NamedTuple

from classroom import Store, Student
from classroom.assignments.sittings import Sitting, begin, questions_of, save_answer
from classroom.assignments.store import Assignment, assigned_to
from exercises import Exercise, right_response

MINUTE: Final = timedelta(minutes=1)
SUM: Final = "record.sum"


class Hall(NamedTuple):
    """An exam, who is to write it, and the questions of the banks."""

    exam: Assignment
    pupils: tuple[Student, ...]
    known: dict[str, Exercise]


def start(store: Store, student: Student, known: dict[str, Exercise]) -> Sitting:
    (assigned,) = assigned_to(store, student)
    return begin(store, student, assigned, known)


def write_right(store: Store, student: Student, sitting: Sitting, items: Sequence[str]) -> None:
    for item, record in zip(sitting.items, questions_of(store, student, sitting), strict=True):
        if item in items:
            save_answer(store, student, sitting, item, right_response(record.variant))
