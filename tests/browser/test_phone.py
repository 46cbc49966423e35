"""What only a small screen asks for: a chart in sight of the sliders that move it."""

from playwright.sync_api import FloatRect, Locator, expect

from lessons import find
from tests.browser.test_slider import SLIDER
from tests.browser.test_walk import CHART, LESSON
from tests.browser.visitor import SIZES, Visitor

STEP = next(n for n, step in enumerate(find(LESSON).steps, 1) if step.kind == "play" and step.predict is None)


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


def test_on_a_laptop_the_sliders_stand_beside_their_chart(visitor: Visitor) -> None:
    page = visitor.open(f"/{LESSON}?step={STEP}", screen="laptop")
    expect(page.locator(f"{CHART} .trace").first).to_be_visible()

    chart, slider = box(page.locator(CHART).first), box(page.locator(SLIDER).first)

    assert slider["x"] + slider["width"] <= chart["x"]
