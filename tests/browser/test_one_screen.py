"""A step that is played stands on one screen: chart with its axis, all its controls, numbers and the task."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from course import find_lesson, lesson_registry
from lessons import PlayStep
from tests.browser.visitor import Visitor, settled

SMALL = {"width": 1280, "height": 720}
PLACES = """() => {
  const box = (at) => document.querySelector(at)?.getBoundingClientRect();
  return {
    foot: box('.st-key-step-foot').top, plot: box('.lab-chart__plot'),
    controls: box('.lab-panel__controls').bottom,
    measures: box('.lab-measures').top, words: box('[class*="st-key-words-"]').top,
    sideways: document.documentElement.scrollWidth - innerWidth,
  };
}"""


def fullest() -> Iterator[tuple[str, int]]:
    """Of each lesson the step with the most controls, which has the least room for its chart."""
    for lesson in lesson_registry().lessons().values():
        played = [(n, step) for n, step in enumerate(lesson.steps, 1) if isinstance(step, PlayStep)]
        if played:
            yield lesson.id, max(played, key=lambda one: len(one[1].controls))[0]


def uncovered(visitor: Visitor, lesson: str, n: int) -> Page:
    """The step on a small laptop, its run in sight."""
    page = visitor.open(f"/{lesson}?step={n}")
    page.set_viewport_size(SMALL)  # type: ignore[arg-type]
    cover = page.locator(".lab-panel__cover button")
    if cover.is_visible():
        cover.click()
    settled(page)
    return page


DRAWN = "eighth-year"
GUESS = """() => document.querySelector('.lab-chart .js-plotly-plot')._fullData
  .filter(trace => trace.meta === 'guess').map(trace => [[...trace.x], [...trace.y]])"""


def test_a_curve_is_drawn_by_hand_over_an_empty_plot_and_lies_under_the_run_then(visitor: Visitor) -> None:
    steps = find_lesson("customers").steps
    page = visitor.open(f"/customers?step={[one.id for one in steps].index(DRAWN) + 1}")
    page.set_viewport_size(SMALL)  # type: ignore[arg-type]
    page.reload()
    settled(page)
    plot = page.locator(".lab-plot svg")
    box = plot.bounding_box()
    assert box is not None
    foot = page.locator(".st-key-step-foot").bounding_box()
    controls = page.locator(".lab-panel__controls").bounding_box()
    assert page.locator(".js-plotly-plot").count() == 0

    page.mouse.move(box["x"] + 0.02 * box["width"], box["y"] + 0.4 * box["height"])
    page.mouse.down()
    page.mouse.move(box["x"] + 0.99 * box["width"], box["y"] + 0.4 * box["height"], steps=4)
    page.mouse.up()
    page.locator(".lab-plot__send").click()
    expect(page.locator(".lab-chart .js-plotly-plot .trace").first).to_be_visible()
    settled(page)

    ((along, drawn),) = page.evaluate(GUESS)
    assert along == [1, 2, 3, 4, 5, 6, 7, 8]
    assert max(drawn) - min(drawn) < 0.02
    assert foot is not None
    assert controls is not None
    assert controls["y"] + controls["height"] <= foot["y"] + 1


@pytest.mark.parametrize(("lesson", "n"), list(fullest()))
def test_the_fullest_step_of_a_lesson_stands_on_one_small_screen(
    visitor: Visitor, lesson: str, n: int
) -> None:
    page = uncovered(visitor, lesson, n)

    at = page.evaluate(PLACES)

    assert at["sideways"] <= 0
    assert 0 < at["measures"] < at["plot"]["top"]
    assert at["words"] < SMALL["height"] / 3
    assert at["plot"]["bottom"] <= at["controls"] <= at["foot"] + 1 <= SMALL["height"]
    assert at["plot"]["height"] >= 200


def wordiest() -> tuple[str, int]:
    """The step to be predicted with the most to read before its options."""
    found = [
        (len(step.text.en if step.text else "") + len(step.claim.text.en if step.claim else ""), lesson.id, n)
        for lesson in lesson_registry().lessons().values()
        for n, step in enumerate(lesson.steps, 1)
        if isinstance(step, PlayStep) and step.predict is not None
    ]
    _, lesson, n = max(found)
    return lesson, n


def test_what_sends_a_prediction_is_in_sight_with_what_it_is_about(visitor: Visitor) -> None:
    lesson, n = wordiest()
    page = visitor.open(f"/{lesson}?step={n}")
    page.set_viewport_size(SMALL)  # type: ignore[arg-type]
    settled(page)

    button = page.locator('[class*="st-key-words-"] [data-testid="stFormSubmitButton"]').bounding_box()
    foot = page.locator(".st-key-step-foot").bounding_box()

    assert button is not None
    assert foot is not None
    assert button["y"] + button["height"] <= foot["y"]
