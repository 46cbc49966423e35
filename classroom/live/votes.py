"""Votes: appended in one transaction each; a later one of the same student counts instead of the earlier."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from pydantic import JsonValue
from sqlalchemy import Connection, Select, func, select

from classroom.live.polls import Poll, find_poll
from classroom.live.rooms import room_in, touch_room
from classroom.live.seats import LiveSeat
from classroom.records import tables
from classroom.records.store import Store
from classroom.records.upsert import insert
from courseware.problem import ReaderError
from courseware.text import Text

MOST_VOTES: Final = 20
"""Of one student in one poll: so often may somebody change their mind."""
GONE: Final = Text(
    en="The question you answered is not open any more. Your answer was not counted.",
    zh="这道题已经结束，这次回答没有计入。",
)
TOO_OFTEN: Final = Text(
    en="You have changed this answer {most} times; the last one counts.",
    zh="这个回答已经改了 {most} 次，以最后一次为准。",
)
_VOTE = tables.live_vote


@dataclass(frozen=True)
class Vote:
    """What counts of one student in a poll, and when it was given."""

    id: int
    student_id: int
    number: int
    value: JsonValue
    at: datetime


def vote(store: Store, seat: LiveSeat, poll_id: int, number: int, given: JsonValue) -> Vote:
    """Keeps a vote and returns what counts now. `number` is how often this phone has voted in the poll.

    The same number twice is one vote, as a double tap or a second sending is. A ReaderError says why a
    vote is not taken; then nothing was kept.
    """
    if not 1 <= number <= MOST_VOTES:
        raise ReaderError(TOO_OFTEN.fill({"most": MOST_VOTES}))
    with store.write() as connection:
        touch_room(connection, seat.room_id)  # first, so that nobody closes it in between
        poll = _open_poll(connection, seat, poll_id, store.clock())
        value = poll.body.form.read(given)
        new = insert(connection, _VOTE).values(
            poll_id=poll.id, student_id=seat.student_id, number=number, value=value, at=store.clock()
        )
        connection.execute(new.on_conflict_do_nothing(index_elements=["poll_id", "student_id", "number"]))
        counted = last_vote(connection, poll.id, seat.student_id)
    if counted is None:
        raise LookupError("a vote that was written is not there")
    return counted


def last_vote(connection: Connection, poll_id: int, student_id: int) -> Vote | None:
    """What counts of this student in this poll."""
    mine = _VOTE.c.poll_id == poll_id, _VOTE.c.student_id == student_id
    row = connection.execute(select(*_COLUMNS).where(*mine).order_by(_VOTE.c.number.desc()).limit(1)).first()
    return Vote(*row) if row is not None else None


def my_vote(store: Store, poll: Poll, student_id: int) -> Vote | None:
    """The same, on its own."""
    with store.read() as connection:
        return last_vote(connection, poll.id, student_id)


def votes_of(store: Store, poll: Poll) -> tuple[Vote, ...]:
    """What counts of everybody, in the order in which it was given."""
    with store.read() as connection:
        return tuple(counting(connection, poll.id))


def counting(connection: Connection, poll_id: int) -> Iterator[Vote]:
    """The same in the caller's transaction."""
    for row in connection.execute(_counting(poll_id)):
        yield Vote(*row)


def _counting(poll_id: int) -> Select[*tuple[Any, ...]]:
    last = (
        select(_VOTE.c.student_id, func.max(_VOTE.c.number).label("number"))
        .where(_VOTE.c.poll_id == poll_id)
        .group_by(_VOTE.c.student_id)
        .subquery()
    )
    is_last = (_VOTE.c.student_id == last.c.student_id) & (_VOTE.c.number == last.c.number)
    query = select(*_COLUMNS).select_from(_VOTE.join(last, is_last)).where(_VOTE.c.poll_id == poll_id)
    return query.order_by(_VOTE.c.at, _VOTE.c.id)


def _open_poll(connection: Connection, seat: LiveSeat, poll_id: int, now: datetime) -> Poll:
    poll = find_poll(connection, poll_id)
    if poll is None or poll.room_id != seat.room_id or not poll.is_open:
        raise ReaderError(GONE)
    if not room_in(connection, seat.room_id).is_open(now):
        raise ReaderError(GONE)
    return poll


_COLUMNS: Final = (_VOTE.c.id, _VOTE.c.student_id, _VOTE.c.number, _VOTE.c.value, _VOTE.c.at)
