"""How a simulation stands that is played with: what moves it, what does not, and the way back."""

import math
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course import lesson_registry
from lessons import PlayStep
from simulations import find
from simulations.parameter import ParameterValue
from ui.components.panel import PanelAction, PanelMove
from ui.controls import Restriction, build_control
from ui.panel import move
from ui.play_setup import PlaySetup
from ui.scenario import (
    compare,
    current_model,
    current_values,
    has_step,
    kept_model,
    other_luck,
    redo,
    reset,
    set_values,
    undo,
)
from ui.steps.play import setup_of

LESSONS = lesson_registry().lessons().values()
SETUPS = [
    setup_of(lesson, step)
    for lesson in LESSONS
    for step in lesson.steps
    if isinstance(step, PlayStep) and step.controls
]
SETUP = next(one for one in SETUPS if len(one.controls) > 1)
ACTS = {"compare": compare, "luck": other_luck, "undo": undo, "redo": redo, "reset": reset}
WRONG: st.SearchStrategy[Any] = st.one_of(
    st.just(math.nan), st.just(math.inf), st.just(1e300), st.just(-1e300), st.text(max_size=9), st.booleans()
)
"""What no slider takes: not finite, far out of reach, words, yes and no."""


@pytest.fixture(autouse=True)
def _session(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("streamlit.session_state", {})


def anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another reader, who has moved nothing yet."""
    monkeypatch.setattr("streamlit.session_state", {})


def is_number(said: object) -> bool:
    """Whether words are a number after all, as `7` is."""
    try:
        return isinstance(said, str) and math.isfinite(float(said.replace(",", "")))
    except ValueError:
        return False


@st.composite
def settings(draw: st.DrawFn, setup: PlaySetup) -> dict[str, ParameterValue]:
    """Some of the setup's controls within their reach, as a hand may leave them."""
    found: dict[str, ParameterValue] = {}
    for one in draw(st.lists(st.sampled_from(setup.controls), unique_by=lambda one: one.parameter.name)):
        if one.parameter.choices:
            found[one.parameter.name] = draw(st.sampled_from(one.parameter.choices))
        else:
            steps = draw(st.integers(0, round((one.high - one.low) / one.step)))
            value = min(one.high, one.low + steps * one.step)
            found[one.parameter.name] = round(value) if one.parameter.is_whole else value
    return found


def told(n: int, values: Mapping[str, Any] | None = None, *actions: PanelAction) -> PanelMove:
    """What a browser tells, as it was read."""
    return PanelMove(n=n, values=dict(values or {}), actions=list(actions))


@given(st.data())
def test_as_many_steps_back_lead_to_the_beginning_and_as_many_on_to_the_end(data: st.DataObject) -> None:
    with pytest.MonkeyPatch.context() as patch:
        anew(patch)
        setup = data.draw(st.sampled_from(SETUPS))
        stood = [current_values(setup)]
        for values in data.draw(st.lists(settings(setup), max_size=6)):
            set_values(setup, values)
            if current_values(setup) != stood[-1]:
                stood.append(current_values(setup))

        back = [current_values(setup)]
        while has_step(setup, "past"):
            undo(setup)
            back.append(current_values(setup))
        on = [current_values(setup)]
        while has_step(setup, "future"):
            redo(setup)
            on.append(current_values(setup))

    assert back == stood[::-1]
    assert on == stood


@given(st.data())
def test_what_was_taken_back_cannot_be_made_again_once_something_else_is_moved(data: st.DataObject) -> None:
    with pytest.MonkeyPatch.context() as patch:
        anew(patch)
        for values in data.draw(st.lists(settings(SETUP), min_size=1, max_size=4)):
            set_values(SETUP, values)
        undo(SETUP)
        before = current_values(SETUP)
        other_luck(SETUP)
        after = current_values(SETUP)
        redo(SETUP)

        assert current_values(SETUP) == after
        undo(SETUP)
        assert current_values(SETUP) == before


@given(st.data())
def test_back_to_the_start_is_as_it_was_at_first_with_nothing_kept_and_can_be_taken_back(
    data: st.DataObject,
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        anew(patch)
        set_values(SETUP, data.draw(settings(SETUP)))
        if data.draw(st.booleans()):
            compare(SETUP)
        before = current_values(SETUP)
        reset(SETUP)
        assert current_values(SETUP) == SETUP.defaults()
        assert kept_model(SETUP) is None

        reset(SETUP)
        undo(SETUP)

        assert current_values(SETUP) == before


def test_nothing_to_take_back_and_nothing_to_make_again_changes_nothing() -> None:
    undo(SETUP)
    redo(SETUP)

    assert current_values(SETUP) == SETUP.defaults()
    assert not has_step(SETUP, "past")
    assert not has_step(SETUP, "future")


def test_the_steps_back_are_a_hundred_at_most() -> None:
    for _ in range(130):
        other_luck(SETUP)
    for _ in range(130):
        undo(SETUP)

    assert current_values(SETUP)["seed"] == SETUP.defaults()["seed"] + 30  # type: ignore[operator]


def test_the_kept_run_is_the_one_that_stood_there_and_goes_at_the_second_press() -> None:
    stood = current_model(SETUP)
    compare(SETUP)
    other_luck(SETUP)
    kept = kept_model(SETUP)
    compare(SETUP)

    assert kept == stood != current_model(SETUP)
    assert kept_model(SETUP) is None


@given(st.data())
def test_a_move_that_is_told_twice_is_made_once(data: st.DataObject) -> None:
    with pytest.MonkeyPatch.context() as patch:
        anew(patch)
        names = data.draw(st.lists(st.sampled_from([*ACTS]), max_size=5))
        n = data.draw(st.integers(1, 50))
        one = told(n, data.draw(settings(SETUP)), *(PanelAction(do=do, n=n) for do in names))
        move(SETUP, one)
        once = current_values(SETUP), kept_model(SETUP)
        move(SETUP, one)
        older = told(data.draw(st.integers(1, n)), data.draw(settings(SETUP)), PanelAction(do="luck", n=n))
        move(SETUP, older)

        assert (current_values(SETUP), kept_model(SETUP)) == once


def test_of_a_later_move_the_acts_that_were_heard_already_are_left_out() -> None:
    first = int(SETUP.defaults()["seed"])
    move(SETUP, told(1, None, PanelAction(do="luck", n=1)))
    move(SETUP, told(2, None, PanelAction(do="luck", n=1), PanelAction(do="luck", n=2)))

    assert current_values(SETUP)["seed"] == first + 2


def test_values_move_before_the_acts_that_came_with_them() -> None:
    one = SETUP.controls[0]
    to = one.high if one.default != one.high else one.low
    move(SETUP, told(1, {one.parameter.name: to}, PanelAction(do="compare", n=1)))

    assert getattr(kept_model(SETUP), one.parameter.name) == to


@given(st.data())
def test_what_no_control_takes_changes_nothing_and_takes_nothing_with_it(data: st.DataObject) -> None:
    with pytest.MonkeyPatch.context() as patch:
        anew(patch)
        setup = data.draw(st.sampled_from(SETUPS))
        good = data.draw(settings(setup))
        names = [one.parameter.name for one in setup.controls if one.parameter.name not in good]
        wrong = {name: data.draw(WRONG) for name in names}
        unknown = data.draw(st.dictionaries(st.text(max_size=9), WRONG, max_size=3))
        move(setup, told(1, {**unknown, **wrong, **good}))

        after = current_values(setup)
        for name, value in wrong.items():
            choices = next(one for one in setup.controls if one.parameter.name == name).parameter.choices
            if not is_number(value) and value not in choices:
                assert after[name] == setup.defaults()[name]
        assert {name: after[name] for name in good} == good
        assert after.keys() == setup.defaults().keys()
        assert after["seed"] == setup.defaults()["seed"]


@pytest.mark.parametrize("setup", SETUPS[:3], ids=lambda one: one.slug)
def test_beyond_the_bounds_of_a_lesson_no_move_leads(setup: PlaySetup) -> None:
    for n, one in enumerate((one for one in setup.controls if not one.parameter.choices), 1):
        name = one.parameter.name
        move(setup, told(2 * n - 1, {name: one.low - one.step}))
        move(setup, told(2 * n, {name: one.high + one.step}))

    assert current_values(setup) == setup.defaults()


def test_words_are_read_as_numbers_and_no_word_is_put_for_another() -> None:
    simulation = find("satisfaction")
    whole = next(p for p in simulation.parameters.values() if p.is_whole and p.bounds and p.name != "seed")
    setup = PlaySetup(
        "typed", simulation, next(iter(simulation.views)), (build_control(simulation, whole.name),)
    )
    assert whole.bounds is not None
    move(setup, told(1, {whole.name: f"{whole.bounds.low:.0f}"}))
    assert current_values(setup)[whole.name] == whole.bounds.low

    move(setup, told(2, {whole.name: whole.bounds.low + 0.5}))

    assert current_values(setup)[whole.name] == whole.bounds.low


def test_a_word_that_is_none_of_the_choices_is_not_set() -> None:
    simulation, name = next(
        (one, p.name)
        for one in map(
            find, ("satisfaction", "recovery", "campaign", "call_centre", "portfolio", "retention")
        )
        for p in one.parameters.values()
        if p.choices
    )
    control = build_control(simulation, name)
    setup = PlaySetup("chosen", simulation, next(iter(simulation.views)), (control,))
    for n, said in enumerate(["no such choice", 1, True, 2.5, ""], 1):
        move(setup, told(n, {name: said}))
    assert current_values(setup)[name] == control.default

    move(setup, told(9, {name: control.parameter.choices[-1]}))

    assert current_values(setup)[name] == control.parameter.choices[-1]


def test_soft_bounds_let_an_address_but_not_a_nonsense_pass() -> None:
    simulation = find("satisfaction")
    soft = build_control(simulation, "expectation", Restriction(low=40, high=60, is_soft=True))
    setup = PlaySetup("soft", simulation, next(iter(simulation.views)), (soft,))
    move(setup, told(1, {"expectation": 80}))
    assert current_values(setup)["expectation"] == 80

    move(setup, told(2, {"expectation": 1e9}))

    assert current_values(setup)["expectation"] == 80
