"""A simulation on a slide stands in the speaker view as it stands in the hall, and is kept."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, TypeGuard

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course import all_exercises, lesson_registry
from courseware.interface import say
from exercises import Controls
from exercises.specimen import variant_of
from lessons import Lesson, Slide, slides
from simulations.parameter import ParameterValue
from tests.ui.panels import move, panel
from tests.ui.presenting import JSON, change, kept, put
from tests.ui.reader import errors, own_record, page_at, said
from ui.play_setup import PlaySetup, state_key
from ui.present.fields.controls import ControlsOnSlide
from ui.present.kinds.play import stage_setup
from ui.present.phases import phases
from ui.present.screen import Screen
from ui.present.setting import SlideSetting, fitting
from ui.present.state import State, read_state

JsonMap = Mapping[str, object]
LESSONS = list(lesson_registry().lessons().values())
PLAYS = [
    (lesson, slide)
    for lesson in LESSONS
    for slide in slides(lesson)
    if slide.kind == "play" and not phases(lesson, slide)
]
LESSON, SLIDE = PLAYS[0]


@pytest.fixture(autouse=True)
def _record(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("ui.present.record.author_here", str)
    with own_record(tmp_path_factory.mktemp("record")):
        yield


def screen_on(lesson: Lesson, slide: Slide) -> Screen:
    """The slide as somebody sees it who draws nothing."""
    return Screen(None, lesson, slide, "en", phases(lesson, slide))  # type: ignore[arg-type]


SETUP = stage_setup(screen_on(LESSON, SLIDE))
FIRST = SETUP.controls[0].parameter.name


def moved(setup: PlaySetup = SETUP) -> dict[str, ParameterValue]:
    """The simulation's values with its first slider at its upper end and other customers."""
    first = setup.controls[0]
    return setup.defaults() | {first.parameter.name: first.high, "seed": 77}


def current_setting(page: Any, setup: PlaySetup = SETUP) -> dict[str, ParameterValue]:
    """The simulation's values in the session of a page."""
    return {name: page.session_state[state_key(setup, name)] for name in setup.defaults()}


@pytest.mark.parametrize("window", ["present", "speaker"])
def test_a_window_opens_with_the_simulation_as_it_was_left(window: str) -> None:
    compared = SETUP.defaults() | {"seed": 5}
    put(LESSON, State(SLIDE.key, "en", settings={SLIDE.key: SlideSetting(moved(), compared)}))

    page = page_at(window, "en", "teacher", lesson=LESSON.id).run()

    assert errors(page) == []
    assert current_setting(page) == moved()
    assert panel(page).values[FIRST] == moved()[FIRST]
    assert say("same_seed", "en", seed=5) in said(page)


def test_the_speaker_view_follows_and_the_hall_leads() -> None:
    put(LESSON, State(SLIDE.key, "en"))
    hall = page_at("present", "en", "teacher", lesson=LESSON.id).run()
    speaker = page_at("speaker", "en", "teacher", lesson=LESSON.id).run()
    change(LESSON, settings={SLIDE.key: SlideSetting(moved())})
    hall.run()
    speaker.run()

    assert current_setting(hall) == SETUP.defaults()
    assert current_setting(speaker) == moved()

    change(LESSON, settings={})
    speaker.run()
    assert current_setting(speaker) == SETUP.defaults()


def test_of_two_windows_in_the_hall_the_one_that_moved_nothing_does_not_put_back_what_the_other_moved() -> (
    None
):
    put(LESSON, State(SLIDE.key, "en"))
    one, other = (page_at("present", "en", "teacher", lesson=LESSON.id).run() for _ in range(2))

    move(one, at=panel(one), **{FIRST: SETUP.controls[0].high})
    other.run()

    assert kept(LESSON).settings == {SLIDE.key: SlideSetting(current_setting(one))}


def test_what_is_moved_in_the_hall_is_kept_and_stays_until_a_presentation_begins_anew() -> None:
    put(LESSON, State(SLIDE.key, "en"))
    hall = page_at("present", "en", "teacher", lesson=LESSON.id).run()

    move(hall, at=panel(hall), **{FIRST: SETUP.controls[0].high})
    assert current_setting(hall) != SETUP.defaults()
    assert kept(LESSON).settings == {SLIDE.key: SlideSetting(current_setting(hall))}
    put(LESSON, State(SLIDE.key, "en"))
    hall.run()

    assert current_setting(hall) == SETUP.defaults()


@pytest.mark.parametrize(("phase", "start"), [(1, 0), (2, 12)])
def test_a_run_begins_with_its_first_moment_and_its_explanation_with_its_last(phase: int, start: int) -> None:
    lesson = next(one for one in LESSONS if one.id == "satisfaction")
    put(lesson, State("delight-fades", "en", revealed={"delight-fades": phase}))

    page = page_at("present", "en", "teacher", lesson=lesson.id).run()

    assert errors(page) == []
    assert [one["start"] for one in panel(page).message["chart"]["pictures"]] == [start]


def test_the_verdict_on_a_goal_is_seen_in_both_windows() -> None:
    lesson, slide, field = next(
        (lesson, slide, field)
        for lesson in LESSONS
        for slide in slides(lesson)
        if slide.kind == "exercise"
        and isinstance(
            field := variant_of(all_exercises()[str(slide.item)], "en").question.fields[0], Controls
        )
    )
    setup = ControlsOnSlide(field).setup(screen_on(lesson, slide))
    revealed = {slide.key: 1}
    put(lesson, State(slide.key, "en", revealed=revealed))
    hall = page_at("present", "en", "teacher", lesson=lesson.id).run()
    before = said(hall).count("✗") + said(hall).count("✓")

    next(one for one in hall.button if one.label == say("present_try", "en")).click().run()
    verdicts = [one.value for one in hall.markdown if one.value.startswith(("**✓**", "**✗**"))]
    tried = SlideSetting(setup.defaults(), None, setup.defaults())
    put(lesson, State(slide.key, "en", revealed=revealed, settings={slide.key: tried}))
    speaker = page_at("speaker", "en", "teacher", lesson=lesson.id).run()

    assert before == 0
    assert verdicts
    assert all(verdict in [one.value for one in speaker.markdown] for verdict in verdicts)


UNSAID = State("", "en")
TOLD = st.dictionaries(
    st.sampled_from([*SETUP.defaults(), "nothing"]), JSON | st.floats(-200, 200) | st.integers(-200, 200)
)
"""What a browser may tell of this very simulation: its own names, with anything as their values."""


@given(TOLD)
def test_of_all_that_a_browser_tells_a_knob_takes_up_what_lies_within_its_bounds(told: JsonMap) -> None:
    (setting,) = read_state({"settings": {"slide": {"values": told, "kept": told}}}, UNSAID).settings.values()
    found = fitting(SETUP, setting.values)

    for one in SETUP.controls:
        said, default = told.get(one.parameter.name), SETUP.defaults()[one.parameter.name]
        fits = (
            is_number(said) and one.low <= said <= one.high and (not one.parameter.is_whole or said % 1 == 0)
        )
        if not isinstance(said, str):  # words that can be read as a number are one
            assert found[one.parameter.name] == (said if fits else default)


def is_number(said: object) -> TypeGuard[float]:
    """Whether a browser told a number; yes and no are none."""
    return isinstance(said, int | float) and not isinstance(said, bool)


@given(JSON)
def test_what_is_no_setting_at_all_is_left_out(told: object) -> None:
    for setting in read_state(
        {"settings": {"slide": told, "other": {"values": told}}}, UNSAID
    ).settings.values():
        assert all(isinstance(value, int | float | str) for value in setting.values.values())
        json.dumps(setting.to_json())


@given(st.data())
def test_a_simulation_takes_up_what_it_can_and_keeps_the_rest_as_at_first(data: st.DataObject) -> None:
    lesson, slide = PLAYS[data.draw(st.integers(0, len(PLAYS) - 1))]
    setup = stage_setup(screen_on(lesson, slide))
    anything = st.one_of(st.floats(), st.integers(), st.text(max_size=9), st.sampled_from(["n", "0.5"]))
    wild = data.draw(st.dictionaries(st.sampled_from(["n", "nothing", *setup.defaults()]), anything))

    found = fitting(setup, wild)

    assert found.keys() == setup.defaults().keys()
    setup.model(found)
    for one in setup.controls:
        value = found[one.parameter.name]
        assert (
            value in one.parameter.choices if one.parameter.choices else one.low <= float(value) <= one.high
        )
