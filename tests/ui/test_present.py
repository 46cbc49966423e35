"""Every slide of every lesson, and where a presentation stands, without a browser."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classroom import ClockState
from course import all_exercises, course_plan, lesson_registry, lessons_after, plain_terms
from courseware.interface import say
from courseware.language import DisplayLanguage
from courseware.text import LANGUAGES, Language
from exercises import reveal
from exercises.specimen import variant_of
from lessons import Lesson, Slide, slides
from simulations.model import MAX_SEED
from tests.ui.panels import panel, panels
from tests.ui.presenting import JSON, kept, put
from tests.ui.reader import errors, open_page, own_record, page_at, said
from ui.present.phases import phases
from ui.present.setting import SlideSetting
from ui.present.slots import SLOTS
from ui.present.state import State, Timer, Tool, read_state

LESSONS = list(lesson_registry().lessons().values())
DISPLAY_LANGUAGES = get_args(DisplayLanguage)
TIMER = st.builds(
    Timer,
    seconds=st.integers(0, 3600),
    ends=st.integers(0, 2**50),
    left=st.none() | st.integers(0, 3600),
)
VALUES = st.dictionaries(
    st.text(), st.floats(-1e6, 1e6) | st.integers(0, MAX_SEED) | st.text(max_size=9), max_size=4
).map(MappingProxyType)
SETTING = st.builds(SlideSetting, values=VALUES, kept=st.none() | VALUES, tried=st.none() | VALUES)
STATE = st.builds(
    State,
    slide=st.text(),
    display_language=st.sampled_from(DISPLAY_LANGUAGES),
    black=st.booleans(),
    revealed=st.dictionaries(st.text(), st.integers(1, 3)).map(MappingProxyType),
    settings=st.dictionaries(st.text(), SETTING, max_size=3).map(MappingProxyType),
    timer=st.none() | TIMER,
    tool=st.none() | st.sampled_from(get_args(Tool)),
    clock=st.sampled_from(get_args(ClockState)),
    run=st.integers(1, 1000),
    at=st.integers(0, 2**50),
    stamps=st.dictionaries(st.text(), st.integers(1, 2**50), max_size=4).map(MappingProxyType),
)


@pytest.fixture(scope="module", autouse=True)
def _record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with own_record(tmp_path_factory.mktemp("record")):
        yield


@pytest.fixture
def teacher(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has given a name."""
    monkeypatch.setattr("ui.present.record.author_here", str)


def show(
    lesson: Lesson, key: str, display_language: DisplayLanguage, revealed: Mapping[str, int] | None = None
) -> Any:
    """The page at this slide, with so much revealed."""
    language: Language = "en" if display_language == "en" else "zh"
    page = page_at("present", language, "teacher", lesson=lesson.id)
    page.query_params["lang"] = display_language
    put(lesson, State(key, display_language, revealed=revealed or {}))
    return page.run()


def thirds(made: tuple[Slide, ...]) -> tuple[Slide, ...]:
    """So many slides that, with their neighbours, all are drawn."""
    return (*made[1::SLOTS], made[-1])


# 11 s: every slide of a lesson is drawn twice, with its simulations
@pytest.mark.slow
@pytest.mark.usefixtures("teacher")
@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
@pytest.mark.parametrize("display_language", DISPLAY_LANGUAGES)
def test_every_slide_of_every_lesson_opens_hidden_and_revealed(
    lesson: Lesson, display_language: DisplayLanguage
) -> None:
    made = slides(lesson)
    all_of_it = {slide.key: phases(lesson, slide) for slide in made}
    language: Language = "en" if display_language == "en" else "zh"

    for slide in thirds(made):
        for most in (0, 1, 2):
            page = show(
                lesson, slide.key, display_language, {key: min(most, n) for key, n in all_of_it.items()}
            )
            assert errors(page) == [], (slide.key, most)
            assert slide.title[language] in said(page) or slide.kind == "stage"


@pytest.mark.usefixtures("teacher")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_cover_gives_nothing_away_and_the_end_says_what_was_new_and_what_comes_next(
    language: Language,
) -> None:
    lesson = lesson_registry().lessons()["satisfaction"]
    after = [text[language] for text in lessons_after(lesson.id)]

    cover, end = (said(show(lesson, key, language)) for key in ("title", slides(lesson)[-1].key))

    assert course_plan().title[language] in cover
    assert not [point for point in lesson.key_points if point[language] in cover]
    assert all(point[language] in end for point in lesson.key_points)
    assert len(after) == 2
    assert all(title in end for title in after)


@pytest.mark.usefixtures("teacher")
def test_a_drawing_stands_in_each_language_of_the_hall(monkeypatch: pytest.MonkeyPatch) -> None:
    lesson = lesson_registry().lessons()["satisfaction"]
    drawn = next(slide for slide in slides(lesson) if slide.drawing is not None)
    asked: list[tuple[str, Language]] = []
    monkeypatch.setattr(
        "ui.present.kinds.text.drawing", lambda name, language, *, key: asked.append((name, language))
    )

    show(lesson, drawn.key, "both")

    assert asked == [(drawn.drawing, "zh"), (drawn.drawing, "en")]


@pytest.mark.usefixtures("teacher")
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_question_hides_is_on_no_slide_before_it_is_revealed(language: Language) -> None:
    lesson = LESSONS[0]
    made = slides(lesson)
    hidden = {slide.key: secrets(lesson, slide, language) for slide in made if phases(lesson, slide)}
    asked = next(slide for slide in made if slide.kind == "ask" and phases(lesson, slide))

    before = said(show(lesson, asked.key, language))
    after = said(show(lesson, asked.key, language, {asked.key: 1}))

    assert not [secret for secret in hidden[asked.key] if secret in before]
    assert all(secret in after for secret in hidden[asked.key])


@pytest.mark.slow
@pytest.mark.usefixtures("teacher")
@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_no_slide_and_no_neighbour_tells_an_answer_before_it_is_revealed(lesson: Lesson) -> None:
    made = slides(lesson)

    for slide in thirds(made):
        shown = said(show(lesson, slide.key, "zh"))
        for near in made[max(0, slide.number - 2) : slide.number + 1]:
            assert not [secret for secret in secrets(lesson, near, "zh") if secret in shown], near.key


def secrets(lesson: Lesson, slide: Slide, language: Language) -> list[str]:
    """The words that a slide keeps until they are revealed."""
    if slide.kind == "exercise":
        variant = variant_of(all_exercises()[str(slide.item)], language)
        return [reveal(variant)[language].partition("\n\n")[2]]
    step = lesson.steps[slide.step] if slide.step is not None else None
    if slide.kind == "ask" and step is not None and step.kind == "ask" and step.answer is not None:
        return [step.answer[language].splitlines()[0]]
    if slide.kind == "play" and step is not None and step.kind == "play" and step.predict is not None:
        return [step.predict.explain[language].splitlines()[0]]
    return []


@pytest.mark.usefixtures("teacher")
def test_the_run_is_not_made_known_before_the_class_has_predicted() -> None:
    lesson = LESSONS[0]
    slide = next(one for one in slides(lesson) if phases(lesson, one) == 2 and one.kind == "play")

    before, after = show(lesson, slide.key, "en"), show(lesson, slide.key, "en", {slide.key: 1})

    assert not panels(before)
    assert panel(after).controls
    assert panel(after).measures
    assert panel(after).message["chart"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_students_find_no_slides_and_no_way_to_them(language: Language) -> None:
    page = open_page("present", language, lesson="satisfaction")

    assert page.title[0].value == say("present_closed", language)
    assert not any(slides(LESSONS[0])[1].title[language] in one.value for one in page.markdown)


@pytest.mark.usefixtures("teacher")
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_address_without_a_lesson_offers_all_of_them(language: Language) -> None:
    page = open_page("present", language, "teacher", lesson="no-such-lesson")

    assert "no-such-lesson" in page.warning[0].value.replace("\\", "")
    assert page.title[0].value == say("present", language)


@pytest.mark.usefixtures("teacher")
def test_a_slide_that_is_not_there_leads_to_the_first() -> None:
    lesson = LESSONS[0]

    page = show(lesson, "no-such-slide", "en")

    assert errors(page) == []
    assert lesson.title["en"] in said(page)


@pytest.mark.usefixtures("teacher")
def test_what_an_address_asks_for_is_done_once() -> None:
    lesson = LESSONS[0]
    third, fifth = slides(lesson)[2], slides(lesson)[4]
    put(lesson, State(fifth.key, "en", revealed={fifth.key: 1}))

    page = page_at("present", "en", "teacher", lesson=lesson.id, slide=third.key).run()
    asked = kept(lesson)
    put(lesson, State(fifth.key, "en"))
    page.run()

    assert asked.slide == third.key
    assert asked.revealed == {fifth.key: 1}
    assert "slide" not in page.query_params
    assert fifth.title.en in said(page)
    assert kept(lesson).slide == fifth.key


@pytest.mark.usefixtures("teacher")
def test_an_ended_presentation_begins_anew_and_an_open_one_goes_on() -> None:
    lesson = LESSONS[0]
    fifth = slides(lesson)[4]

    put(lesson, State(fifth.key, "both"))
    page_at("speaker", "en", "teacher", lesson=lesson.id).run()
    went_on = kept(lesson)
    put(lesson, State(fifth.key, "both", clock="ended"))
    page = page_at("speaker", "en", "teacher", lesson=lesson.id).run()

    assert errors(page) == []
    assert (went_on.slide, went_on.display_language) == (fifth.key, "both")
    assert (kept(lesson).slide, kept(lesson).clock) == ("title", "waiting")


@pytest.mark.usefixtures("teacher")
@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_the_speaker_reads_notes_and_answers_beside_every_kind_of_slide(lesson: Lesson) -> None:
    made = slides(lesson)

    for kind in sorted({slide.kind for slide in made}):
        slide = next(one for one in made if one.kind == kind)
        put(lesson, State(slide.key, "zh"))
        page = page_at("speaker", "zh", "teacher", lesson=lesson.id).run()
        told = said(page)
        assert errors(page) == []
        assert slide.notes is None or plain_terms(slide.notes.zh.splitlines()[0], "zh") in told
        assert all(plain_terms(secret, "zh") in told for secret in secrets(lesson, slide, "zh"))


@given(STATE)
def test_a_state_survives_the_way_to_the_browser_and_back(state: State) -> None:
    assert read_state(state.to_json(), State("", "en")) == state


@given(JSON, STATE)
def test_nothing_that_a_browser_may_say_breaks_the_state(said_: object, before: State) -> None:
    found = read_state(said_, before)

    assert isinstance(found.slide, str)
    assert found.display_language in DISPLAY_LANGUAGES
    assert found.at >= 0


def test_what_is_not_a_state_changes_nothing() -> None:
    before = State("s3", "both", black=True, at=7)

    assert read_state("gone", before) == before
