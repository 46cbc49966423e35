"""How a class is divided into groups: as the tools mixed it last, and of those who are there."""

import pytest
from pydantic import JsonValue

from classroom import Store, forget_roster, students_of
from classroom.teaching.grouping import Mix, mix_of, student_groups
from classroom.teaching.rosters import roster, set_absent
from classroom.teaching.tool_notes import keep_tool_note
from tests.classroom.school import make_class

CLASS = [(f"{number:03}", f"Student {number}") for number in range(9)]


@pytest.mark.parametrize(
    ("kept", "mix"),
    [
        (None, Mix(4, 0)),
        ({"size": 3, "turn": 2}, Mix(3, 2)),
        ({"size": 7, "turn": 2}, Mix(4, 2)),
        ({"size": "3", "turn": -1}, Mix(4, 0)),
        ([3, 2], Mix(4, 0)),
    ],
)
def test_a_class_is_divided_as_it_was_last_and_by_fours_where_that_makes_no_sense(
    store: Store, kept: JsonValue, mix: Mix
) -> None:
    keep_tool_note(store, "groups", kept, "CRM 1")

    assert mix_of(store, "CRM 1") == mix
    assert mix_of(store, "CRM 2") == Mix(4, 0)


def test_everybody_who_is_there_is_in_one_group_and_who_is_absent_in_none(store: Store) -> None:
    made = make_class(store, "CRM 1", CLASS)
    now = roster(store, made.name)
    assert now is not None
    absent = now.members[0]
    set_absent(store, made.name, [absent.id])
    keep_tool_note(store, "groups", {"size": 4, "turn": 1}, made.name)
    groups = student_groups(store, made)
    keep_tool_note(store, "groups", {"size": 4, "turn": 2}, made.name)

    present = [one.id for one in students_of(store, made) if one.number != absent.number]
    assert sorted(one for group in groups.values() for one in group) == present
    assert {number: len(group) for number, group in groups.items()} == {"1": 4, "2": 4}
    assert student_groups(store, made) != groups


def test_a_class_without_a_list_has_no_groups(store: Store) -> None:
    made = make_class(store, "CRM 1", CLASS)
    forget_roster(store, made.name)

    assert student_groups(store, made) == {}
