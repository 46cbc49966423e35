"""A response in the making: kept so that a reload, a lost connection or a slip costs nothing."""

from collections.abc import Mapping

from pydantic import JsonValue
from sqlalchemy import Connection, select

from classroom.records import tables
from classroom.records.sanitize import sanitize
from classroom.records.store import Store
from classroom.records.student import Student
from classroom.records.upsert import upsert


def save_draft(store: Store, student: Student, item: str, response: Mapping[str, object]) -> None:
    """Keeps an unfinished response; a ReaderError if it is not plain JSON or far too long."""
    kept = sanitize(response)
    if draft(store, student, item) == kept:
        return
    with store.write() as connection:
        values = {"response": kept, "at": store.clock()}
        upsert(connection, tables.draft, {"student_id": student.id, "item": item}, values)


def draft(store: Store, student: Student, item: str) -> dict[str, JsonValue] | None:
    """The unfinished response to this item, if there is one."""
    table = tables.draft.c
    query = select(table.response).where(table.student_id == student.id, table.item == item)
    with store.read() as connection:
        return connection.scalar(query)


def drop_draft(connection: Connection, student: Student, item: str) -> None:
    """The response has been sent; nothing is unfinished any more."""
    table = tables.draft
    connection.execute(table.delete().where(table.c.student_id == student.id, table.c.item == item))
