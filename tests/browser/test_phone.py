"""What a small screen asks for: a chart in sight of its sliders, slides that can be read."""

from playwright.sync_api import FloatRect, Locator, expect

from course import find_lesson
from lessons import slides
from tests.browser.contexts import SIZES
from tests.browser.projector import SHOWN, at_rest, press
from tests.browser.test_play import SLIDER
from tests.browser.test_walk import CHART, LESSON
from tests.browser.visitor import Visitor, is_cut_off

STEP = next(
    n for n, step in enumerate(find_lesson(LESSON).steps, 1) if step.kind == "play" and step.predict is None
)
SLIDES = slides(find_lesson(LESSON))
PICTURE = next(n for n, slide in enumerate(SLIDES) if slide.kind == "play" and slide.step == STEP - 1)
"""The slide of the simulation."""
LEGIBLE = 10
"""Pixels of the smallest letters that are read on a phone without a glass."""


def box(part: Locator) -> FloatRect:
    """Where this part of the page lies."""
    expect(part).to_be_visible()
    found = part.bounding_box()
    assert found is not None
    return found


def test_on_a_phone_the_first_slider_and_its_chart_are_seen_together(visitor: Visitor) -> None:
    page = visitor.open(f"/{LESSON}?step={STEP}", screen="phone", language="zh")
    expect(page.locator(f"{CHART} .trace").first).to_be_visible()

    chart, slider = box(page.locator(CHART).first), box(page.locator(SLIDER).first)

    assert chart["y"] < slider["y"]
    assert slider["y"] + slider["height"] - chart["y"] < SIZES["phone"][1]


def test_on_a_laptop_measures_chart_and_all_sliders_are_seen_at_once(visitor: Visitor) -> None:
    page = visitor.open(f"/{LESSON}?step={STEP}", screen="laptop")
    expect(page.locator(f"{CHART} .trace").first).to_be_visible()

    measures, chart = box(page.locator(".lab-measures")), box(page.locator(CHART).first)
    first, last = box(page.locator(SLIDER).first), box(page.locator(SLIDER).last)
    foot = box(page.locator(".st-key-step-foot"))

    assert 0 <= measures["y"] < chart["y"]
    assert chart["y"] + chart["height"] <= first["y"]
    assert last["y"] + last["height"] <= foot["y"]


def test_a_slide_on_a_phone_can_be_read_and_its_chart_ends_above_the_foot(visitor: Visitor) -> None:
    page = visitor.sit_down(screen="phone", language="zh")
    page.goto(f"{visitor.address}/present?lesson={LESSON}&slide={SLIDES[PICTURE - 2].key}&lang=zh&start=anew")
    at_rest(page)
    for _ in range(2):  # so that the chart is drawn ahead, while other things still take their place
        press(page, "PageDown")
    letters = page.locator(f"{SHOWN} :is(p, text)").evaluate_all(
        """(all) => all.filter((one) => one.textContent && one.checkVisibility())
        .map((one) => parseFloat(getComputedStyle(one).fontSize))"""
    )

    bar, foot = box(page.locator(f"{SHOWN} .lab-chart__bar")), box(page.locator(".lab-stage__foot"))

    assert min(letters) >= LEGIBLE
    assert bar["y"] + bar["height"] <= foot["y"]
    assert not is_cut_off(page)
