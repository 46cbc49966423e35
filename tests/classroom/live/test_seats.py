"""A student has one seat in a room, whichever phone they hold, under a name that the hall may show."""

import pytest

from classroom import Store, Student, end_guests, guest_of
from classroom.classes import SchoolClass
from classroom.live import LiveRoom, open_room, seat_of, seats_of, take_seat
from classroom.live.rooms import set_class
from classroom.live.seats import FULL, MOST_LETTERS, NOT_ALLOWED
from classroom.records.student import NO_NAME
from courseware.problem import ReaderError
from tests.classroom.conftest import Clock
from tests.classroom.live.conftest import sit


def test_a_student_with_two_phones_has_one_seat_under_the_name_of_the_list(
    store: Store, school: SchoolClass, pupils: tuple[Student, ...]
) -> None:
    room = open_room(store, "loyalty", "Ms Li", school.name)
    first, second = (take_seat(store, room, pupils[0], name) for name in ("", "Batman"))

    assert first == second
    assert first.name == pupils[0].name == "Li Hua"
    assert seats_of(store, room) == (first,)


def test_coming_back_keeps_seat_name_team_and_place(store: Store, room: LiveRoom, clock: Clock) -> None:
    ann = take_seat(store, room, guest_of(store, "a"), "Ann", "red")
    clock.forward(1)
    bob = sit(store, room, "Bob")
    clock.forward(1)

    assert take_seat(store, room, guest_of(store, "a")) == ann == seat_of(store, room, guest_of(store, "a"))
    renamed = take_seat(store, room, guest_of(store, "a"), "Anna")
    assert (renamed.name, renamed.team) == ("Anna", "red")
    assert seats_of(store, room) == (renamed, bob)


def test_a_seat_in_one_room_is_none_in_another(store: Store, room: LiveRoom) -> None:
    sit(store, room, "Ann")

    assert seat_of(store, open_room(store, "loyalty", "Ms Li"), guest_of(store, "Ann")) is None


def test_who_is_not_of_the_class_is_refused_where_guests_are(
    store: Store, school: SchoolClass, pupils: tuple[Student, ...], room: LiveRoom
) -> None:
    shut = set_class(store, room, school.name, allows_guests=False)
    with pytest.raises(ReaderError) as caught:
        sit(store, shut, "Ann")

    assert caught.value.text == NOT_ALLOWED
    assert seats_of(store, shut) == ()
    assert take_seat(store, shut, pupils[1]).name == "Wang Fang"


@pytest.mark.parametrize("name", ["", "   ", "\u3000\n", "\x00\x07", "\u200b\u200d\u2060", "\ud800"])
def test_a_name_that_nobody_could_see_is_asked_for(store: Store, room: LiveRoom, name: str) -> None:
    with pytest.raises(ReaderError) as caught:
        take_seat(store, room, guest_of(store, "a"), name)

    assert caught.value.text == NO_NAME
    assert seats_of(store, room) == ()


@pytest.mark.parametrize("name", ["字" * 10_000, f"{'a' * (MOST_LETTERS - 1)} bcd", "<b>" * 20])
def test_a_name_that_is_too_long_is_cut_and_is_the_same_seat_when_it_comes_again(
    store: Store, room: LiveRoom, name: str
) -> None:
    seats = [take_seat(store, room, guest_of(store, "a"), given) for given in (name, name, "")]

    assert seats == [seats[0]] * 3
    assert seats[0].name == name[:MOST_LETTERS].strip()


def test_a_full_room_says_so_and_keeps_those_who_sit(
    store: Store, room: LiveRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("classroom.live.seats.MOST_SEATS", 2)
    sitting = sit(store, room, "Ann"), sit(store, room, "Bob")
    with pytest.raises(ReaderError) as caught:
        sit(store, room, "Cem")

    assert caught.value.text == FULL.fill({"most": 2})
    assert seats_of(store, room) == sitting
    assert sit(store, room, "Ann") == sitting[0]


def test_of_a_guest_whose_time_is_over_no_seat_is_left(store: Store, room: LiveRoom, clock: Clock) -> None:
    sit(store, room, "Ann")
    end_guests(store, clock.now)

    assert seats_of(store, room) == ()
