"""Polls: a question that is open to the phones, closed, shown, and asked once more after a talk."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict
from sqlalchemy import Connection, Row, select, update

from classroom.live.forms import PollForm
from classroom.live.rooms import LiveRoom, touch_room
from classroom.records import tables
from classroom.records.store import Store
from classroom.revisions.history import lock_file
from courseware.text import Text

_POLL = tables.live_poll


class PollBody(BaseModel):
    """What is asked, as it was when it was opened: a corrected lesson does not change an old result."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    question: Text
    form: PollForm
    right: tuple[int, ...] | None = None
    """The places of what is right, if that is known; it never reaches a phone before it is shown."""
    seconds: int | None = None
    """How long it is open, in a race."""


@dataclass(frozen=True)
class Poll:
    """One poll of a room. `round` is 2 if the class is asked for the second time."""

    id: int
    room_id: int
    race_id: int | None
    slide: str
    round: int
    body: PollBody
    opened_at: datetime
    closed_at: datetime | None
    revealed_at: datetime | None

    @property
    def is_open(self) -> bool:
        """Whether votes are taken."""
        return self.closed_at is None

    @property
    def is_revealed(self) -> bool:
        """Whether everybody may see what the class has answered."""
        return self.revealed_at is not None


def ask(store: Store, room: LiveRoom, slide: str, body: PollBody, race_id: int | None = None) -> Poll:
    """Opens the poll of a slide to the phones; one that is open elsewhere in the room is closed.

    A poll of this slide that was closed and asks the same is opened again, with the votes it has.
    """

    def change(connection: Connection, now: datetime) -> Poll:
        known = _newest(connection, room, slide)
        if known is not None and known.body == body and known.race_id == race_id:
            return _update(connection, known.id, opened_at=now, closed_at=None, revealed_at=None)
        return _add(connection, room, slide, body, now, race_id=race_id)

    return _opened(store, room, change)


def ask_again(store: Store, room: LiveRoom, slide: str) -> Poll | None:
    """Opens a new round of the slide's poll, so that the shift can be seen; None if there was none."""
    known = poll_of_slide(store, room, slide)
    if known is None:
        return None
    return _opened(
        store,
        room,
        lambda connection, now: _add(connection, room, slide, known.body, now, known.round + 1),
    )


def close_poll(store: Store, poll: Poll) -> Poll:
    """Takes no more votes."""
    return _change(store, poll, closed_at=poll.closed_at or store.clock())


def reveal_poll(store: Store, poll: Poll, *, is_shown: bool = True) -> Poll:
    """Shows everybody what the class has answered, or covers it again."""
    return _change(store, poll, revealed_at=store.clock() if is_shown else None)


def newest_poll(store: Store, room: LiveRoom) -> Poll | None:
    """The poll that was opened last in the room."""
    with store.read() as connection:
        return newest_in(connection, room.id)


def newest_in(connection: Connection, room_id: int) -> Poll | None:
    """The same in the caller's transaction."""
    query = select(_POLL).where(_POLL.c.room_id == room_id)
    row = connection.execute(query.order_by(_POLL.c.opened_at.desc(), _POLL.c.id.desc()).limit(1)).first()
    return _read(row) if row is not None else None


def poll_of_slide(store: Store, room: LiveRoom, slide: str) -> Poll | None:
    """The newest round of a slide's poll."""
    with store.read() as connection:
        return _newest(connection, room, slide)


def polls_of(store: Store, room: LiveRoom) -> tuple[Poll, ...]:
    """All polls of the room, in the order in which they were first opened."""
    with store.read() as connection:
        query = select(_POLL).where(_POLL.c.room_id == room.id).order_by(_POLL.c.id)
        return tuple(_read(row) for row in connection.execute(query))


def find_poll(connection: Connection, id_: int) -> Poll | None:
    """The poll with this number."""
    row = connection.execute(select(_POLL).where(_POLL.c.id == id_)).first()
    return _read(row) if row is not None else None


def _opened(store: Store, room: LiveRoom, change: Callable[[Connection, datetime], Poll]) -> Poll:
    with store.write() as connection:
        lock_file(connection, f"live room {room.id}")
        now = store.clock()
        others = _POLL.c.room_id == room.id, _POLL.c.closed_at.is_(None)
        connection.execute(update(_POLL).where(*others).values(closed_at=now))
        poll = change(connection, now)
        touch_room(connection, room.id)
        return poll


def _add(  # noqa: PLR0917 - what a row is made of
    connection: Connection,
    room: LiveRoom,
    slide: str,
    body: PollBody,
    now: datetime,
    number: int = 1,
    race_id: int | None = None,
) -> Poll:
    values = {
        "room_id": room.id,
        "race_id": race_id,
        "slide": slide,
        "round": number,
        "body": body.model_dump(mode="json"),
        "opened_at": now,
    }
    return _read(connection.execute(_POLL.insert().values(**values).returning(_POLL)).one())


def _change(store: Store, poll: Poll, **values: object) -> Poll:
    with store.write() as connection:
        changed = _update(connection, poll.id, **values)
        touch_room(connection, poll.room_id)
        return changed


def _update(connection: Connection, id_: int, **values: object) -> Poll:
    changed = update(_POLL).where(_POLL.c.id == id_).values(**values).returning(_POLL)
    return _read(connection.execute(changed).one())


def _newest(connection: Connection, room: LiveRoom, slide: str) -> Poll | None:
    query = select(_POLL).where(_POLL.c.room_id == room.id, _POLL.c.slide == slide)
    row = connection.execute(query.order_by(_POLL.c.id.desc()).limit(1)).first()
    return _read(row) if row is not None else None


def _read(row: Row[*tuple[Any, ...]]) -> Poll:
    values = dict(row._mapping)
    return Poll(**{**values, "body": PollBody.model_validate(values["body"])})
