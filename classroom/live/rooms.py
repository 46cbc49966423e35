"""A room of the live class: opened for a lesson that is presented, found by five digits on a phone."""

import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from pydantic import JsonValue
from sqlalchemy import Connection, Row, select, update

from classroom.records import tables
from classroom.records.store import Store
from classroom.records.tables.live import CODE
from classroom.revisions.history import lock_file

KEPT_OPEN: Final = timedelta(hours=6)
"""So long after it was opened a room that nobody closed lets phones in."""
_ROOM = tables.live_room


@dataclass(frozen=True)
class LiveRoom:
    """A room; `class_name` is empty if it is for guests alone.

    `version` grows with everything that is to be told to its phones and windows. `command` is the last
    thing that the teacher's phone asked the hall for, with its number and its time.
    """

    id: int
    presenter: str
    lesson: str
    class_name: str
    code: str
    allows_guests: bool
    version: int
    command: Mapping[str, JsonValue] | None
    opened_at: datetime
    closed_at: datetime | None

    def is_open(self, now: datetime) -> bool:
        """Whether phones are let in and votes are taken."""
        return self.closed_at is None and now - self.opened_at < KEPT_OPEN


def open_room(
    store: Store, lesson: str, presenter: str, class_name: str = "", *, allows_guests: bool = True
) -> LiveRoom:
    """The open room of this lesson by this presenter, or a new one with a code of its own."""
    with store.write() as connection:
        lock_file(connection, "live rooms")
        now = store.clock()
        known = _newest(connection, lesson, presenter)
        if known is not None and known.is_open(now):
            return known
        values = {
            "presenter": presenter[: tables.NAME],
            "lesson": lesson,
            "class_name": class_name[: tables.NAME],
            "code": _new_code(connection, now),
            "allows_guests": allows_guests,
            "version": 1,
            "opened_at": now,
        }
        return _read(connection.execute(_ROOM.insert().values(**values).returning(_ROOM)).one())


def room_of(store: Store, lesson: str, presenter: str) -> LiveRoom | None:
    """The open room of this lesson by this presenter."""
    with store.read() as connection:
        room = _newest(connection, lesson, presenter)
    return room if room is not None and room.is_open(store.clock()) else None


def find_room(store: Store, code: str) -> LiveRoom | None:
    """The open room with this code, however it was typed."""
    folded = fold_code(code)
    with store.read() as connection:
        row = connection.execute(
            select(_ROOM)
            .where(_ROOM.c.code == folded, _ROOM.c.closed_at.is_(None))
            .order_by(_ROOM.c.id.desc())
            .limit(1)
        ).first()
    room = _read(row) if row is not None else None
    return room if room is not None and room.is_open(store.clock()) else None


def room_by_id(store: Store, id_: int) -> LiveRoom:
    """The room with this number; a LookupError if there is none."""
    with store.read() as connection:
        return room_in(connection, id_)


def room_in(connection: Connection, id_: int) -> LiveRoom:
    """The same in the caller's transaction."""
    row = connection.execute(select(_ROOM).where(_ROOM.c.id == id_)).first()
    if row is None:
        raise LookupError(f"there is no room {id_}")
    return _read(row)


def set_class(store: Store, room: LiveRoom, class_name: str, *, allows_guests: bool) -> LiveRoom:
    """Says which class it is for, and whether somebody who is in no class may come in."""
    return _change(store, room, class_name=class_name[: tables.NAME], allows_guests=allows_guests)


def close_room(store: Store, room: LiveRoom) -> LiveRoom:
    """Ends it: nobody comes in any more, and no vote is taken."""
    return _change(store, room, closed_at=store.clock())


def command(store: Store, room: LiveRoom, what: Mapping[str, JsonValue]) -> LiveRoom:
    """Has the hall do something; the number of the command is the room's new version."""
    with store.write() as connection:
        version = touch_room(connection, room.id)
        at = int(store.clock().timestamp() * 1000)
        values = {"command": {**what, "n": version, "at": at}}
        return _read(_updated(connection, room.id, values))


def touch_room(connection: Connection, id_: int) -> int:
    """Counts that something is to be told, in the caller's transaction; returns the new version."""
    counted = update(_ROOM).where(_ROOM.c.id == id_).values(version=_ROOM.c.version + 1)
    return int(connection.execute(counted.returning(_ROOM.c.version)).scalar_one())


def fold_code(typed: str) -> str:
    """A room code as it is kept: digits alone, full-width ones made plain.

    >>> fold_code(" 12 3-45 "), fold_code("１２３４５")
    ('12345', '12345')
    """
    plain = unicodedata.normalize("NFKC", typed[:40])
    return "".join(letter for letter in plain if letter in "0123456789")


def _change(store: Store, room: LiveRoom, **values: object) -> LiveRoom:
    with store.write() as connection:
        touch_room(connection, room.id)
        return _read(_updated(connection, room.id, values))


def _updated(connection: Connection, id_: int, values: Mapping[str, object]) -> Row[*tuple[Any, ...]]:
    changed = update(_ROOM).where(_ROOM.c.id == id_).values(**values).returning(_ROOM)
    return connection.execute(changed).one()


def _new_code(connection: Connection, now: datetime) -> str:
    """Digits that no open room has; the first is not 0, which some keypads swallow."""
    taken = set(
        connection.scalars(
            select(_ROOM.c.code).where(_ROOM.c.closed_at.is_(None), _ROOM.c.opened_at > now - KEPT_OPEN)
        )
    )
    lowest = 10 ** (CODE - 1)
    while True:
        code = str(lowest + secrets.randbelow(9 * lowest))
        if code not in taken:
            return code


def _newest(connection: Connection, lesson: str, presenter: str) -> LiveRoom | None:
    mine = _ROOM.c.lesson == lesson, _ROOM.c.presenter == presenter[: tables.NAME]
    row = connection.execute(select(_ROOM).where(*mine).order_by(_ROOM.c.id.desc()).limit(1)).first()
    return _read(row) if row is not None else None


def _read(row: Row[*tuple[Any, ...]]) -> LiveRoom:
    return LiveRoom(**row._mapping)
