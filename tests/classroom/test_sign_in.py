"""Sessions of students on the record: how long they last, and what of them is left."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from classroom import Store, Student, guest_of, students_of, submit
from classroom.classes import set_open
from classroom.records import tables
from classroom.sign_in.guest_work import WorkSummary, may_take_along, summary_of, take_along
from classroom.sign_in.matching import find_entrant
from classroom.sign_in.overview import enrolled_students
from classroom.sign_in.pins import fits_pin, pin_hash_of, set_first_pin
from classroom.sign_in.requests import MOST_WAITING, ask_to_enter, waiting_for
from classroom.sign_in.sessions import (
    SHARED_FOR,
    SIGNED_IN_FOR,
    forget_old_sign_ins,
    sign_in,
    sign_out_everywhere,
    signed_in_student,
)
from exercises import Exercise
from tests.classroom.conftest import Clock
from tests.classroom.school import make_class
from tests.records import statements

LIST = [("2024001", "李华"), ("2024002", "吴敏")]


def student(store: Store) -> Student:
    return students_of(store, make_class(store, "CRM 1", LIST))[0]


@pytest.mark.parametrize(("is_shared", "kept_for"), [(False, SIGNED_IN_FOR), (True, SHARED_FOR)])
def test_a_device_stays_signed_in_while_it_is_used_and_not_much_longer(
    store: Store, clock: Clock, is_shared: bool, kept_for: timedelta
) -> None:
    li = student(store)
    token = sign_in(store, li, is_shared=is_shared)
    for _ in range(3):
        clock.forward((kept_for - timedelta(minutes=10)) / timedelta(minutes=1))
        assert signed_in_student(store, token) == li
    clock.forward((kept_for + timedelta(minutes=1)) / timedelta(minutes=1))

    assert signed_in_student(store, token) is None


def test_sessions_whose_time_is_over_are_deleted_and_no_others(store: Store, clock: Clock) -> None:
    li = student(store)
    sign_in(store, li)
    clock.forward((SIGNED_IN_FOR + timedelta(hours=1)) / timedelta(minutes=1))
    token = sign_in(store, li)
    forget_old_sign_ins(store)

    with store.read() as connection:
        assert len(connection.execute(select(tables.student_session)).all()) == 1
    assert signed_in_student(store, token) == li


def test_who_is_signed_in_is_found_by_one_query(store: Store) -> None:
    token = sign_in(store, student(store))
    asked = statements(store)
    signed_in_student(store, token)

    assert len(asked) == 1


def test_the_overview_tells_of_pins_devices_and_former_students(store: Store, plus_one: Exercise) -> None:
    made = make_class(store, "CRM 1", LIST)
    li, wu = students_of(store, made)
    set_first_pin(store, li, "4096")
    for _ in range(2):
        sign_in(store, li)
    submit(store, wu, plus_one, {"answer": "-1"})
    made = make_class(store, "CRM 1", LIST[:1])
    told = [
        (one.student.name, one.has_pin, one.devices, one.is_former) for one in enrolled_students(store, made)
    ]

    assert told == [("李华", True, 2, False), ("吴敏", False, 0, True)]
    assert sign_out_everywhere(store, li, by="instructor") == 2


def test_a_teacher_who_signs_a_student_out_and_a_class_that_is_closed_are_noted(store: Store) -> None:
    made = make_class(store, "CRM 1", LIST)
    sign_out_everywhere(store, students_of(store, made)[0], by="陈静")
    set_open(store, made, is_open=False, by="陈静")
    with store.read() as connection:
        noted = connection.execute(select(tables.audit_entry.c.actor, tables.audit_entry.c.action)).all()

    assert [tuple(one) for one in noted] == [("陈静", "sign_out"), ("陈静", "close_class")]


def test_a_pin_fits_itself_alone_and_nobody_without_one_has_any(store: Store) -> None:
    li = student(store)
    before = pin_hash_of(store, li)
    set_first_pin(store, li, "4096")
    kept = pin_hash_of(store, li)

    assert (before, fits_pin(before, "4096"), fits_pin(None, "no PIN")) == (None, False, False)
    assert [fits_pin(kept, typed) for typed in ("4096", " ４０９６ ", "4097", "")] == [
        True,
        True,
        False,
        False,
    ]


def test_two_numbers_that_read_alike_are_told_apart_by_how_they_are_written(store: Store) -> None:
    made = make_class(store, "CRM 1", [("1", "Li Hua"), ("01", "Wu Min")])

    def found(number: str, name: str = "") -> str | None:
        entrant = find_entrant(store, made, number, name)
        return entrant.student.name if entrant is not None else None

    assert [found("1"), found("01"), found("001")] == ["Li Hua", "Wu Min", None]
    assert found("001", "Wu Min") == "Wu Min"


def test_what_a_guest_takes_along_is_every_attempt_as_it_was(store: Store, plus_one: Exercise) -> None:
    guest, li = guest_of(store, "a browser"), student(store)
    submit(store, guest, plus_one, {"answer": "-1"})
    with store.read() as connection:
        before = connection.execute(select(tables.attempt)).all()
    summary = summary_of(store, guest)
    taken = take_along(store, guest, li)
    again = take_along(store, guest, taken)
    with store.read() as connection:
        after = connection.execute(select(tables.attempt)).all()

    assert summary == WorkSummary(answers=1, lessons=0)
    assert (taken.id, taken.name, taken.kind) == (guest.id, "李华", "enrolled")
    assert again == taken
    assert after == before
    assert not may_take_along(store, taken)


def test_requests_are_bounded_and_name_somebody(store: Store) -> None:
    made = make_class(store, "CRM 1", LIST)
    asked = [ask_to_enter(store, made, str(n), "Tom") for n in range(MOST_WAITING + 2)]

    assert asked == [True] * MOST_WAITING + [False] * 2
    assert not ask_to_enter(store, made, "", "Tom")
    assert not ask_to_enter(store, made, "9", " ")
    assert len(waiting_for(store, made)) == MOST_WAITING
