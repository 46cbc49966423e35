"""Every lesson walked from its first step to its last, as a student does it, in both languages.

Each kind of step is looked at on the way as all other pages are, see test_axe.py.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from course import find_lesson
from courseware.interface import say
from courseware.text import Language
from lessons import PlayStep
from tests.browser.contexts import Scheme, Screen
from tests.browser.looking import look_at
from tests.browser.places import steps_to_look_at, steps_to_walk
from tests.browser.thorough import is_thorough
from tests.browser.visitor import Visitor, is_cut_off, settled
from tests.content.shelf import WRITTEN

LESSON = "satisfaction"
CHART = ".lab-chart .js-plotly-plot"
COVER = ".lab-panel__cover button"
"""What stands in the place of a run that is still to be predicted: it opens the run all the same."""
WAYS = ("laptop", "en", "light"), ("phone", "zh", "dark")
"""How a lesson is walked through; in a sample each lesson in one of them."""


def go_on(page: Page, language: Language) -> None:
    """Press Next and wait for the step that follows."""
    page.get_by_role("button", name=say("next", language), exact=True).click()


# 55 s: a whole lesson, some thirty steps, each laid out and at rest
@pytest.mark.parametrize(
    ("screen", "language", "scheme", "name"),
    [
        (*way, name)
        for place, way in enumerate(WAYS)
        for name in (WRITTEN if is_thorough() else WRITTEN[place :: len(WAYS)])
    ],
)
def test_a_student_walks_from_the_first_step_to_the_last(
    visitor: Visitor, screen: Screen, language: Language, scheme: Scheme, name: str
) -> None:
    lesson, at = find_lesson(name), 1
    page = visitor.open(f"/{name}?step=1", screen=screen, language=language, scheme=scheme)

    for number in steps_to_walk()[name]:
        if number != at:
            go_on(page, language) if number == at + 1 else page.goto(
                f"{visitor.address}/{name}?step={number}"
            )
        at, step = number, lesson.steps[number - 1]
        expect(page).to_have_url(re.compile(rf"step={number}\b"))
        expect(page.get_by_role("heading", name=step.title[language], exact=True)).to_be_visible()
        if isinstance(step, PlayStep):
            expect(page.locator(COVER if step.predict else CHART).first).to_be_visible()
        settled(page)
        assert not is_cut_off(page), f"step {number} is wider than the screen"
        if number in steps_to_look_at()[name]:
            look_at(page, language)

    assert at == len(lesson.steps)


def test_the_arrow_keys_turn_the_steps(visitor: Visitor) -> None:
    page = visitor.open(f"/{LESSON}?step=2")

    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile(r"step=3\b"))
    page.keyboard.press("ArrowLeft")
    expect(page).to_have_url(re.compile(r"step=2\b"))


def test_switching_the_language_keeps_the_step(visitor: Visitor) -> None:
    lesson = find_lesson(LESSON)
    page = visitor.open(f"/{LESSON}?step=4")

    page.get_by_role("radio", name="中文").or_(page.get_by_role("button", name="中文")).first.click()

    expect(page.get_by_role("heading", name=lesson.steps[3].title["zh"], exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile(r"step=4\b.*lang=zh|lang=zh.*step=4\b"))
