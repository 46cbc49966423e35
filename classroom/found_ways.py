"""Which ways of the tasks of a step a student has found in its simulation: each once, and for good."""

from collections.abc import Set as AbstractSet

from sqlalchemy import select

from classroom.records import tables
from classroom.records.store import Store
from classroom.records.student import Student
from classroom.records.upsert import insert


def ways_found(store: Store, student: Student, lesson: str, step: str) -> frozenset[str]:
    """The ways that the student has found at this step, by their keys."""
    table = tables.found_way.c
    query = select(table.way).where(
        table.student_id == student.id, table.lesson == lesson, table.step == step
    )
    with store.read() as connection:
        return frozenset(connection.scalars(query))


def note_ways(store: Store, student: Student, lesson: str, step: str, ways: AbstractSet[str]) -> None:
    """Keeps what was found; a way that was found before, in another window too, stays as it is."""
    here = {"student_id": student.id, "lesson": lesson, "step": step, "first_at": store.clock()}
    with store.write() as connection:
        new = insert(connection, tables.found_way).values([{**here, "way": way} for way in sorted(ways)])
        connection.execute(new.on_conflict_do_nothing())
