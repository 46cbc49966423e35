"""What a student expected before the run: the first word counts, later ones stand below it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from classroom.records import tables
from classroom.records.sanitize import passage
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
        earlier = predictions_in(connection, student, lesson, step).get(step, ())
        new = Prediction(choice, kept, store.clock())
        if not earlier or (earlier[-1].choice, earlier[-1].words) != (choice, kept):
            connection.execute(
                tables.prediction.insert().values(
                    student_id=student.id, lesson=lesson, step=step, choice=choice, words=kept, at=new.at
                )
            )
        return earlier[0] if earlier else new


def predictions(store: Store, student: Student, lesson: str, step: str) -> tuple[Prediction, ...]:
    """All that the student said at this step, the first first; empty before anything was said."""
    with store.read() as connection:
        return predictions_in(connection, student, lesson, step).get(step, ())


def predictions_in(
    connection: Connection, student: Student, lesson: str, step: str | None = None
) -> dict[str, tuple[Prediction, ...]]:
    """The same for each step of a lesson, or for the one that is named, over an open connection."""
    table = tables.prediction.c
    query = (
        select(table.step, table.choice, table.words, table.at)
        .where(table.student_id == student.id, table.lesson == lesson)
        .order_by(table.id)
    )
    if step is not None:
        query = query.where(table.step == step)
    found: dict[str, tuple[Prediction, ...]] = {}
    for name, *values in connection.execute(query):
        found[name] = (*found.get(name, ()), Prediction(*values))
    return found
