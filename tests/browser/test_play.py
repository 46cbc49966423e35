"""Playing with a simulation: compare, play, look at the numbers, and download the run."""

import csv
import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from courseware.interface import say
from courseware.text import Language
from simulations import find
from tests.browser.labels import CHART, PANEL, PANEL_ZH
from tests.browser.test_parts import count_messages, messages
from tests.browser.visitor import Visitor, settled

SIMULATION = "satisfaction"
SEED = 5
SLIDER = ".lab-control__range"
MEASURES = ".lab-measure dd"
PLOT = ".lab-chart .js-plotly-plot"
DATA = f"""[...document.querySelectorAll('{PLOT}')].map(plot => JSON.stringify(
  plot._fullData.filter(trace => trace.meta !== 'ghost').map(trace => [trace.x, trace.y])))"""
"""What the runs show, without the ghost of one behind it."""
LINES = f"""() => document.querySelector('{PLOT}')._fullData.filter(t => t.mode === 'lines')
  .map(t => [t.meta === 'ghost', JSON.stringify([t.x, t.y])])"""


def table_open(visitor: Visitor, view: str, language: Language = "en") -> Page:
    """Free play with one view of the simulation, its chart drawn."""
    page = visitor.open(f"/lab?sim={SIMULATION}&view={view}&seed={SEED}&lang={language}", language=language)
    drawn(page)
    return page


def drawn(page: Page) -> None:
    """Wait for the chart."""
    expect(page.locator(f"{PLOT} .trace").first).to_be_visible()
    settled(page)


def press(page: Page, word: str, language: Language = "en") -> None:
    """Press the button with these words of the screen."""
    page.get_by_role("button", name=say(word, language)).click()


def move_first_slider(page: Page) -> None:
    """One step to the right, and the chart follows."""
    before = page.evaluate(DATA)
    page.locator(SLIDER).first.press("ArrowRight")
    page.wait_for_function(f"before => {DATA}.join() !== before", arg=",".join(before))
    settled(page)


def lines_of(page: Page) -> tuple[list[str], list[str]]:
    """The lines of the run, and those of the ghost behind it."""
    found = page.evaluate(LINES)
    run, ghost = ([line for is_ghost, line in found if is_ghost == wanted] for wanted in (False, True))
    return run, ghost


def drawer(page: Page, language: Language = "en") -> Locator:
    """The opened drawer with the run's link and data."""
    found = page.locator(".lab-panel__share")
    found.locator("summary").click()
    expect(found.get_by_role("link")).to_be_visible()
    return found


def measures(page: Page) -> list[str]:
    """The measures as they are written over the chart."""
    return page.locator(MEASURES).all_inner_texts()


def test_a_kept_run_stands_beside_the_one_that_is_changed_on_the_same_seed(visitor: Visitor) -> None:
    page = table_open(visitor, "gap")  # so many dots would hide each other in one picture

    press(page, "compare")
    expect(page.locator(PLOT)).to_have_count(2)
    expect(page.locator("figcaption")).to_have_text([say("scenario_a", "en"), say("scenario_b", "en")])
    expect(page.get_by_text(say("same_seed", "en", seed=SEED))).to_be_visible()

    kept, same = page.evaluate(DATA)
    assert kept == same
    move_first_slider(page)
    still, changed = page.evaluate(DATA)
    assert still == kept
    assert changed != kept


def test_a_kept_run_of_lines_stands_in_grey_in_the_picture_of_the_one_that_is_changed(
    visitor: Visitor,
) -> None:
    language: Language = "zh"
    page = table_open(visitor, "value", language)

    press(page, "compare", language)
    expect(page.locator("figcaption")).to_have_text([PANEL_ZH["overlay"]])
    settled(page)

    run, kept = lines_of(page)
    assert kept == run
    before = measures(page)
    move_first_slider(page)
    changed, still = lines_of(page)
    assert still == kept
    assert changed != kept
    assert page.locator(PLOT).count() == 1
    assert page.locator(".lab-measure__kept").count() == len(before)


def test_a_run_plays_month_by_month_without_asking_the_lab(visitor: Visitor) -> None:
    page = table_open(visitor, "fade")
    caption = page.locator(".lab-chart__caption")
    page.get_by_role("slider", name=CHART["moment"]).fill("0")
    first, before = caption.inner_text(), page.evaluate(DATA)
    count_messages(page)

    page.locator(".lab-chart").get_by_role("button", name=CHART["play"], exact=True).click()
    expect(caption).not_to_have_text(first)
    page.wait_for_function(f"before => {DATA}.join() !== before", arg=",".join(before))

    assert messages(page) == 0


def test_the_address_of_a_run_opens_it_again_for_somebody_else(visitor: Visitor) -> None:
    language: Language = "zh"
    page = table_open(visitor, "promise", language)
    move_first_slider(page)
    press(page, "new_luck", language)
    page.wait_for_function(f"before => {DATA}.join() !== before", arg=",".join(page.evaluate(DATA)))
    settled(page)

    address = drawer(page, language).get_by_role("textbox").input_value()
    other = visitor.sit_down()
    other.goto(address)
    drawn(other)

    assert f"seed={SEED + 1}" in address
    assert measures(other) == measures(page)
    assert other.evaluate(DATA) == page.evaluate(DATA)


def test_the_table_of_a_run_is_downloaded_with_its_header_and_all_its_rows(
    visitor: Visitor, tmp_path: Path
) -> None:
    page = table_open(visitor, "gap")
    with page.context.expect_event("download") as begun:
        drawer(page).get_by_role("link", name=PANEL["share_csv"]).click()
    file = tmp_path / begun.value.suggested_filename
    begun.value.save_as(file)

    assert file.name == f"{SIMULATION}.csv"
    model = find(SIMULATION).model.of({"seed": SEED})
    table = find(SIMULATION).views["gap"].table(model)
    header, *rows = csv.reader(file.read_text(encoding="utf-8-sig").splitlines())
    assert header == list(table)
    assert len(rows) == len(next(iter(table.values())))


def test_a_chart_of_the_lab_can_be_read_as_a_table(visitor: Visitor) -> None:
    page = table_open(visitor, "promise", "zh")
    chart = page.locator(".lab-chart")

    page.get_by_role("button", name=PANEL_ZH["table"]).click()

    expect(chart.locator(PLOT)).to_be_hidden()
    expect(chart.locator("th").first).to_be_visible()
    numbers = chart.locator("td").all_inner_texts()
    assert sum(bool(re.search(r"\d", number)) for number in numbers) > 20
