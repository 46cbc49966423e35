"""What the gradebook of sixty students and 200 questions takes, beside the bare reading of its rows."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sqlalchemy import insert

from classroom import Store, open_store
from classroom.classes import SchoolClass, students_of
from classroom.gradebook.computing import MarkingScheme
from classroom.gradebook.reading import GradedCourse, gradebook
from classroom.records import tables
from course import all_exercises
from lessons import Lesson, Marks
from tests.bench.work import seconds
from tests.classroom.gradebook.term import lesson_of
from tests.classroom.school import make_class

STUDENTS, ITEMS, LESSONS = 60, 200, 10


@contextmanager
def filled_class() -> Iterator[tuple[Store, SchoolClass, GradedCourse]]:
    """A class each of whom has answered every question, a lesson of twenty after the other."""
    items = sorted(all_exercises())[:ITEMS]
    share = len(items) // LESSONS
    names = [f"lesson{n}" for n in range(LESSONS)]
    lessons: dict[str, Lesson] = {
        name: lesson_of(*items[n * share : (n + 1) * share], name=name) for n, name in enumerate(names)
    }
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "lab.db", lambda: datetime(2026, 3, 2, 9, 0, tzinfo=UTC))
        made = make_class(store, "CRM 1", [(f"{n:03}", f"Student {n}") for n in range(STUDENTS)])
        _answer(store, made, items)
        scheme = MarkingScheme.of(Marks(preset="course"))
        yield store, made, GradedCourse(scheme, lessons, all_exercises())
        store.close()


def _answer(store: Store, made: SchoolClass, items: list[str]) -> None:
    at, pairs = store.clock(), [(s.id, item) for s in students_of(store, made) for item in items]
    drawn = [
        {
            "id": n,
            "student_id": who,
            "item": item,
            "group_number": 0,
            "body": {},
            "wording": "",
            "drawn_at": at,
        }
        for n, (who, item) in enumerate(pairs, 1)
    ]
    marked = {"response": {}, "response_digest": "", "grade": {}, "rate": 1.0, "hint_cost": 0.0, "at": at}
    tried = [
        {"student_id": who, "variant_id": n, "item": item, "group_number": 0, "try_number": 1, **marked}
        | {"score": n % 5 / 4, "points": n % 5 / 4}
        for n, (who, item) in enumerate(pairs, 1)
    ]
    with store.write() as connection:
        connection.execute(insert(tables.variant), drawn)
        connection.execute(insert(tables.attempt), tried)


def rows(store: Store) -> None:
    """The same rows, fetched and nothing done with them."""
    table = tables.attempt.c
    query = tables.attempt.select().with_only_columns(table.student_id, table.item, table.points)
    with store.read() as connection:
        connection.execute(query).all()


def opened() -> tuple[float, float]:
    """Seconds for the gradebook, and for the bare reading; the better of five each."""
    with filled_class() as (store, made, course):
        book = min(seconds(partial(gradebook, store, made, course)) for _ in range(5))
        return book, min(seconds(partial(rows, store)) for _ in range(5))
