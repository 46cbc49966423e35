"""Each member of a class list is a student of the record, whose number and name follow the list."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Column, Connection, Row, Table, delete, exists, select, update

from classroom.classes import make_class
from classroom.records import tables
from classroom.records.store import Store
from classroom.records.student import lock_all
from classroom.revisions.history import lock_file

_CLASS, _MEMBER, _STUDENT = tables.school_class, tables.roster_member, tables.student
_SIGN_IN = (tables.pin, tables.student_session, tables.device)
"""What tells who somebody is, and nothing of what was done."""


def enrol_members(connection: Connection, at: datetime, class_name: str) -> None:
    """Makes the class, if it is new, and each of its members a student; numbers and names follow the list.

    Who was in this class before, under the same number or, without one, the same name, is that student again.
    """
    make_class(connection, at, class_name)
    rows = connection.execute(select(_MEMBER).where(_MEMBER.c.class_name == class_name)).all()
    for row in rows:
        values = {"number": row.number, "name": row.name, "class_name": class_name, "kind": "enrolled"}
        known = row.student_id or _former(connection, row)
        if known is None:
            added = _STUDENT.insert().values(**values, joined_at=at).returning(_STUDENT.c.id)
            known = connection.scalar(added)
        else:
            connection.execute(update(_STUDENT).where(_STUDENT.c.id == known).values(**values))
        if known != row.student_id:
            connection.execute(update(_MEMBER).where(_MEMBER.c.id == row.id).values(student_id=known))


def enrol_all_members(store: Store) -> None:
    """Does so in every class with members who are no students yet, as in lists of earlier versions."""
    query = select(_MEMBER.c.class_name).where(_MEMBER.c.student_id.is_(None)).distinct()
    with store.read() as connection:
        names = list(connection.scalars(query))
    if names:
        with store.write() as connection:
            for name in sorted(names):
                lock_file(connection, f"class/{name}")
                enrol_members(connection, store.clock(), name)


def students_of_members(connection: Connection, members: Sequence[int]) -> list[int]:
    """Which students these members of a list are."""
    query = select(_MEMBER.c.student_id).where(_MEMBER.c.id.in_(members), _MEMBER.c.student_id.is_not(None))
    return list(connection.scalars(query))


def dismiss(connection: Connection, students: Sequence[int]) -> None:
    """Ends students who are in no list any more: they are signed out and cannot come in.

    Who has done something stays in the record as a former student; of all others nothing stays.
    """
    lock_all(connection, students)
    for table in _SIGN_IN:
        connection.execute(delete(table).where(table.c.student_id.in_(students)))
    working = {student for student in students if has_work(connection, student)}
    idle = [student for student in students if student not in working]
    connection.execute(update(_STUDENT).where(_STUDENT.c.id.in_(working)).values(kind="former"))
    connection.execute(delete(_STUDENT).where(_STUDENT.c.id.in_(idle)))


def drop_class(connection: Connection, class_name: str) -> None:
    """Deletes a class without a list, unless something was set or asked of it or somebody was in it."""
    of_it = select(_CLASS.c.id).where(_CLASS.c.name == class_name).scalar_subquery()
    kept = [exists().where(column == of_it) for column in _references(_CLASS)]
    kept.append(
        exists().where(_STUDENT.c.class_name == class_name, _STUDENT.c.kind.in_(("enrolled", "former")))
    )
    if not any(connection.execute(select(*kept)).one()):
        connection.execute(delete(_CLASS).where(_CLASS.c.name == class_name))


def has_work(connection: Connection, student_id: int) -> bool:
    """Whether anything in the record is this student's, apart from a name and a way to sign in."""
    apart = {*_SIGN_IN, _MEMBER}
    of_work = [column for column in _references(_STUDENT) if column.table not in apart]
    found = [exists().where(column == student_id) for column in of_work]
    return any(connection.execute(select(*found)).one())


@cache
def _references(to: Table) -> tuple[Column[Any], ...]:
    """Every column that refers to a row of this table; a table that is added later is among them."""
    return tuple(
        key.parent
        for table in tables.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column is to.c.id
    )


def _former(connection: Connection, member: Row[*tuple[Any, ...]]) -> int | None:
    student = _STUDENT.c
    is_same = student.number == member.number
    if not member.number:
        is_same &= student.name == member.name
    query = select(student.id).where(
        student.class_name == member.class_name, student.kind == "former", is_same
    )
    return connection.scalar(query.order_by(student.id.desc()).limit(1))
