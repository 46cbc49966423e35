"""The answer drawn on the chart beside the run that stood there, with the sliders its words ask for."""

from collections.abc import Iterator
from typing import Any

import pytest

from course import all_exercises, lesson_registry
from courseware.interface import say
from courseware.text import LANGUAGES, Language
from exercises import ANSWER, Grade, grade
from exercises.specimen import variant_of
from lessons import Lesson, Slide, slides
from tests.ui.panels import panel
from tests.ui.presenting import put
from tests.ui.reader import errors, own_record, page_at, said
from ui.present.actions import Action, answer_on, perform, setup_on
from ui.present.phases import phases
from ui.present.screen import Screen
from ui.present.state import State
from ui.scenario import apply_answer, current_values, kept_model

ANSWERED = [
    (lesson, slide)
    for lesson in lesson_registry().lessons().values()
    for slide in slides(lesson)
    if slide.kind in ("play", "exercise") and phases(lesson, slide) == 2
]
PLAN = next((lesson, slide) for lesson, slide in ANSWERED if slide.key == "better-or-steadier")
TASK = next((lesson, slide) for lesson, slide in ANSWERED if slide.key == "hold-the-promise")


def name_of(one: Lesson | Slide) -> str:
    """What a lesson or slide is called in a test."""
    return one.id if isinstance(one, Lesson) else one.key


@pytest.fixture(autouse=True)
def _record(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("ui.present.record.author_here", str)
    with own_record(tmp_path_factory.mktemp("record")):
        yield


@pytest.fixture
def _session(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("streamlit.session_state", {})


def screen(lesson: Lesson, slide: Slide, phase: int, language: Language = "en") -> Screen:
    """The slide with so much of it revealed."""
    return Screen(None, lesson, slide, language, phase)  # type: ignore[arg-type]


def hall(lesson: Lesson, slide: Slide, phase: int, language: Language) -> Any:
    """The page on the projector with so much of this slide revealed."""
    put(lesson, State(slide.key, language, revealed={slide.key: phase} if phase else {}))
    return page_at("present", language, "teacher", lesson=lesson.id).run()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("lesson", "slide"), [PLAN, TASK], ids=["plan", "task"])
def test_beside_the_answer_stand_the_sliders_that_it_speaks_of(
    language: Language, lesson: Lesson, slide: Slide
) -> None:
    page = hall(lesson, slide, 2, language)

    setup = setup_on(screen(lesson, slide, 2, language))
    assert setup is not None
    labels = [one.label(language) for one in setup.controls]
    assert errors(page) == []
    assert [one["label"] for one in panel(page).controls.values()][: len(labels)] == labels


@pytest.mark.parametrize(("lesson", "slide"), [PLAN, TASK], ids=["plan", "task"])
def test_the_button_draws_the_answer_beside_the_run_that_stood_there_and_takes_it_away(
    lesson: Lesson, slide: Slide
) -> None:
    page = hall(lesson, slide, 2, "en")
    before = panel(page).values

    press(page, "present_apply")
    drawn = panel(page).values
    told = said(page)
    press(page, "present_unapply")

    assert drawn != before
    assert say("same_seed", "en", seed=1) in told
    assert panel(page).values == before
    assert say("same_seed", "en", seed=1) not in said(page)


def press(page: Any, name: str) -> None:
    """Presses the button that says this."""
    next(one for one in page.button if one.label == say(name, "en")).click().run()


@pytest.mark.parametrize("phase", [0, 1])
def test_no_key_and_no_button_draws_an_answer_before_it_is_revealed(phase: int) -> None:
    for lesson, slide in (PLAN, TASK):
        page = hall(lesson, slide, phase, "en")
        assert say("present_apply", "en") not in {one.label for one in page.button}
        assert answer_on(screen(lesson, slide, phase)) is None


@pytest.mark.usefixtures("_session")
@pytest.mark.parametrize(("lesson", "slide"), ANSWERED, ids=name_of)
def test_an_answer_moves_a_slider_and_lets_everything_else_stand(lesson: Lesson, slide: Slide) -> None:
    here = screen(lesson, slide, 2)
    setup, answer = setup_on(here), answer_on(here)
    assert setup is not None
    if answer is None:
        assert slide.kind == "play"  # a run that is the answer itself
        return

    perform(here, Action("apply", slide.key, 1))
    now, kept = current_values(setup), kept_model(setup)
    perform(here, Action("apply", slide.key, 2))

    assert kept is not None
    assert {name: value for name, value in now.items() if name in answer} == dict(answer)
    assert {name for name, value in now.items() if value != setup.defaults()[name]} <= answer.keys()
    assert now != setup.defaults()
    assert setup.model(now).measures() != kept.measures()
    assert current_values(setup) == setup.defaults()


@pytest.mark.usefixtures("_session")
@pytest.mark.parametrize(
    ("lesson", "slide"),
    [one for one in ANSWERED if one[1].kind == "exercise"],
    ids=name_of,
)
def test_the_setting_that_a_task_is_shown_reaches_every_goal(lesson: Lesson, slide: Slide) -> None:
    variant = variant_of(all_exercises()[str(slide.item)], "en")

    marked = grade(variant, {ANSWER: dict(answer_on(screen(lesson, slide, 2)) or {})})

    assert isinstance(marked, Grade)
    assert marked.is_right


@pytest.mark.usefixtures("_session")
def test_an_answer_that_is_asked_for_twice_keeps_the_run_that_stood_at_first() -> None:
    here = screen(*PLAN, 2)
    setup, answer = setup_on(here), answer_on(here)
    assert setup is not None
    assert answer is not None

    apply_answer(setup, answer)
    first = kept_model(setup)
    apply_answer(setup, answer)

    assert kept_model(setup) == first == setup.model(setup.defaults())
