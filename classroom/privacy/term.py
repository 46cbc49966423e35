"""A term ends: classes are closed, nobody is signed in any more, guests and requests to enter go."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, delete, func, select, update

from classroom.audit import note
from classroom.guests import end_guests_in
from classroom.records import tables


@dataclass(frozen=True)
class TermEnd:
    """How much of each there was to end."""

    classes: int
    sessions: int
    pins: int
    requests: int
    guests: int


def end_term(connection: Connection, at: datetime, *, actor: str) -> TermEnd:
    """Ends the term within the caller's transaction; answers and marks of students stay as they are."""
    open_class = tables.school_class.c.closed_at.is_(None)
    closed = _count(connection, tables.school_class, open_class)
    connection.execute(update(tables.school_class).where(open_class).values(closed_at=at))
    ended = TermEnd(
        closed,
        _delete_all(connection, tables.student_session),
        _delete_all(connection, tables.pin),
        _delete_all(connection, tables.entry_request),
        end_guests_in(connection, at),
    )
    detail = {"classes": closed, "sessions": ended.sessions, "pins": ended.pins, "guests": ended.guests}
    note(connection, at, actor, "end-term", "all classes", detail)
    return ended


def _delete_all(connection: Connection, table: Table) -> int:
    count = _count(connection, table)
    connection.execute(delete(table))
    return count


def _count(connection: Connection, table: Table, *conditions: Any) -> int:
    return connection.scalar(select(func.count()).select_from(table).where(*conditions)) or 0
