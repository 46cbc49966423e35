"""Classes: a code for each, members who are students of the record, and what becomes of who leaves."""

import pytest
from sqlalchemy import select, update

from classroom import Store, forget_roster, submit
from classroom.audit import note
from classroom.classes import (
    CODE_LETTERS,
    SchoolClass,
    class_of_code,
    has_classes,
    new_code,
    renew_code,
    school_class,
    school_classes,
    set_unknown_numbers,
    students_of,
)
from classroom.enrolment import enrol_all_members
from classroom.records import tables
from exercises import Exercise
from tests.classroom.school import make_class

LIST = [("2024001", "李华"), ("2024002", "吴敏"), ("", "Anna Smith")]


def kinds(store: Store) -> dict[str, str]:
    """Everybody in the record who has a name, and as what."""
    with store.read() as connection:
        rows = connection.execute(select(tables.student.c.name, tables.student.c.kind)).all()
    return {name: kind for name, kind in rows if name}


def test_a_list_makes_a_class_with_a_code_and_a_student_for_each_line(store: Store) -> None:
    made = make_class(store, "营销 1 班", LIST)

    assert school_classes(store) == (made,)
    assert [(one.number, one.name) for one in students_of(store, made)] == LIST
    assert {(one.class_name, one.kind) for one in students_of(store, made)} == {("营销 1 班", "enrolled")}
    assert (made.unknown_numbers, made.is_open) == ("refuse", True)
    assert school_class(store, "nowhere") is None


def test_codes_differ_and_have_no_letter_that_is_taken_for_another() -> None:
    codes = {new_code() for _ in range(200)}

    assert len(codes) == 200
    assert {len(code) for code in codes} == {6}
    assert not set("".join(codes)) & set("0O1IL5S")
    assert set("".join(codes)) <= set(CODE_LETTERS)


@pytest.mark.parametrize("typed", ["{code}", " {lower} ", "{first}-{last}", "{first} {last}", "{wide}"])
def test_a_code_is_found_however_it_is_typed(store: Store, typed: str) -> None:
    made = make_class(store, "CRM 1", LIST)
    code = made.code
    wide = code.translate({n: n + 0xFEE0 for n in range(0x21, 0x7F)})
    said = typed.format(code=code, lower=code.lower(), first=code[:3], last=code[3:], wide=wide)
    with store.read() as connection:
        assert class_of_code(connection, said) == made
        assert class_of_code(connection, code[:-1]) is None


def test_a_new_name_or_number_in_the_list_is_the_students_own(store: Store) -> None:
    before = students_of(store, make_class(store, "CRM 1", LIST))
    after = students_of(
        store,
        make_class(store, "CRM 1", [("2024001", "李桦"), ("2024003", "Anna Smith"), ("2024002", "吴敏")]),
    )

    assert [one.id for one in after] == [before[0].id, before[2].id, before[1].id]
    assert [(one.number, one.name) for one in after][:2] == [("2024001", "李桦"), ("2024003", "Anna Smith")]


def test_who_leaves_the_list_keeps_the_work_and_is_the_same_student_again_later(
    store: Store, plus_one: Exercise
) -> None:
    li, wu, anna = students_of(store, make_class(store, "CRM 1", LIST))
    submit(store, li, plus_one, {"answer": "-1"})
    submit(store, anna, plus_one, {"answer": "-1"})
    left = make_class(store, "CRM 1", [("2024009", "Tom")])

    assert kinds(store) == {"李华": "former", "Anna Smith": "former", "Tom": "enrolled"}
    assert [one.name for one in students_of(store, left)] == ["Tom"]

    back = students_of(store, make_class(store, "CRM 1", LIST))

    assert [back[0].id, back[2].id] == [li.id, anna.id]
    assert set(kinds(store).values()) == {"enrolled"}
    assert wu.name in kinds(store)


def test_a_forgotten_list_leaves_only_those_who_did_something(store: Store, plus_one: Exercise) -> None:
    li, *_ = students_of(store, make_class(store, "CRM 1", LIST))
    make_class(store, "CRM 2", LIST[:1])
    submit(store, li, plus_one, {"answer": "-1"})
    forget_roster(store, "CRM 1")
    forget_roster(store, "CRM 2")

    assert kinds(store) == {"李华": "former"}
    assert [one.name for one in school_classes(store)] == ["CRM 1"]


def test_the_same_list_kept_again_changes_nobody(store: Store) -> None:
    first = make_class(store, "CRM 1", LIST)
    students = students_of(store, first)

    assert make_class(store, "CRM 1", LIST) == first
    assert students_of(store, first) == students


def test_lists_of_earlier_versions_become_classes(store: Store) -> None:
    make_class(store, "CRM 1", LIST)
    with store.write() as connection:
        connection.execute(update(tables.roster_member).values(student_id=None))
        connection.execute(tables.student.delete())
        connection.execute(tables.school_class.delete())
    for _ in range(2):
        enrol_all_members(store)
    made = school_class(store, "CRM 1")

    assert isinstance(made, SchoolClass)
    assert [(one.number, one.name) for one in students_of(store, made)] == LIST


def test_two_classes_may_have_the_same_numbers_and_share_nobody(store: Store) -> None:
    first, second = (students_of(store, make_class(store, name, LIST)) for name in ("CRM 1", "CRM 2"))

    assert not {one.id for one in first} & {one.id for one in second}


def test_what_was_done_is_noted_with_who_did_it(store: Store) -> None:
    with store.write() as connection:
        note(connection, store.clock(), "instructor", "reset_pin", "CRM 1", {"student": 1})
    with store.read() as connection:
        row = connection.execute(select(tables.audit_entry)).one()

    assert (row.actor, row.action, row.subject, row.detail) == (
        "instructor",
        "reset_pin",
        "CRM 1",
        {"student": 1},
    )


def test_a_new_code_opens_the_class_in_the_place_of_the_old_one_and_what_becomes_of_strangers_is_kept(
    store: Store,
) -> None:
    made = make_class(store, "CRM 1", [("001", "Li Hua")])
    was_there = has_classes(store)
    renew_code(store, made, by="陈静")
    set_unknown_numbers(store, made, "approve", by="陈静")
    now = school_class(store, "CRM 1")
    with store.read() as connection:
        found = [class_of_code(connection, code) for code in (made.code, now.code if now else "")]
        noted = connection.execute(select(tables.audit_entry.c.action)).scalars().all()

    assert was_there
    assert found == [None, now]
    assert now is not None
    assert now.unknown_numbers == "approve"
    assert noted[-2:] == ["renew_code", "approve_unknown"]


def test_a_lab_without_a_list_has_no_classes_to_sign_in_to(store: Store) -> None:
    make_class(store, "CRM 1", [("001", "Li Hua")])
    forget_roster(store, "CRM 1")

    assert not has_classes(store)
