"""What a student expected before the run: the first word counts, later ones stand below it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from classroom.records import tables
from classroom.records.plain import passage
from classroom.records.store import Store
from classroom.records.student import Student, lock


@dataclass(frozen=True)
class Prediction:
    """What was said before it was shown: one of the options, the student's own words, or both."""

    choice: str | None
    words: str
    at: datetime


def predict(
    store: Store, student: Student, lesson: str, step: str, *, choice: str | None = None, words: str = ""
) -> Prediction:
    """Adds what the student expects at this step; saying the same twice is saying it once.

    Returns what the student said first.
    """
    kept = passage(words)
    with store.write() as connection:
        lock(connection, student)
        said = _said(connection, student, lesson, step)
        new = Prediction(choice, kept, store.clock())
        if not said or (said[-1].choice, said[-1].words) != (choice, kept):
            connection.execute(
                tables.prediction.insert().values(
                    student_id=student.id, lesson=lesson, step=step, choice=choice, words=kept, at=new.at
                )
            )
        return said[0] if said else new


def predictions(store: Store, student: Student, lesson: str, step: str) -> tuple[Prediction, ...]:
    """All that the student said at this step, the first first; empty before anything was said."""
    with store.read() as connection:
        return _said(connection, student, lesson, step)


def _said(connection: Connection, student: Student, lesson: str, step: str) -> tuple[Prediction, ...]:
    table = tables.prediction.c
    query = (
        select(table.choice, table.words, table.at)
        .where(table.student_id == student.id, table.lesson == lesson, table.step == step)
        .order_by(table.id)
    )
    return tuple(Prediction(*row) for row in connection.execute(query))
