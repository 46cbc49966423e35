"""What keys do to a simulation on a slide, each thing once, however often the browser tells of it."""

import pytest
import streamlit
from hypothesis import given
from hypothesis import strategies as st

from course import lesson_registry
from lessons import Lesson, Slide, slides
from simulations import find
from simulations.parameter import ParameterValue
from tests.ui.presenting import JSON
from ui.controls import Restriction, build_control
from ui.play_setup import state_key
from ui.present.actions import nudged, perform_in_turn, read_actions
from ui.present.done import done_here
from ui.present.kinds.play import stage_setup
from ui.present.phases import phases
from ui.present.screen import Screen
from ui.present.sync import current_setting, last_held, put_back
from ui.scenario import current_values
from ui.steps.play import setup_of

LESSONS = list(lesson_registry().lessons().values())


def shown_at_once(lesson: Lesson) -> list[Slide]:
    """The slides of a lesson whose simulation waits for no prediction."""
    return [slide for slide in slides(lesson) if slide.kind == "play" and not phases(lesson, slide)]


LESSON = next(lesson for lesson in LESSONS if len(shown_at_once(lesson)) > 1)
ONE, OTHER = shown_at_once(LESSON)[:2]


@pytest.fixture(autouse=True)
def _session(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("streamlit.session_state", {})


def screen_at(slide: str) -> Screen:
    """The slide of this name, with nobody before it."""
    found = next(one for one in slides(LESSON) if one.key == slide)
    return Screen(None, LESSON, found, "en", 0)  # type: ignore[arg-type]


def hear(said: object) -> None:
    """A browser asks for this."""
    perform_in_turn(screen_at, read_actions(said))


SETUP, BESIDE = (stage_setup(screen_at(slide.key)) for slide in (ONE, OTHER))
FIRST = SETUP.controls[0].parameter.name


def up(n: int, slide: str = ONE.key) -> dict[str, object]:
    """One nudge, as the browser asks for it."""
    return {"do": "nudge", "control": 0, "by": 1, "slide": slide, "n": n}


def after(nudges: int) -> ParameterValue:
    """The first parameter after so many nudges."""
    value = SETUP.controls[0].default
    for _ in range(nudges):
        value = nudged(SETUP.controls[0], value, 1)
    return value


def test_what_was_done_already_is_not_done_again() -> None:
    hear([up(1), up(2)])
    hear([up(1), up(2), up(3)])
    hear([up(2), up(3)])

    assert current_values(SETUP)[FIRST] == after(3)
    assert done_here() == 3


def test_a_message_that_was_on_its_way_does_not_undo_what_the_server_has_set() -> None:
    hear([up(1)])
    heard = last_held()
    hear([up(2)])

    old_message()
    put_back(heard)
    assert current_values(SETUP)[FIRST] == after(2)

    old_message()
    put_back(last_held())
    assert current_values(SETUP)[FIRST] == SETUP.defaults()[FIRST]


def old_message() -> None:
    """A message arrives with the sliders as they were at first."""
    for name, value in SETUP.defaults().items():
        streamlit.session_state[state_key(SETUP, name)] = value


def test_each_thing_is_done_on_the_slide_that_it_was_asked_for_on() -> None:
    hear([up(1, OTHER.key), up(2)])

    assert current_values(SETUP)[FIRST] == after(1)
    assert current_setting(BESIDE).values != BESIDE.defaults()


def test_a_run_is_kept_and_everything_put_back() -> None:
    hear([up(1), {"do": "compare", "slide": ONE.key, "n": 2}, {"do": "luck", "slide": ONE.key, "n": 3}])
    kept, now = current_setting(SETUP).kept, current_setting(SETUP).values
    hear([{"do": "reset", "slide": ONE.key, "n": 4}])

    assert kept is not None
    assert kept[FIRST] == now[FIRST] == after(1)
    assert kept["seed"] != now["seed"]
    assert current_setting(SETUP).values == SETUP.defaults()
    assert current_setting(SETUP).kept is None


@given(JSON, JSON, JSON)
def test_nothing_that_a_browser_may_ask_for_breaks_a_simulation(
    do: object, place: object, by: object
) -> None:
    hear(do)
    hear([{"do": do, "control": place, "by": by, "slide": ONE.key, "n": done_here() + 1}, do])
    hear([{"do": "nudge", "control": place, "by": by, "slide": ONE.key, "n": done_here() + 1}])

    assert SETUP.model(current_values(SETUP))


@given(st.data())
def test_a_nudge_keeps_a_parameter_within_its_bounds_and_on_its_steps(data: st.DataObject) -> None:
    plays = [step for lesson in LESSONS for step in lesson.steps if step.kind == "play" and step.controls]
    step = data.draw(st.sampled_from(plays))
    lesson = next(lesson for lesson in LESSONS if step in lesson.steps)
    one = data.draw(st.sampled_from(setup_of(lesson, step).controls))
    value = one.default

    for by in data.draw(st.lists(st.sampled_from([-1, 1]), max_size=30)):
        before, value = value, nudged(one, value, by)
        if one.parameter.choices:
            names = [*one.parameter.choices]
            assert names.index(str(value)) == min(max(0, names.index(str(before)) + by), len(names) - 1)
            continue
        end, way = (one.high, one.low)[by < 0], by * (float(value) - float(before))
        is_whole_steps = way / one.step == pytest.approx(round(way / one.step), abs=1e-6)
        assert one.low <= float(value) <= one.high
        assert way > 0 or float(before) == end
        assert is_whole_steps or float(value) == end
        assert way <= max(one.step, (one.high - one.low) / 20 + one.step / 2) + 1e-9


def test_twenty_nudges_lead_from_one_end_to_the_other() -> None:
    one = build_control(find("satisfaction"), "expectation", Restriction(default=0, low=0, high=120))
    value: float | int | str = 0

    for _ in range(20):
        value = nudged(one, value, 1)

    assert value == 120
