"""A room is one as long as it is open, found by its digits however they are typed, and gone after that."""

from datetime import timedelta

import pytest

from classroom import Store
from classroom.live import (
    LiveRoom,
    ask,
    close_poll,
    close_room,
    find_room,
    open_room,
    reveal_poll,
    room_of,
    vote,
)
from classroom.live.rooms import command, room_by_id, set_class
from tests.classroom.conftest import Clock
from tests.classroom.live.conftest import asked, sit


def test_a_lesson_has_one_room_of_each_presenter_while_it_is_open(store: Store, room: LiveRoom) -> None:
    again = open_room(store, "satisfaction", "Ms Li")
    others = open_room(store, "satisfaction", "Mr Wu"), open_room(store, "loyalty", "Ms Li")

    assert again == room == room_of(store, "satisfaction", "Ms Li")
    assert len({room.code, *(other.code for other in others)}) == 3


def test_a_presenter_with_a_very_long_name_has_one_room_too(store: Store) -> None:
    first, second = (open_room(store, "loyalty", "Wu" * 60, "CRM" * 60) for _ in range(2))

    assert first == second


def test_codes_are_five_digits_and_no_two_open_rooms_share_one(store: Store) -> None:
    codes = [open_room(store, f"lesson {number}", "Ms Li").code for number in range(12)]

    assert len(set(codes)) == 12
    assert all(len(code) == 5 and code.isdecimal() and code.isascii() and code[0] != "0" for code in codes)


def test_a_code_that_an_open_room_has_is_not_given_again(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = iter([0, 0, 1])
    monkeypatch.setattr("classroom.live.rooms.secrets.randbelow", lambda _: next(drawn))

    assert [open_room(store, lesson, "Ms Li").code for lesson in ("a", "b")] == ["10000", "10001"]


@pytest.mark.parametrize("typed", ["{}", "  {} ", "{0[0]} {0[1]}{0[2]}-{0[3]}{0[4]}", "\u200b{}\n"])
def test_a_code_is_found_however_it_is_typed(store: Store, room: LiveRoom, typed: str) -> None:
    full_width = str.maketrans("0123456789", "０１２３４５６７８９")

    assert find_room(store, typed.format(room.code)) == room
    assert find_room(store, typed.format(room.code).translate(full_width)) == room


@pytest.mark.parametrize("typed", ["", "0", "abc", "99", "1" * 10_000, "\ud800", "☃"])
def test_what_is_no_code_finds_nothing(store: Store, room: LiveRoom, typed: str) -> None:

    assert find_room(store, typed) is None


def test_a_closed_room_is_not_found_and_the_next_is_a_new_one(store: Store, room: LiveRoom) -> None:
    close_room(store, room)

    assert find_room(store, room.code) is None
    assert room_of(store, "satisfaction", "Ms Li") is None
    assert open_room(store, "satisfaction", "Ms Li").id != room.id


def test_a_room_is_found_for_six_hours(store: Store, room: LiveRoom, clock: Clock) -> None:
    clock.now += timedelta(hours=6) - timedelta(seconds=1)
    before = find_room(store, room.code)
    clock.now += timedelta(seconds=1)

    assert before == room
    assert find_room(store, room.code) is None
    assert open_room(store, "satisfaction", "Ms Li").id != room.id


def test_the_version_grows_with_everything_that_is_to_be_told(store: Store, room: LiveRoom) -> None:
    versions = [room.version]

    def note() -> None:
        versions.append(room_by_id(store, room.id).version)

    seat = sit(store, room, "Ann")
    note()
    poll = ask(store, room, "s1", asked())
    note()
    vote(store, seat, poll.id, 1, [0])
    note()
    close_poll(store, poll)
    note()
    reveal_poll(store, poll)
    note()
    told = command(store, room, {"go": "next"})
    note()
    set_class(store, room, "CRM 1", allows_guests=False)
    note()
    close_room(store, room)
    note()
    assert versions == sorted(set(versions))
    assert told.command is not None
    assert told.command["n"] == told.version


def test_reading_changes_nothing(store: Store, room: LiveRoom) -> None:
    sit(store, room, "Ann")
    before = room_by_id(store, room.id)
    sit(store, room, "Ann")
    open_room(store, "satisfaction", "Ms Li")

    assert room_by_id(store, room.id) == before


def test_a_room_that_is_not_there_is_told_by_its_number(store: Store) -> None:

    with pytest.raises(LookupError, match="77"):
        room_by_id(store, 77)
