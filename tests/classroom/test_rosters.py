"""A class in the record: called fairly, absent for a day, forgotten at once."""

from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from classroom import (
    Roster,
    RosterEntry,
    Store,
    call_next,
    class_names,
    forget_roster,
    grouped,
    keep_roster,
    keep_tool_note,
    open_store,
    roster,
    set_absent,
    today,
    tool_note,
    undo_call,
)
from classroom.records.tables import metadata
from courseware.problem import ReaderError
from tests.classroom.conftest import Clock

NAMES = ("李华", "吴敏", "Anna", "Omar", "王伟")
CLASS = "CRM 1"


def entries(*names: str) -> list[RosterEntry]:
    return [RosterEntry("", name) for name in names or NAMES]


@pytest.fixture
def five(store: Store) -> Roster:
    """A class of five, nobody absent, nobody called."""
    return keep_roster(store, CLASS, entries())


def now(store: Store) -> Roster:
    found = roster(store, CLASS)
    assert found is not None
    return found


def test_a_class_keeps_its_students_in_the_order_of_the_list(store: Store, five: Roster) -> None:
    assert [member.name for member in five.members] == list(NAMES)
    assert class_names(store) == (CLASS,)
    assert roster(store, "no such class") is None


def test_classes_stand_in_the_same_order_whatever_language_the_database_speaks(store: Store) -> None:
    names = ("b", "C", "a", "张", "é", "B")
    for name in names:
        keep_roster(store, name, entries())

    assert class_names(store) == tuple(sorted(names))


def test_everybody_is_called_once_before_anybody_is_called_twice(store: Store, five: Roster) -> None:
    called = [call_next(store, CLASS) for _ in range(10)]
    names = [member.name for member in called if member]

    assert sorted(names[:5]) == sorted(names[5:]) == sorted(NAMES)


def test_another_record_draws_another_order(store: Store, five: Roster, clock: Clock) -> None:
    orders = set()
    for number in range(4):
        keep_roster(store, f"class {number}", entries(*map(str, range(12))))
        orders.add(tuple(member.name for _ in range(12) if (member := call_next(store, f"class {number}"))))

    assert len(orders) == 4


def test_whoever_is_absent_is_not_called_and_is_there_again_the_next_day(
    store: Store, five: Roster, clock: Clock
) -> None:
    away = [member.id for member in five.members[:3]]
    set_absent(store, CLASS, away)

    called = {member.id for _ in range(8) if (member := call_next(store, CLASS))}
    clock.now += timedelta(days=1)

    assert called == {member.id for member in five.members[3:]}
    assert len(now(store).present) == 5


def test_nobody_is_called_when_all_are_absent_or_the_class_is_unknown(store: Store, five: Roster) -> None:
    set_absent(store, CLASS, [member.id for member in five.members])

    assert call_next(store, CLASS) is None
    assert call_next(store, "no such class") is None
    assert undo_call(store, "no such class") is None


def test_a_call_that_is_taken_back_has_not_been_made(store: Store, five: Roster) -> None:
    first = call_next(store, CLASS)
    second = call_next(store, CLASS)

    undone = undo_call(store, CLASS)
    found = now(store)

    assert first is not None
    assert second is not None
    assert undone is not None
    assert found.called is not None
    assert undone.id == second.id
    assert found.called[1] == first.id
    assert {member.name: member.calls for member in found.members}[second.name] == 0
    assert undo_call(store, CLASS) is not None
    assert undo_call(store, CLASS) is None


def test_a_list_that_is_brought_in_again_keeps_the_calls_of_those_who_stay(store: Store) -> None:
    keep_roster(store, CLASS, [RosterEntry("", "李华"), RosterEntry("2", "吴敏"), RosterEntry("", "Anna")])
    for _ in range(3):
        call_next(store, CLASS)

    again = keep_roster(
        store, CLASS, [RosterEntry("1", "李华"), RosterEntry("2", "吴敏敏"), RosterEntry("", "Omar")]
    )

    assert {(member.number, member.name): member.calls for member in again.members} == {
        ("1", "李华"): 1,
        ("2", "吴敏敏"): 1,
        ("", "Omar"): 0,
    }


def test_two_of_one_name_are_shown_with_their_numbers_and_others_without(store: Store) -> None:
    kept = keep_roster(
        store, CLASS, [RosterEntry("1", "张伟"), RosterEntry("2", "张伟"), RosterEntry("3", "李华")]
    )

    assert [kept.shown(member) for member in kept.members] == ["张伟 1", "张伟 2", "李华"]


def test_a_class_that_is_deleted_leaves_nothing_behind(store: Store, five: Roster) -> None:
    keep_roster(store, "CRM 2", entries())
    keep_tool_note(store, "groups", {"size": 3}, CLASS)
    keep_tool_note(store, "pick", 1, CLASS)
    keep_tool_note(store, "class", CLASS, "satisfaction")
    call_next(store, CLASS)
    set_absent(store, CLASS, [five.members[0].id])

    forget_roster(store, CLASS)

    with store.read() as connection:
        left = {
            name: connection.scalar(select(func.count()).select_from(metadata.tables[name]))
            for name in ("roster_member", "roster_call", "roster_absence", "tool_note")
        }
    assert left == {"roster_member": 5, "roster_call": 0, "roster_absence": 0, "tool_note": 0}
    assert class_names(store) == ("CRM 2",)


def test_nothing_but_number_and_name_is_kept_of_a_student() -> None:
    kept = {"id", "class_name", "number", "name", "place", "student_id"}
    assert set(metadata.tables["roster_member"].c.keys()) == kept


@pytest.mark.parametrize("name", ["", "  \n", "x" * 81])
def test_a_class_without_a_name_or_with_too_long_a_one_is_refused(store: Store, name: str) -> None:
    with pytest.raises(ReaderError):
        keep_roster(store, name, entries())
    assert class_names(store) == ()


def test_groups_hold_those_who_are_present(store: Store, five: Roster) -> None:
    set_absent(store, CLASS, [five.members[0].id])

    made = grouped(now(store), 2, 3)

    assert sorted(member.name for group in made for member in group) == sorted(NAMES[1:])
    assert [len(group) for group in made] == [2, 2]


def test_what_a_tool_was_left_at_is_found_again(store: Store, where: str, clock: Clock) -> None:
    keep_tool_note(store, "board", "Two minutes.\n两分钟", "satisfaction")
    keep_tool_note(store, "board", "Three minutes.", "satisfaction")
    again = open_store(where, clock)

    assert tool_note(again, "board", "satisfaction") == "Three minutes."
    assert tool_note(again, "board", "loyalty") is None
    again.close()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["call", "call", "call", "undo", "away", "back"]), max_size=25))
def test_whatever_happens_in_class_the_called_are_present_and_least_called(
    store: Store, acts: list[str]
) -> None:
    keep_roster(store, "any", entries())
    for act in acts:
        before = roster(store, "any", today(store))
        assert before is not None
        if act == "call" and (chosen := call_next(store, "any")):
            calls = Counter({member.id: member.calls for member in before.members})
            assert chosen.id in {member.id for member in before.present}
            assert calls[chosen.id] == min(calls[member.id] for member in before.present)
        elif act == "undo":
            undo_call(store, "any")
        elif act in ("away", "back"):
            set_absent(store, "any", [before.members[1].id] if act == "away" else [])
    forget_roster(store, "any")
