"""What an answer takes until its feedback is known, beside the bare writing of one row."""

import tempfile
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Final

from sqlalchemy import insert

from classroom import Store, Student, open_store, question_status, submit
from classroom.assignments.store import make
from classroom.classes import students_of
from classroom.records import tables
from course import all_exercises
from exercises import Exercise, wrong_response
from lessons import DatedAssignment
from tests.bench.work import seconds
from tests.classroom.school import make_class

ASKED: Final = 60
"""Questions, each answered once."""


def told() -> tuple[list[float], list[float]]:
    """Seconds from each answer to its feedback, and for each bare write, in turn, on a file of SQLite."""
    known = [one for one in all_exercises().values() if not one.is_marked_by_hand][:ASKED]
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "lab.db", lambda: datetime.now(UTC))
        of = make_class(store, "CRM 1", [("001", "Li Hua")])
        plan = {"use": [one.id for one in known], "due_at": datetime.now(UTC) + timedelta(days=1)}
        make(store, of, DatedAssignment.model_validate(plan), None, by="instructor")
        (student,) = students_of(store, of)
        pairs = [
            (_answered(store, student, one), seconds(partial(_write, store, student, n)))
            for n, one in enumerate(known)
        ]
        store.close()
    return [answer for answer, _ in pairs], [bare for _, bare in pairs]


def _answered(store: Store, student: Student, exercise: Exercise) -> float:
    """The page has shown the question; from here on somebody waits."""
    shown = question_status(store, student, exercise)
    response = wrong_response(shown.variant)
    return seconds(lambda: submit(store, student, exercise, response, shown=shown))


def _write(store: Store, student: Student, number: int) -> None:
    row = {"student_id": student.id, "item": f"bare.{number}", "response": {"answer": "1"}}
    with store.write() as connection:
        connection.execute(insert(tables.draft).values(**row, at=store.clock()))
