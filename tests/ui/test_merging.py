"""What hall and speaker say at the same time: one state, in the browser, in Python and in the record."""

import json
from collections.abc import Iterator
from functools import reduce
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course import lesson_registry
from lessons import slides
from tests import conftest as records
from tests.ui.presenting import kept, put
from tests.ui.reader import own_record
from ui.present.merging import changed, merged, touched
from ui.present.record import InRecord
from ui.present.setting import SlideSetting
from ui.present.state import State, Timer, read_state
from web.records import records_here

where = records.where  # on both databases

LESSON = next(iter(lesson_registry().lessons().values()))
FIRST, SECOND = (slide.key for slide in slides(LESSON)[1:3])
START = State(FIRST, "en", at=1000)
VECTORS = json.loads(Path("tests/vectors/presentation_states.json").read_text(encoding="utf-8"))
PARTS = st.one_of(
    st.fixed_dictionaries({"slide": st.sampled_from([FIRST, SECOND])}),
    st.fixed_dictionaries({"black": st.booleans()}),
    st.fixed_dictionaries({"timer": st.none() | st.builds(Timer, st.integers(1, 9), st.integers(1, 9))}),
    st.fixed_dictionaries({"revealed": st.dictionaries(st.sampled_from("ab"), st.integers(1, 2))}),
    st.fixed_dictionaries(
        {"settings": st.dictionaries(st.sampled_from("ab"), st.just(SlideSetting({"n": 1})))}
    ),
)
SAID = st.lists(st.tuples(st.integers(0, 2), PARTS), max_size=8)


def apart(said: list[tuple[int, dict[str, Any]]]) -> list[State]:
    """What three windows say which do not hear of each other, some of it in the same moment."""
    windows, states = [START] * 3, []
    for place, (window, parts) in enumerate(said):
        windows[window] = changed(windows[window], 2000 + place // 2, **parts)
        states.append(windows[window])
    return states


@given(SAID, st.randoms())
def test_states_that_come_in_any_order_and_twice_make_the_same_state(
    said: list[tuple[int, dict[str, Any]]], luck: Any
) -> None:
    states = apart(said)
    mixed = luck.sample(states, len(states)) + states

    together = reduce(merged, states, START)

    assert together == reduce(merged, mixed, START)
    assert all(merged(together, one) == together for one in states)


def test_a_reveal_holds_whatever_the_other_window_says_of_something_else_afterwards() -> None:
    hall = changed(START, 2000, revealed={FIRST: 1})
    speaker = changed(START, 2001, settings={SECOND: SlideSetting({"n": 1})}, slide=SECOND)

    both = merged(hall, speaker)

    assert both == merged(speaker, hall)
    assert (both.revealed, both.slide) == ({FIRST: 1}, SECOND)
    assert both.settings == {SECOND: SlideSetting({"n": 1})}


def test_of_two_runs_nothing_but_the_later_holds() -> None:
    earlier = changed(State(FIRST, "en", run=1), 9000, black=True)
    later = State(SECOND, "zh", run=2, at=1)

    assert merged(earlier, later) == merged(later, earlier) == later


def test_a_touched_state_is_news_to_every_window_and_says_nothing_else() -> None:
    after = touched(START)

    assert after.stamps == {"touched": START.at + 1}
    assert merged(START, after) == after
    assert after.to_json() | {"at": 0, "stamps": {}} == START.to_json() | {"at": 0, "stamps": {}}


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["name"])
def test_python_makes_of_two_states_what_the_browser_makes_of_them(case: dict[str, Any]) -> None:
    one, other, both = (read_state(case[name], State("", "en")) for name in ("one", "other", "both"))

    assert merged(one, other) == merged(other, one) == both


@pytest.fixture
def _record(where: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("ui.present.record.author_here", str)
    with own_record(where):
        yield


@pytest.mark.usefixtures("_record")
def test_the_record_keeps_what_every_window_has_said_in_whatever_order_it_comes() -> None:
    put(LESSON, State(FIRST, "en"))
    before = kept(LESSON)
    said = [
        changed(before, 2000, revealed={FIRST: 1}),
        changed(before, 2001, slide=SECOND, revealed={SECOND: 1}),
        changed(before, 1999, settings={FIRST: SlideSetting({"n": 1})}),
    ]

    found = []
    for order in permutations(said):
        put(LESSON, before)
        run = kept(LESSON).run
        for one in order:
            InRecord(records_here(), LESSON, "en").keep(read_state(one.to_json() | {"run": run}, one))
        found.append(kept(LESSON).to_json() | {"run": 0})

    assert all(one == found[0] for one in found)
    assert found[0]["revealed"] == {FIRST: 1, SECOND: 1}
    assert (found[0]["slide"], found[0]["settings"]) == (SECOND, {FIRST: SlideSetting({"n": 1}).to_json()})
