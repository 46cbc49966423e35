"""What the editor tells its reader: problems, places to go, suggestions; none of it is taken for markup."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.contexts import Screen
from tests.browser.editor import EVIL, LESSON
from tests.browser.editor.pen import ACE, Pen
from tests.browser.labels import EDITOR, EDITOR_ZH, PAGE
from tests.browser.test_parts import count_messages, messages
from tests.browser.visitor import Visitor, is_cut_off, settled

pytestmark = pytest.mark.xdist_group("editor")  # they share a server


# 11 s: a lab of its own is started, and its first page fetches the editor
def test_each_problem_has_a_sign_beside_its_line_and_a_mark_under_its_words(pen: Pen) -> None:
    expect(pen.page.locator(".ace_gutter-cell.ace_error")).to_have_text(re.compile("13"))
    expect(pen.page.locator(".ace_gutter-cell.ace_warning")).to_have_text(re.compile("11"))
    expect(pen.page.locator(".lab-editor__mark--error")).to_have_count(1)
    expect(pen.page.locator(".lab-editor__mark--warning")).to_have_count(1)


# 9 s where it comes first: a lab of its own is started
def test_a_mark_follows_its_words_and_goes_when_they_are_mended(pen: Pen) -> None:
    pen.go(1, 1).press("Enter")
    expect(pen.page.locator(".ace_gutter-cell.ace_error")).to_have_text(re.compile("14"))

    pen.go(14, 12).press("Shift+End")
    pen.write("read")

    expect(pen.page.locator(".lab-editor__mark--error")).to_have_count(0)
    expect(pen.page.locator(".ace_gutter-cell.ace_error")).to_have_count(0)


@pytest.mark.parametrize(("language", "words"), [("en", "bad is not known"), ("zh", "不认识 bad")])
def test_the_message_is_said_when_the_cursor_comes_to_its_line(
    guest: Visitor, language: str, words: str
) -> None:
    pen = Pen(guest.open(f"/?lang={language}", language=language)).at_the_end()
    expect(pen.said).to_be_empty()

    pen.press("ArrowUp")

    expect(pen.said).to_contain_text(words)
    expect(pen.said).to_contain_text(EVIL)
    assert pen.said.get_attribute("aria-live") == "polite"
    assert pen.ask("window.harmed") is None


def test_the_message_is_shown_over_the_words_and_over_the_sign(pen: Pen) -> None:
    for place in (".lab-editor__mark--error", ".ace_gutter-cell.ace_error"):
        box = pen.page.locator(place).bounding_box()
        assert box is not None
        pen.page.mouse.move(box["x"] + 8, box["y"] + 8)
        pen.page.mouse.move(box["x"] + 10, box["y"] + 9)

        tip = pen.page.locator(".ace_tooltip:visible")
        expect(tip).to_contain_text(f"bad is not known {EVIL} Choose another.")
        pen.page.mouse.move(700, 400)
        expect(tip).to_have_count(0)
    assert pen.ask("window.harmed") is None


def test_f8_goes_from_problem_to_problem(pen: Pen) -> None:
    pen.press("F8")
    expect(pen.place).to_contain_text("Line 11,")

    pen.press("F8")
    expect(pen.place).to_contain_text("Line 13,")


def test_a_jump_goes_there_once_and_lights_the_line_up(guest: Visitor) -> None:
    pen = Pen(guest.open("/?times=20"))

    pen.page.get_by_role("button", name="Go to the end").click()

    expect(pen.page.locator(".lab-editor__flash")).to_have_count(1)
    expect(pen.place).to_have_text("Line 260, column 5")
    assert pen.ask(f"{ACE}.isFocused() && {ACE}.isRowFullyVisible(259)")
    expect(pen.page.locator(".lab-editor__flash")).to_have_count(0)
    pen.write("x").go(1, 1)
    pen.server_holds(pen.text)
    expect(pen.place).to_have_text("Line 1, column 1")


def test_light_and_dark_come_at_once_without_the_server(own_pen: Pen) -> None:
    colour = f"getComputedStyle({ACE}.container).backgroundColor"
    settled(own_pen.page)
    count_messages(own_pen.page)
    before = own_pen.ask(colour)

    own_pen.page.get_by_role("button", name=PAGE["to_dark"]).click()

    assert own_pen.ask(colour) != before
    assert messages(own_pen.page) == 0


@pytest.mark.parametrize("slow", ["", "?slow=1"])
def test_a_word_is_offered_while_it_is_typed_and_taken_with_enter(guest: Visitor, slow: str) -> None:
    pen = Pen(guest.open(f"/{slow}")).at_the_end()

    pen.write("  - kind: ex")
    expect(pen.offered.first).to_contain_text("exercise")
    pen.press("Enter")

    assert pen.last == "  - kind: exercise"


def test_an_answer_that_comes_after_the_word_offers_nothing_that_enter_would_take(guest: Visitor) -> None:
    pen = Pen(guest.open("/?slow=1")).at_the_end()

    pen.write("  - kind: ")
    pen.server_holds(pen.text)
    settled(pen.page)

    expect(pen.offered).to_have_count(0)
    pen.press("Enter")
    assert "read" not in pen.text.splitlines()[-2]


def test_all_that_fits_is_offered_when_it_is_asked_for_with_what_it_is(pen: Pen) -> None:
    pen.write("  - kind: ", "Control+Space")

    expect(pen.offered).to_have_count(4)
    expect(pen.offered.first).to_have_text(re.compile(r"read.*value"))
    expect(pen.page.get_by_role("tooltip").filter(has_text="Something to read")).to_be_visible()


def test_an_open_list_is_made_anew_when_the_cursor_has_come_elsewhere(guest: Visitor) -> None:
    pen = Pen(guest.open("/?slow=1")).at_the_end()
    pen.write("", "Control+Space")
    expect(pen.offered.first).to_contain_text("step")

    pen.write("kind: ", "Control+Space")

    expect(pen.offered.first).to_contain_text("read")
    expect(pen.offered.filter(has_text="step")).to_have_count(0)


def test_a_step_is_put_in_under_its_dash_and_tab_goes_through_its_places(pen: Pen) -> None:
    pen.write("  - ste")
    expect(pen.offered.first).to_contain_text("step")
    pen.press("Enter")
    pen.write("play", "Tab")
    pen.write("12", "Tab")
    pen.write("Hello")

    step = "  - kind: play\n    minutes: 12\n    text:\n      en: Hello"
    assert pen.text == LESSON + step
    pen.server_holds(LESSON + step)


def test_a_key_with_its_colon_is_not_given_a_second_one(pen: Pen) -> None:
    pen.go(4, 4).press("Control+Space")
    expect(pen.offered.filter(has_text="minutes")).to_have_count(1)

    pen.press("Enter")

    assert pen.text == LESSON


def test_a_suggestion_is_a_text_and_nothing_else(pen: Pen) -> None:
    pen.write("evil")
    expect(pen.offered.first).to_contain_text("evil<img")
    expect(pen.page.get_by_role("tooltip").filter(has_text="A step <img")).to_be_visible()

    pen.press("Enter")

    assert pen.last == f"evil{EVIL}"
    pen.server_holds(LESSON + f"evil{EVIL}")
    assert pen.ask("window.harmed") is None


@pytest.mark.parametrize("screen", ["phone", "laptop", "hall"])
def test_the_editor_fits_every_screen_and_wraps_long_lines_under_themselves(
    guest: Visitor, screen: Screen
) -> None:
    pen = Pen(guest.open("/", screen=screen))

    box = pen.page.locator(".lab-editor").bounding_box()
    assert box is not None
    assert box["width"] > 0.7 * pen.ask("innerWidth")
    assert not is_cut_off(pen.page)
    wrapped = pen.ask(f"{ACE}.session.getRowWrapIndent(11)")
    assert (wrapped > 6) == (screen == "phone")


def test_a_finger_gets_a_menu_in_its_own_language(guest: Visitor) -> None:
    pen = Pen(guest.open("/?lang=zh", screen="phone", language="zh"))

    pen.page.touchscreen.tap(180, 240)
    pen.page.locator(".ace_mobile-menu [action=more]").tap()

    expect(pen.page.locator(".ace_mobile-menu [action=selectall]")).to_have_text(EDITOR_ZH["selectall"])


def test_an_editor_whose_script_does_not_come_says_so_and_can_be_tried_again(guest: Visitor) -> None:
    page = guest.sit_down()
    page.route(re.compile("/ace-"), lambda route: route.abort())
    page.goto(guest.address)
    expect(page.get_by_text("could not be opened")).to_be_visible()

    page.unroute(re.compile("/ace-"))
    page.get_by_role("button", name=EDITOR["retry"]).click()

    assert Pen(page).text == LESSON
    guest.errors[:] = [error for error in guest.errors if "ERR_FAILED" not in error]
