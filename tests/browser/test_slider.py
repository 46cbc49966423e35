"""A slider moves: the chart stays on the page, its data change, and it is never seen empty."""

from playwright.sync_api import Page, expect

from course import find_lesson
from tests.browser.test_walk import CHART, LESSON
from tests.browser.visitor import Visitor, settled

SLIDER = '[data-testid="stSlider"] input[type="range"]'
DRAWN = f"{CHART} .trace"
WATCH = f"""
() => {{
  const chart = document.querySelector('{CHART}');
  chart.dataset.mine = 'the same';
  window.sawEmpty = 0;
  new MutationObserver(() => {{
    if (!document.querySelector('{DRAWN}')) window.sawEmpty += 1;
  }}).observe(document.body, {{ childList: true, subtree: true }});
}}
"""
TOTAL = f"() => JSON.stringify(document.querySelector('{CHART}')._fullData.map(t => [t.x, t.y]))"


def first_play(visitor: Visitor) -> Page:
    """The first step with something to play with, its chart drawn."""
    number = next(n for n, step in enumerate(find_lesson(LESSON).steps, 1) if step.kind == "play")
    page = visitor.open(f"/{LESSON}?step={number}")
    expect(page.locator(DRAWN).first).to_be_visible()
    return page


def test_the_chart_stays_while_its_data_move(visitor: Visitor) -> None:
    page = first_play(visitor)
    before = page.evaluate(TOTAL)
    page.evaluate(WATCH)

    page.locator(SLIDER).first.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function(f"before => ({TOTAL})() !== before", arg=before)
    settled(page)

    assert page.locator(CHART).first.get_attribute("data-mine") == "the same"
    assert page.evaluate("window.sawEmpty") == 0


def test_a_chart_tells_its_message_to_one_who_cannot_see_it(visitor: Visitor) -> None:
    page = first_play(visitor)

    described = page.locator(CHART).first.get_attribute("aria-label")

    assert described
    assert len(described.split()) > 8
