"""Who is not in the list waits for a teacher, who lets in or declines; and who is meant by a number."""

import pytest

from classroom import Store
from classroom.audit import audit_entries
from classroom.classes import SchoolClass, set_open
from classroom.sign_in.matching import find_entrant, open_class
from classroom.sign_in.requests import approve, ask_to_enter, decline, waiting_for
from classroom.teaching.rosters import forget_roster, roster
from courseware.problem import ReaderError
from tests.classroom.school import make_class

LIST = [("2024001", "李华"), ("2024002", "吴敏")]


def crm(store: Store) -> SchoolClass:
    return make_class(store, "CRM 1", LIST)


def listed(store: Store, of: SchoolClass) -> list[tuple[str, str]]:
    now = roster(store, of.name)
    return [(one.number, one.name) for one in now.members] if now else []


def test_who_is_approved_stands_at_the_end_of_the_list_and_comes_in(store: Store) -> None:
    made = crm(store)
    for number, name in (("2024009", " 王\n芳 "), ("2024008", "赵敏"), ("2024009", "王芳")):
        assert ask_to_enter(store, made, number, name)
    waiting = waiting_for(store, made)
    for one in waiting:
        approve(store, made, one, by="陈静")

    assert [(one.number, one.name, one.listed_as) for one in waiting] == [
        ("2024009", "王 芳", ""),
        ("2024008", "赵敏", ""),
    ]
    assert listed(store, made) == [*LIST, ("2024009", "王 芳"), ("2024008", "赵敏")]
    assert waiting_for(store, made) == ()
    assert find_entrant(store, made, "2024008", "赵敏") is not None
    assert [(one.actor, one.action, one.detail) for one in audit_entries(store)] == [
        ("陈静", "approve_entry", {"number": "2024008"}),
        ("陈静", "approve_entry", {"number": "2024009"}),
    ]


def test_the_first_who_is_approved_begins_the_list_of_a_class_without_one(store: Store) -> None:
    made = crm(store)
    ask_to_enter(store, made, "7", "Tom")
    (waits,) = waiting_for(store, made)
    forget_roster(store, made.name)
    kept = waiting_for(store, made)
    approve(store, made, waits, by="instructor")

    assert kept == (waits,)
    assert listed(store, made) == [("7", "Tom")]


def test_a_number_that_is_in_the_list_already_is_dropped_and_named_to_the_teacher(store: Store) -> None:
    made = crm(store)
    ask_to_enter(store, made, "０2024001 ", "Li Hua")
    (waits,) = waiting_for(store, made)
    approve(store, made, waits, by="instructor")

    assert waits.listed_as == "李华"
    assert (listed(store, made), waiting_for(store, made), audit_entries(store)) == (LIST, (), ())


def test_who_is_declined_is_asked_of_no_more_and_no_second_time(store: Store) -> None:
    made = crm(store)
    ask_to_enter(store, made, "7", "Tom")
    (waits,) = waiting_for(store, made)
    for _ in range(2):
        decline(store, made, waits, by="陈静")
    approve(store, made, waits, by="instructor")

    assert (listed(store, made), waiting_for(store, made)) == (LIST, ())
    assert [(one.actor, one.action) for one in audit_entries(store)] == [("陈静", "decline_entry")]


def test_the_request_of_one_class_is_not_answered_in_another(store: Store) -> None:
    made, other = crm(store), make_class(store, "CRM 2", [("1", "Ann")])
    ask_to_enter(store, made, "7", "Tom")
    (waits,) = waiting_for(store, made)
    approve(store, other, waits, by="instructor")
    decline(store, other, waits, by="instructor")

    assert waiting_for(store, made) == (waits,)
    assert listed(store, other) == [("1", "Ann")]


def test_a_code_opens_its_class_while_that_is_open_and_no_other_one(store: Store) -> None:
    made = crm(store)
    found = open_class(store, f" {made.code.lower()} ")
    with pytest.raises(ReaderError) as unknown:
        open_class(store, "AAAAAA")
    set_open(store, made, is_open=False, by="instructor")
    with pytest.raises(ReaderError) as closed:
        open_class(store, made.code)

    assert found == made
    assert "no class with this code" in unknown.value.text.en
    assert "没有这个班级码" in unknown.value.text.zh
    assert "class CRM 1 is closed" in closed.value.text.en
    assert "“CRM 1”目前已关闭" in closed.value.text.zh


@pytest.mark.parametrize(
    ("number", "name", "found"),
    [
        ("", "李华", "李华"),
        ("", "", None),
        ("2024002", "李华", None),
        ("2024002", "", "吴敏"),
        ("9", "王芳", None),
    ],
)
def test_a_student_is_found_by_a_number_or_by_a_name_in_a_list_without_numbers(
    store: Store, number: str, name: str, found: str | None
) -> None:
    rows = LIST if number else [("", "李华"), ("", "吴敏")]
    entrant = find_entrant(store, make_class(store, "CRM 1", rows), number, name)

    assert (entrant and entrant.student.name) == found
