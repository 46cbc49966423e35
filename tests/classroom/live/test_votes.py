"""Every vote is kept once; the last one of a student counts; what is refused leaves nothing behind."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select

from classroom import Store, end_guests
from classroom.live import LiveRoom, ask, close_poll, close_room, open_room, vote, votes_of
from classroom.live.rooms import room_by_id
from classroom.live.votes import MOST_VOTES
from classroom.records import tables
from courseware.problem import ReaderError
from courseware.text import LANGUAGES
from tests.classroom.conftest import Clock
from tests.classroom.live.conftest import asked, sit


def kept(store: Store) -> int:
    """How many votes the record holds, counting or not."""
    with store.read() as connection:
        return connection.scalar(select(func.count()).select_from(tables.live_vote)) or 0


def test_the_same_number_twice_is_one_vote_and_the_first_holds(store: Store, room: LiveRoom) -> None:
    poll, seat = ask(store, room, "s1", asked()), sit(store, room, "Ann")
    first, second = (vote(store, seat, poll.id, 1, [place]) for place in (0, 3))

    assert first == second == votes_of(store, poll)[0]
    assert kept(store) == 1


@pytest.mark.parametrize("order", [(1, 2, 3), (3, 1, 2), (2, 3, 1)])
def test_the_highest_number_counts_in_whatever_order_votes_arrive(
    store: Store, room: LiveRoom, order: tuple[int, ...]
) -> None:
    poll, seat = ask(store, room, "s1", asked()), sit(store, room, "Ann")
    for number in order:
        vote(store, seat, poll.id, number, [number])

    assert [one.value for one in votes_of(store, poll)] == [[3]]


@pytest.mark.parametrize("why", ["poll closed", "room closed", "room too old", "other room", "no poll"])
def test_a_vote_that_comes_too_late_or_from_elsewhere_is_refused_and_not_kept(
    store: Store, room: LiveRoom, clock: Clock, why: str
) -> None:
    poll, seat = ask(store, room, "s1", asked()), sit(store, room, "Ann")
    number = poll.id + (why == "no poll")
    if why == "poll closed":
        close_poll(store, poll)
    if why == "room closed":
        close_room(store, room)
    if why == "room too old":
        clock.forward(6 * 60)
    if why == "other room":
        seat = sit(store, open_room(store, "loyalty", "Ms Li"), "Ann")
    version = room_by_id(store, room.id).version
    with pytest.raises(ReaderError) as caught:
        vote(store, seat, number, 1, [0])

    assert all(caught.value.text[language] for language in LANGUAGES)
    assert (kept(store), room_by_id(store, room.id).version) == (0, version)


@pytest.mark.parametrize("number", [MOST_VOTES + 1, 0, -(10**30), 10**30])
def test_a_mind_is_changed_up_to_twenty_times(store: Store, room: LiveRoom, number: int) -> None:
    poll, seat = ask(store, room, "s1", asked()), sit(store, room, "Ann")
    vote(store, seat, poll.id, MOST_VOTES, [1])
    with pytest.raises(ReaderError):
        vote(store, seat, poll.id, number, [2])

    assert [one.value for one in votes_of(store, poll)] == [[1]]


def test_thirty_who_vote_at_once_are_each_counted_once(store: Store, room: LiveRoom) -> None:
    poll = ask(store, room, "s1", asked())
    seats = [sit(store, room, f"guest {number}") for number in range(30)]
    with ThreadPoolExecutor(30) as pool:
        list(pool.map(lambda seat: vote(store, seat, poll.id, 1, [seat.student_id % 4]), seats))

    given = {one.student_id: one.value for one in votes_of(store, poll)}
    assert given == {seat.student_id: [seat.student_id % 4] for seat in seats}
    assert kept(store) == 30


def test_the_vote_of_a_guest_whose_time_is_over_counts_and_their_question_is_empty(
    store: Store, room: LiveRoom, clock: Clock
) -> None:
    poll, seat = ask(store, room, "s1", asked()), sit(store, room, "Ann")
    vote(store, seat, poll.id, 1, [0])
    with store.write() as connection:
        row = {"room_id": room.id, "student_id": seat.student_id, "text": "Is it me?", "at": clock.now}
        connection.execute(tables.live_question.insert().values(**row))
    end_guests(store, clock.now)

    with store.read() as connection:
        assert connection.scalars(select(tables.live_question.c.text)).all() == [""]
    assert [one.value for one in votes_of(store, poll)] == [[0]]
