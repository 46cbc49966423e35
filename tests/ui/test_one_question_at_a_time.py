"""A step with several questions: a numbered strip, one question, on and back, and what they add up to."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from classroom import owner_here, submit, variant_for
from course import lesson_registry
from courseware.interface import say
from courseware.text import LANGUAGES, Language
from exercises import right_response, wrong_response
from tests.ui.asked import Asked, all_asked
from tests.ui.reader import errors, open_page, own_record, said
from ui.steps import exercise as step_of_questions
from web.records import records_here

Strip = Mapping[str, Any]
STEP = next(one for one in all_asked() if one.number == 3)
ALL = [one for one in all_asked() if (one.lesson, one.step) == (STEP.lesson, STEP.step)]


@pytest.fixture(autouse=True)
def _record(where: str) -> Iterator[None]:
    with own_record(where):
        yield


@pytest.fixture
def strip(monkeypatch: pytest.MonkeyPatch) -> list[Strip]:
    """What the strip was drawn with, run by run: AppTest draws no parts of our own."""
    drawn: list[Strip] = []

    def keep(questions: object, current: int, **more: object) -> None:
        drawn.append({"questions": questions, "current": current, **more})

    monkeypatch.setattr(step_of_questions, "question_strip", keep)
    return drawn


def opened(language: Language = "en", **address: str) -> AppTest:
    return open_page(STEP.lesson, language, step=str(STEP.step), **address)


def answer(asked: Asked, *, rightly: bool) -> None:
    """Sends an answer to one of the questions."""
    store = records_here()
    variant = variant_for(store, owner_here(store), asked.exercise)
    response = right_response(variant) if rightly else wrong_response(variant)
    submit(store, owner_here(store), asked.exercise, response)


def shown(page: AppTest) -> set[str]:
    """The ids of the questions that can be answered on the page."""
    keys = [str(button.key) for button in page.button if str(button.key).endswith(":send")]
    return {key.split(":")[1] for key in keys}


def test_one_question_is_shown_and_the_buttons_lead_on_and_back(strip: list[Strip]) -> None:
    page = opened()
    assert errors(page) == []
    assert shown(page) == {ALL[0].exercise.id}
    assert page.button(key="ask-back").disabled

    page.button(key="ask-next").click().run()
    assert shown(page) == {ALL[1].exercise.id}
    assert page.query_params["question"] == "2"
    page.button(key="ask-back").click().run()

    assert shown(page) == {ALL[0].exercise.id}
    assert [one["current"] for one in strip] == [1, 2, 1]


def test_the_address_opens_a_question_and_the_strip_another(strip: list[Strip]) -> None:
    page = opened(question=str(len(ALL)))
    assert shown(page) == {ALL[-1].exercise.id}
    assert page.button(key="ask-next").disabled

    lesson = lesson_registry().lessons()[STEP.lesson]
    assert strip[-1]["key"] == f"strip-of:{lesson.id}:{lesson.steps[STEP.step - 1].id}"
    assert len(strip[-1]["questions"]) == len(ALL)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("asked", ["0", "99", "x", "9" * 5000])
def test_a_question_that_is_not_there_is_told(asked: str, language: Language) -> None:
    page = opened(language, question=asked)

    assert shown(page) == {ALL[0].exercise.id}
    (warning,) = page.warning
    assert say("question_unknown", language, question="⁂").partition("⁂")[0] in str(warning.value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_strip_says_how_each_question_stands_and_a_new_visit_begins_at_the_first_that_is_open(
    language: Language, strip: list[Strip]
) -> None:
    answer(ALL[0], rightly=True)
    answer(ALL[1], rightly=False)
    page = opened(language)

    words = [one.words for one in strip[-1]["questions"]]
    assert words[0] == say("question_state", language, n=1, state=say("state_right", language))
    assert words[1] == say("question_state", language, n=2, state=say("state_wrong", language))
    assert words[2] == say("question_state", language, n=3, state=say("state_open", language))
    assert strip[-1]["current"] == 2
    assert say("questions_done", language, n=1, all=len(ALL)) in said(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_once_all_are_done_the_page_says_so_and_what_they_earned(language: Language) -> None:
    for one in ALL:
        answer(one, rightly=True)
    page = opened(language)

    words = said(page)
    assert say("questions_all_done", language, n=len(ALL), all=len(ALL)) in words
    assert f"{len(ALL)} {say('state_right', language)}" in words
