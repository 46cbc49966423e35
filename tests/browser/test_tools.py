"""Class tools over a slide: each by its key, all of them with a clicker, nothing lost by a reload."""

import re

from playwright.sync_api import Page, expect

from course import find_lesson
from courseware.interface import say
from lessons import slides
from tests.browser.labels import STAGE
from tests.browser.projector import click_on_the_bar, measure, number, present
from tests.browser.tools import (
    CLASS,
    GROUP,
    NAME,
    OVER,
    again,
    class_in,
    draw,
    name_on,
    open_tools,
    rest,
    slide_is_bare,
    tap,
)
from tests.browser.visitor import Visitor, ticked

LESSON = "satisfaction"
ASKED = next(slide for slide in slides(find_lesson(LESSON)) if slide.kind == "ask" and slide.options)
TIMER = ".lab-stage__timer"
BUTTONS = {STAGE[tool]: tool for tool in ("pick", "groups", "board", "qr")}
COUNT_STROKES = """() => {
  window.strokes = 0;
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (at) { window.strokes += 1; return start.call(this, at); };
}"""


def readable(page: Page, within: str = OVER) -> None:
    """The last row reads all of it, and nothing is cut off."""
    seen = measure(page, within)
    assert not seen.small, seen.small
    assert not seen.cut, seen.cut
    assert seen.overflow <= 0, seen.overflow


# 6 s: each name rolls before it stands
def test_a_class_is_pasted_once_and_names_are_drawn_with_the_clicker_until_everybody_was_called(
    teacher: Visitor,
) -> None:
    page = present(teacher, LESSON, ASKED.key)
    class_in(page)
    assert name_on(page) == "?"
    readable(page)

    drawn = [
        draw(page, key)
        for key in ("PageDown", "ArrowRight", "n", "PageDown", "Space", "PageDown", "ArrowDown")
    ]
    readable(page)
    page.keyboard.press("PageUp")
    slide_is_bare(page)

    assert sorted(drawn) == sorted(CLASS)
    assert number(page)[0] == ASKED.number


# 6 s: the presentation is loaded twice, and the name rolls before it stands
def test_a_name_fills_the_screen_survives_a_reload_and_is_gone_when_the_tool_is_opened_again(
    teacher: Visitor,
) -> None:
    page = present(teacher, LESSON, ASKED.key)
    class_in(page)

    name = draw(page)
    height = page.locator(f"{NAME} p").first.evaluate("(node) => parseFloat(getComputedStyle(node).fontSize)")
    again(page)
    expect(page.locator(f"{NAME} p").first).to_have_text(name)
    page.keyboard.press("Escape")
    slide_is_bare(page)
    tap(page, "m")

    assert height > 1080 / 8
    assert name_on(page) == "?"


def test_a_call_is_taken_back_and_the_absent_are_drawn_no_more(teacher: Visitor) -> None:
    page = present(teacher, LESSON, ASKED.key)
    class_in(page, CLASS[:3])

    away = draw(page)
    page.get_by_role("button", name=say("tool_not_here", "en")).click()
    expect(page.locator(f"{NAME} p").first).not_to_have_text(away)
    names = [name_on(page), *(draw(page) for _ in range(5))]
    page.get_by_role("button", name=say("tool_absent", "en", n=1)).click()
    page.get_by_test_id("stPopoverBody").get_by_role("button", name=away).click()
    expect(page.get_by_role("button", name=say("tool_absent", "en", n=0))).to_be_attached()
    page.keyboard.press("Escape")
    page.get_by_role("button", name=say("tool_undo", "en")).click()
    rest(page)

    assert away not in names
    assert names[0] != names[1] != names[2]
    assert open_tools(page) == "pick"
    assert draw(page) == away


def test_groups_hold_everybody_stay_after_a_reload_and_are_mixed_anew_by_c(teacher: Visitor) -> None:
    page = present(teacher, LESSON, ASKED.key)
    class_in(page)

    tap(page, "u")
    rest(page)
    first = page.locator(GROUP).all_inner_texts()
    readable(page)
    again(page)
    reloaded = page.locator(GROUP).all_inner_texts()
    page.keyboard.press("c")
    expect(page.locator(GROUP).first).not_to_have_text(first[0])
    rest(page)
    mixed = page.locator(GROUP).all_inner_texts()
    page.locator(OVER).get_by_role("radio", name="3", exact=True).or_(
        page.locator(OVER).get_by_role("button", name="3", exact=True)
    ).first.click()
    expect(page.locator(GROUP)).to_have_count(3)
    page.keyboard.press("PageDown")
    slide_is_bare(page)

    assert len(first) == 2
    assert reloaded == first != mixed
    assert all(any(name in group for group in mixed) for name in CLASS)
    assert number(page)[0] == ASKED.number


def test_what_is_typed_on_the_board_grows_turns_no_slide_and_is_kept(teacher: Visitor) -> None:
    page = present(teacher, LESSON, ASKED.key)
    words = "When does a promise hurt? b n o"

    tap(page, "w")
    area = page.locator(f"{OVER} textarea")
    expect(area).to_be_focused()
    page.keyboard.type(words)
    rest(page)
    size = area.evaluate("(node) => parseFloat(getComputedStyle(node).fontSize)")
    assert size > 1080 / 12
    page.keyboard.press("PageDown")
    slide_is_bare(page)
    again(page)
    tap(page, "w")
    expect(area).to_have_value(words)
    page.keyboard.press("Enter")
    page.keyboard.insert_text("x " * 600)
    rest(page)
    assert area.evaluate("(node) => node.scrollHeight <= node.clientHeight + 1")
    readable(page)
    page.keyboard.press("Escape")

    slide_is_bare(page)
    assert number(page)[0] == ASKED.number


def test_the_code_shows_an_address_that_can_be_corrected_for_good(teacher: Visitor) -> None:
    page = present(teacher, LESSON, ASKED.key)

    tap(page, "q")
    expect(page.get_by_alt_text("QR code")).to_be_visible()
    expect(page.locator(".st-key-tool-url")).to_contain_text(re.compile(r"^http://[^/]+/satisfaction$"))
    expect(page.locator(OVER)).to_contain_text("The lab answers on this computer only")
    readable(page)
    before = page.get_by_alt_text("QR code").get_attribute("src")
    field = page.locator(f"{OVER} input")
    field.fill("no address")
    field.press("Enter")
    expect(page.locator(OVER)).to_contain_text("is no address")
    field.fill("lab.example.edu:8080/")
    field.press("Enter")
    expect(page.locator(".st-key-tool-url")).to_have_text("http://lab.example.edu:8080/satisfaction")
    again(page)
    expect(page.locator(".st-key-tool-url")).to_have_text("http://lab.example.edu:8080/satisfaction")

    assert page.get_by_alt_text("QR code").get_attribute("src") != before
    page.keyboard.press("PageDown")
    slide_is_bare(page)
    assert number(page)[0] == ASKED.number


def test_t_counts_the_minutes_of_the_step_fills_the_screen_and_goes(teacher: Visitor) -> None:
    page = present(teacher, LESSON, ASKED.key)
    timer = page.get_by_role("timer")

    tap(page, "t")
    expect(timer.locator("output")).to_have_text(re.compile(r"^(4:00|3:5\d)$"))
    timer.get_by_role("button", name=STAGE["plus"]).click()
    expect(timer.locator("output")).to_have_text(re.compile(r"^4:5\d|5:00$"))
    tap(page, "t")
    expect(timer).to_have_attribute("data-big", "")
    assert timer.locator("output").evaluate("(node) => node.getBoundingClientRect().height") > 1080 / 3
    readable(page, TIMER)
    page.keyboard.press("PageDown")
    expect(timer).not_to_have_attribute("data-big", "")
    assert number(page)[0] == ASKED.number
    tap(page, "t")
    tap(page, "t")

    expect(timer).to_be_hidden()


def test_the_bell_rings_once_when_time_is_up_and_neither_after_a_reload_nor_when_it_is_switched_off(
    teacher: Visitor,
) -> None:
    page = present(teacher, LESSON, ASKED.key)
    page.evaluate(COUNT_STROKES)
    output = page.locator(f"{TIMER} output")

    page.keyboard.press("t")
    for _ in range(4):
        page.get_by_role("button", name=STAGE["minus"]).click()
    expect(output).to_have_text("0:00")
    ticked(page)
    rung = page.evaluate("() => window.strokes")
    with page.add_init_script(f"({COUNT_STROKES})()"):
        again(page)
    ticked(page)
    after = page.evaluate("() => window.strokes")
    page.get_by_role("button", name=STAGE["mute"]).click()
    page.get_by_role("button", name=STAGE["plus"]).click()
    page.get_by_role("button", name=STAGE["minus"]).click()
    expect(output).to_have_text("0:00")
    ticked(page)

    assert rung == 9
    assert after == 0
    assert page.evaluate("() => window.strokes") == 0
    expect(page.get_by_role("button", name=STAGE["unmute"])).to_be_visible()


def test_a_button_or_a_key_opens_a_tool_at_once_and_escape_black_and_other_keys_keep_to_it(
    teacher: Visitor,
) -> None:
    page = present(teacher, LESSON, ASKED.key)
    opened_by_buttons(page)

    for key, tool in (("m", "pick"), ("u", "groups"), ("w", "board"), ("q", "qr")):
        keeps_to_itself(page, key, tool)


def keeps_to_itself(page: Page, key: str, tool: str) -> None:
    """The tool of this key is there at once, hears what is meant for it, and leaves the slide alone."""
    page.keyboard.press(key)
    assert open_tools(page) == tool
    rest(page)
    expect(page.locator(f"{OVER} .st-key-tool-of-{tool}")).to_be_visible()
    if tool == "board":
        expect(page.locator(f"{OVER} textarea")).to_be_focused()
    page.evaluate("() => document.activeElement?.blur()")
    page.keyboard.press("b")
    expect(page.locator(".lab-stage__black")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".lab-stage__black")).to_be_hidden()
    page.keyboard.press("r")
    page.keyboard.press("a")
    assert open_tools(page) == tool
    page.keyboard.press("Escape")

    assert open_tools(page) is None
    slide_is_bare(page)
    assert "A star does not measure the parcel" not in page.content()
    assert number(page)[0] == ASKED.number


def opened_by_buttons(page: Page) -> None:
    """Every tool has a button of its own."""
    for label, tool in (
        ("Draw a name", "pick"),
        ("Groups", "groups"),
        ("Whiteboard", "board"),
        ("QR code of the lesson", "qr"),
    ):
        click_on_the_bar(page.get_by_role("toolbar").get_by_role("button", name=label))
        assert open_tools(page) == tool
        rest(page)
    page.keyboard.press("Escape")

    slide_is_bare(page)


def test_a_class_is_deleted_with_all_that_was_noted_of_it(teacher: Visitor) -> None:
    page = present(teacher, LESSON, ASKED.key)
    class_in(page)
    draw(page)

    page.get_by_role("button", name=say("tool_list", "en")).click()
    expect(page.locator(f"{OVER} textarea")).to_have_value("\n".join(CLASS))
    page.get_by_role("button", name=say("tool_forget", "en")).click()
    page.get_by_role("button", name=say("tool_forget_now", "en")).click()
    expect(page.get_by_role("button", name=say("tool_forget", "en"))).to_have_count(0)
    rest(page)

    expect(page.locator(f"{OVER} textarea")).to_have_value("")
    page.keyboard.press("Escape")
    slide_is_bare(page)
