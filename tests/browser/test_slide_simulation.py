"""A simulation on a slide: moved by keys and by hand, in two windows, and marked."""

import pytest
from playwright.sync_api import Locator, Page, expect

from course import find_lesson
from lessons import slides
from tests.browser.projector import SHOWN, at_rest, measure, number, present, press
from tests.browser.speaking import beside, both_rest, press_beside, ready
from tests.browser.visitor import Visitor
from ui.components.panel import WORDS

LESSON = "satisfaction"
PLAY = next(
    slide for slide in slides(find_lesson(LESSON)) if slide.key.startswith("value") and slide.kind == "play"
)
MANY_GOALS = ("loyalty", "two-tasks.2")
"""A slide with three goals under five sliders."""
PLAN = "better-or-steadier"
"""A slide that asks which of two plans is better, and whose answer moves a slider."""
TRY = '[class*="st-key-present-try"] button'
CAPS = """(shown) => [...document.querySelectorAll(`${shown} [data-lab-control]`)].map((control, place) => {
  const before = getComputedStyle(control.querySelector('.lab-control__name'), '::before');
  return before.content.startsWith('counter(control') && before.display !== 'none'
    && getComputedStyle(control).counterIncrement === 'control 1' ? String(place + 1) : '';
})"""
"""The numbers before the controls, as the style sheet counts them."""
HUMAN = 70
"""Milliseconds for which a hand holds a key down."""
IN_GREY = WORDS.spoken("en")["overlay"]
SIDE_BY_SIDE = "happy-on-average"
"""A slide whose run, 400 dots, cannot stand over another one."""
FRAME = "() => new Promise(requestAnimationFrame)"
VERDICT = '[class*="st-key-fit-beside-verdict"] p'


# 18 s: a simulation is run after each of seven keys
def test_keys_nudge_freeze_and_put_back_a_simulation(visitor: Visitor) -> None:
    page = present(visitor, LESSON, PLAY.key)
    values = page.locator(f"{SHOWN} .lab-control__range")
    first, second = (values.nth(place).input_value() for place in (0, 1))

    press(page, "2")
    press(page, "+")
    expect(values.nth(1)).not_to_have_value(second)
    expect(values.nth(0)).to_have_value(first)
    press(page, "a")
    expect(page.locator(f"{SHOWN} figcaption:visible")).to_have_text([IN_GREY])
    press(page, "a")
    expect(page.locator(f"{SHOWN} figcaption:visible")).to_have_count(0)
    press(page, "-")
    expect(values.nth(1)).to_have_value(second)
    press(page, "1")
    press(page, "+")
    expect(values.nth(0)).not_to_have_value(first)
    press(page, "0")

    expect(values.nth(0)).to_have_value(first)
    assert number(page)[0] == PLAY.number
    assert page.evaluate(CAPS, SHOWN) == [str(n) for n in range(1, values.count() + 1)]


# 6 s: a chart is drawn for each language, then two beside each other
@pytest.mark.parametrize("display_language", ["en", "both"])
def test_two_runs_side_by_side_are_read_from_the_last_row(visitor: Visitor, display_language: str) -> None:
    page = present(visitor, LESSON, SIDE_BY_SIDE, display_language=display_language)
    for key in ("r", "r", "a", "+"):
        press(page, key)
    expect(page.locator(f"{SHOWN} .lab-chart figure")).to_have_count(2)
    seen = measure(page)

    assert (seen.cut, seen.small, seen.faint) == ([], [], [])
    assert seen.overflow <= 0


# 5 s: a chart is drawn three times in either language
@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1024, 768)])
def test_the_verdict_on_a_goal_is_read_in_both_languages_and_goes_when_something_moves(
    visitor: Visitor, width: int, height: int
) -> None:
    page = present(visitor, MANY_GOALS[0], MANY_GOALS[1], display_language="both")
    page.set_viewport_size({"width": width, "height": height})
    press(page, "r")

    page.locator(f"{SHOWN} {TRY}").click()
    verdicts = page.locator(f"{SHOWN} {VERDICT}")
    expect(verdicts).to_have_count(3)
    at_rest(page)
    seen = measure(page)
    press(page, "+")

    assert not seen.cut
    assert seen.overflow <= 0
    assert height < 1080 or not seen.small
    assert not seen.faint
    expect(verdicts).to_have_count(0)
    expect(page.locator(f"{SHOWN} .lab-measure").first).to_be_visible()


# 7 s: two windows are opened, and a chart is drawn anew in both
def test_the_answer_is_drawn_by_a_key_in_both_windows_with_its_sliders_below(visitor: Visitor) -> None:
    hall = present(visitor, LESSON, PLAN, display_language="zh")
    speaker = beside(visitor, hall, language="zh")
    press(hall, "d")
    expect(hall.locator(f"{SHOWN} .lab-chart")).to_have_count(0)
    press_beside(speaker, "r")
    press_beside(speaker, "r")
    both_rest(hall, speaker)
    before = sliders(hall)
    seen = measure(hall)

    press_beside(speaker, "d")
    for page in (hall, speaker):
        expect(page.locator("figcaption:visible")).to_have_count(1)
    both_rest(hall, speaker)
    drawn = sliders(hall), sliders(speaker)
    compared = measure(hall)
    press(hall, "d")
    both_rest(hall, speaker)

    assert drawn[0] == drawn[1] != before
    assert sliders(hall) == sliders(speaker) == before
    assert len(before) == 3
    for one in (seen, compared):
        assert (one.cut, one.small, one.faint) == ([], [], [])
        assert one.overflow <= 0


def sliders(page: Page) -> list[str]:
    """Where the sliders under the chart stand."""
    slot = page.evaluate("() => document.documentElement.dataset.slideSlot")
    all_of_them = page.locator(f".st-key-slide-slot-{slot} .lab-control__range")
    return [one.input_value() for one in all_of_them.all()]


def slider(page: Page) -> Locator:
    """The first slider of the simulation on the slide, whether it may be moved in this window or not."""
    slot = page.evaluate("() => document.documentElement.dataset.slideSlot")
    return page.locator(f".st-key-slide-slot-{slot} .lab-control__range").first


def metrics(page: Page) -> Locator:
    """The measures on the slide."""
    slot = page.evaluate("() => document.documentElement.dataset.slideSlot")
    return page.locator(f".st-key-slide-slot-{slot} .lab-measure dd b")


# 16 s: two windows run a simulation after each of seven keys
@pytest.mark.parametrize("leads", ["hall", "speaker"])
def test_however_quickly_a_simulation_is_nudged_no_nudge_is_lost(visitor: Visitor, leads: str) -> None:
    hall = present(visitor, LESSON, PLAY.key)
    speaker = beside(visitor, hall)
    before = float(slider(hall).input_value())
    one = hall if leads == "hall" else speaker

    for key in "++a+c++":
        one.keyboard.press(key, delay=HUMAN)

    high = float(slider(hall).get_attribute("max") or 0)
    step = (high - float(slider(hall).get_attribute("min") or 0)) / 20
    for page in (hall, speaker):
        expect(slider(page)).to_have_value(f"{before + 5 * step:g}")
        expect(page.locator("figcaption:visible")).to_have_count(1)
    both_rest(hall, speaker)
    expect(metrics(speaker)).to_have_text(metrics(hall).all_inner_texts())


# 20 s: two windows run a simulation four times and are loaded twice
def test_what_is_moved_by_hand_in_the_hall_moves_beside_it_and_survives(visitor: Visitor) -> None:
    hall = present(visitor, LESSON, PLAY.key)
    speaker = beside(visitor, hall)
    box = slider(hall).bounding_box()
    assert box is not None
    before = slider(speaker).input_value()

    hall.mouse.click(box["x"] + box["width"] * 0.9, box["y"] + box["height"] / 2)
    expect(slider(speaker)).not_to_have_value(before)
    press(hall, "a")
    press(hall, "+")
    both_rest(hall, speaker)
    moved, seen = slider(hall).input_value(), metrics(hall).all_inner_texts()
    expect(slider(speaker)).to_have_value(moved)
    expect(metrics(speaker)).to_have_text(seen)

    hall.reload()
    at_rest(hall)
    speaker.reload()
    ready(speaker)
    for page in (hall, speaker):
        expect(slider(page)).to_have_value(moved)
        expect(page.locator("figcaption:visible")).to_have_count(1)
        expect(metrics(page)).to_have_text(seen)


# 16 s: two windows are opened, and the other follows thirty moves of a finger
def test_a_simulation_that_is_dragged_in_the_hall_moves_and_comes_to_rest_at_the_same_place_in_both(
    visitor: Visitor,
) -> None:
    hall = present(visitor, LESSON, PLAY.key)
    speaker = beside(visitor, hall)
    box = slider(hall).bounding_box()
    assert box is not None
    middle, before = box["y"] + box["height"] / 2, slider(hall).input_value()

    hall.mouse.move(box["x"] + box["width"] / 2, middle)
    hall.mouse.down()
    for step in range(30):
        hall.mouse.move(box["x"] + box["width"] * (0.5 + 0.4 * (-1) ** step * step / 30), middle)
        hall.evaluate(FRAME)
    expect(slider(speaker)).to_have_value(slider(hall).input_value())
    assert slider(hall).input_value() != before
    hall.mouse.up()
    at = slider(hall).input_value()
    both_rest(hall, speaker)

    assert slider(hall).input_value() == at
    expect(slider(speaker)).to_have_value(at)
    expect(metrics(speaker)).to_have_text(metrics(hall).all_inner_texts())
