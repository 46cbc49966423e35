"""A room has one open question at a time; what was answered stays with the round it was given in."""

import pytest

from classroom import Store
from classroom.live import (
    LiveRoom,
    ask,
    ask_again,
    close_poll,
    newest_poll,
    open_room,
    poll_of_slide,
    reveal_poll,
    vote,
    votes_of,
)
from classroom.live.polls import polls_of
from courseware.problem import ReaderError
from tests.classroom.conftest import Clock
from tests.classroom.live.conftest import asked, sit


def test_asking_elsewhere_closes_what_is_open_in_this_room_alone(store: Store, room: LiveRoom) -> None:
    other = open_room(store, "loyalty", "Ms Li")
    elsewhere, first = ask(store, other, "s1", asked()), ask(store, room, "s1", asked())
    second = ask(store, room, "s2", asked())

    assert [poll.is_open for poll in polls_of(store, room)] == [False, True]
    assert polls_of(store, other) == (elsewhere,)
    assert [first.id, second.id] == [poll.id for poll in polls_of(store, room)]


def test_asking_the_same_once_more_opens_it_with_its_votes(
    store: Store, room: LiveRoom, clock: Clock
) -> None:
    poll = ask(store, room, "s1", asked())
    vote(store, sit(store, room, "Ann"), poll.id, 1, [2])
    reveal_poll(store, close_poll(store, poll))
    clock.forward(1)
    ask(store, room, "s2", asked())
    clock.forward(1)
    again = ask(store, room, "s1", asked())

    assert (again.id, again.is_open, again.is_revealed) == (poll.id, True, False)
    assert [one.value for one in votes_of(store, again)] == [[2]]
    assert newest_poll(store, room) == again


def test_asking_again_makes_a_second_round_and_keeps_the_first(store: Store, room: LiveRoom) -> None:
    first, seat = ask(store, room, "s1", asked()), sit(store, room, "Ann")
    vote(store, seat, first.id, 1, [0])
    second = ask_again(store, room, "s1")
    assert second is not None
    vote(store, seat, second.id, 1, [3])

    assert (first.round, second.round, second.body) == (1, 2, first.body)
    assert [one.is_open for one in polls_of(store, room)] == [False, True]
    assert [votes_of(store, poll)[0].value for poll in (first, second)] == [[0], [3]]
    assert poll_of_slide(store, room, "s1") == second


def test_nothing_is_asked_again_that_was_never_asked(store: Store, room: LiveRoom) -> None:

    assert ask_again(store, room, "s1") is None
    assert polls_of(store, room) == ()


def test_a_question_that_was_corrected_after_a_second_round_is_the_newest_of_its_slide(
    store: Store, room: LiveRoom
) -> None:
    ask(store, room, "s1", asked())
    ask_again(store, room, "s1")
    corrected = ask(store, room, "s1", asked("Which one?"))

    assert poll_of_slide(store, room, "s1") == corrected
    assert ask(store, room, "s1", asked("Which one?")).id == corrected.id


def test_a_result_is_shown_and_covered_again(store: Store, room: LiveRoom, clock: Clock) -> None:
    poll = close_poll(store, ask(store, room, "s1", asked()))
    clock.forward(1)
    shown = reveal_poll(store, poll)

    assert [poll.is_revealed, shown.is_revealed] == [False, True]
    assert not reveal_poll(store, shown, is_shown=False).is_revealed
    assert shown.closed_at == poll.closed_at == close_poll(store, shown).closed_at


def test_a_closed_question_takes_no_vote(store: Store, room: LiveRoom) -> None:
    poll = close_poll(store, ask(store, room, "s1", asked()))
    with pytest.raises(ReaderError):
        vote(store, sit(store, room, "Ann"), poll.id, 1, [0])

    assert votes_of(store, poll) == ()
