"""A slider moves: the chart follows the hand, stays on the page, and is never seen empty."""

import json
from typing import Any

from playwright.sync_api import Page, expect

from course import find_lesson
from simulations import find
from simulations.model import Model
from simulations.picture import plain, to_json
from tests.browser.test_parts import count_messages, messages
from tests.browser.test_play import MEASURES, SEED, SIMULATION, SLIDER, measures, table_open
from tests.browser.test_walk import CHART, LESSON
from tests.browser.visitor import Visitor, settled
from web.runs import measures_of, picture_of

SIMULATED = find(SIMULATION)
VIEW, MOVED = "gap", "expectation"
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


def written(run: Model) -> list[str]:
    """The measures of a run as a panel writes them."""
    words, values = SIMULATED.words.measures, measures_of(run)
    return [
        format(values[name], words[name].format).replace("-", "−") for name in SIMULATED.views[VIEW].measures
    ]


def dots(run: Model) -> list[Any]:
    """Where the dots of a run stand in its chart."""
    first = json.loads(to_json(plain(picture_of(SIMULATED, VIEW, run, "en"))))["data"][0]
    return [first["x"], first["y"]]


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


def test_chart_and_measures_follow_the_hand_and_the_exact_run_stands_once_it_lets_go(
    visitor: Visitor,
) -> None:
    page = table_open(visitor, VIEW)
    slider = page.get_by_role("slider", name=SIMULATED.words.parameters[MOVED].label["en"])
    slider.hover()
    page.locator(f'[data-lab-follows="{MOVED}"]').wait_for(state="attached")
    chart, before = page.evaluate(TOTAL), measures(page)
    count_messages(page)

    thumb = slider.bounding_box()
    assert thumb is not None
    x, y = thumb["x"], thumb["y"] + thumb["height"] / 2
    page.mouse.move(x + thumb["width"] * 0.31, y)
    page.mouse.down()
    page.mouse.move(x + thumb["width"] * 0.83, y, steps=4)
    page.wait_for_function(f"before => ({TOTAL})() !== before", arg=chart)
    expect(page.locator(MEASURES).first).not_to_have_text(before[0])
    assert messages(page) == 0

    page.mouse.up()
    settled(page)
    assert messages(page) > 0
    run = SIMULATED.model.of({MOVED: float(slider.input_value()), "seed": SEED})
    assert measures(page) == written(run)
    assert dots(run) in json.loads(page.evaluate(TOTAL))  # the run before lies under it


def test_a_chart_tells_its_message_to_one_who_cannot_see_it(visitor: Visitor) -> None:
    page = first_play(visitor)

    described = page.locator(CHART).first.get_attribute("aria-label")

    assert described
    assert len(described.split()) > 8
