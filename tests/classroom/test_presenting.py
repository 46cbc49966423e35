"""A presentation in the record: it reopens where it was, and its clock loses no second."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import JsonValue

from classroom import ClockState as Status
from classroom import (
    Move,
    Presented,
    StepPosition,
    Store,
    keep_move,
    name_class,
    open_store,
    presented,
    timing_of,
    timings,
)
from tests.classroom.conftest import Clock
from tests.records import lay_record

PLAN = (
    StepPosition("", "sign_in", 0),
    StepPosition("hello", "sign_in", 2),
    StepPosition("ask", "warm_up", 8),
    StepPosition("read", "knowledge", 10),
    StepPosition("more", "knowledge", 5),
)
POSITIONS = {position.step: position for position in PLAN}


def move(
    store: Store, moment: int, step: str = "", clock: Status = "running", *, run: int = 1, who: str = ""
) -> Presented:
    state: dict[str, JsonValue] = {"slide": step, "clock": clock, "at": moment, "run": run}
    return keep_move(store, "satisfaction", who, Move(run, moment, state, clock, POSITIONS[step]), PLAN)


def newest(store: Store) -> Presented:
    found = presented(store, "satisfaction", "")
    assert found is not None
    return found


def seconds(store: Store) -> dict[str, float]:
    return {
        step_timing.step: step_timing.seconds for step_timing in timing_of(store, newest(store)).step_timings
    }


def test_a_record_that_is_opened_again_stands_where_it_was(store: Store, where: str, clock: Clock) -> None:
    move(store, 1, "ask")
    clock.forward(3)
    move(store, 2, "read")
    store.close()
    again = open_store(where, clock)

    assert newest(again).state == {"slide": "read", "clock": "running", "at": 2, "run": 1}
    assert seconds(again)["ask"] == 180
    again.close()


def test_of_two_states_the_newer_one_holds_in_whatever_order_they_come(store: Store) -> None:
    move(store, 5, "read")
    move(store, 4, "ask")

    assert newest(store).step == "read"


def test_both_windows_may_tell_the_same_move(store: Store, clock: Clock) -> None:
    for _ in range(2):
        move(store, 1, "ask")
        clock.forward(1)
    move(store, 2, "read")

    assert seconds(store)["ask"] == 120


def test_windows_that_tell_the_same_at_the_same_moment_begin_one_presentation(store: Store) -> None:
    with ThreadPoolExecutor(6) as windows:
        found = set(windows.map(lambda _: move(store, 1, "hello").id, range(6)))

    assert len(found) == 1
    assert len(timings(store, "satisfaction")) == 1


def test_the_clock_counts_nothing_before_it_is_started_nor_while_it_is_paused(
    store: Store, clock: Clock
) -> None:
    move(store, 1, "", "waiting")
    clock.forward(20)
    move(store, 2, "hello")
    clock.forward(2)
    move(store, 3, "hello", "paused")
    clock.forward(10)
    move(store, 4, "ask", "paused")
    move(store, 5, "ask")
    clock.forward(1)

    assert seconds(store) == {"": 0, "hello": 120, "ask": 60, "read": 0, "more": 0}


def test_an_ended_hour_goes_on_no_more(store: Store, clock: Clock) -> None:
    move(store, 1, "ask")
    clock.forward(8)
    move(store, 2, "ask", "ended")
    clock.forward(60)
    move(store, 3, "read", "ended")

    assert seconds(store)["ask"] == 480
    assert not newest(store).is_open(clock.now)


def test_a_later_run_begins_anew_and_ends_the_one_before(store: Store, clock: Clock) -> None:
    move(store, 9, "read")
    clock.forward(4)
    move(store, 3, "", "waiting", run=2)

    assert newest(store).run == 2
    assert newest(store).started_at is None
    (before,) = timings(store, "satisfaction")
    assert before.presented.ended_at == clock.now
    assert before.seconds == 240


def test_a_window_of_an_earlier_run_changes_nothing(store: Store) -> None:
    move(store, 3, "", "waiting", run=2)
    move(store, 99, "read", run=1)

    assert newest(store).step == ""


def test_a_presentation_is_taken_up_again_for_some_hours_and_not_the_next_day(
    store: Store, clock: Clock
) -> None:
    move(store, 1, "ask")
    clock.forward(3 * 60)
    assert newest(store).is_open(clock.now)
    clock.forward(20 * 60)

    assert not newest(store).is_open(clock.now)


def test_what_nobody_ended_is_counted_as_planned_and_not_until_the_next_day(
    store: Store, clock: Clock
) -> None:
    move(store, 1, "read")
    clock.forward(24 * 60)
    forgotten = seconds(store)["read"]
    move(store, 2, "", "waiting", run=2)

    assert forgotten == 600
    assert timings(store, "satisfaction")[0].seconds == 600


def test_two_teachers_do_not_turn_each_others_slides(store: Store) -> None:
    move(store, 1, "read", who="Li")
    move(store, 2, "ask", who="Wang")

    assert {one.presented.presenter for one in timings(store, "satisfaction")} == {"Li", "Wang"}
    found = presented(store, "satisfaction", "Li")
    assert found is not None
    assert found.step == "read"


def test_stages_hold_what_their_steps_were_planned_for_and_took(store: Store, clock: Clock) -> None:
    move(store, 1, "read")
    clock.forward(9)
    move(store, 2, "more")
    clock.forward(7)

    (timing,) = timings(store, "satisfaction")
    assert [
        (step_timing.stage, step_timing.planned, step_timing.seconds) for step_timing in timing.by_stage()
    ] == [
        ("sign_in", 2, 0),
        ("warm_up", 8, 0),
        ("knowledge", 15, 960),
    ]
    assert timing.is_class


def test_the_class_is_written_down_when_it_is_named(store: Store) -> None:
    move(store, 1, "ask")
    name_class(store, newest(store), " CRM\n 2026-1 ")

    assert newest(store).class_name == "CRM 2026-1"


WALK = st.lists(
    st.tuples(
        st.sampled_from(sorted(POSITIONS)),
        st.sampled_from(["running", "paused"]),
        st.integers(0, 900),
    ),
    min_size=1,
    max_size=12,
)


@contextmanager
def fresh_store(folder: Path, clock: Clock) -> Iterator[Store]:
    store = open_store(lay_record(folder / "lab.db"), clock)
    yield store
    store.close()


@pytest.fixture(scope="module")
def one_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Clock]]:
    clock = Clock()
    with fresh_store(tmp_path_factory.mktemp("pace"), clock) as store:
        yield store, clock


@settings(deadline=None, max_examples=40)
@given(walk=WALK)
def test_the_pace_of_all_steps_is_the_time_that_passed_while_the_clock_ran(
    one_store: tuple[Store, Clock], walk: list[tuple[str, Status, int]]
) -> None:
    store, clock = one_store
    known = presented(store, "satisfaction", "")
    run = known.run + 1 if known else 1
    ran = 0.0

    for moment, (step, status, passed) in enumerate(walk):
        move(store, moment, step, status, run=run)
        clock.forward(passed / 60)
        ran += passed if status == "running" else 0

    assert sum(seconds(store).values()) == pytest.approx(ran, abs=0.001)
