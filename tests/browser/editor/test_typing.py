"""What is typed stays as it was typed, whatever the server does meanwhile."""

import pytest
from playwright.sync_api import expect

from tests.browser.editor import LESSON
from tests.browser.editor.pen import ACE, Pen
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.xdist_group("editor")  # they share a server

PASTE = f"""text => {{
  const data = new DataTransfer();
  data.setData('text/plain', text);
  {ACE}.textInput.getElement().dispatchEvent(
    new ClipboardEvent('paste', {{ clipboardData: data, bubbles: true, cancelable: true }}));
}}"""
HUMAN = 80
"""How many milliseconds a hand holds a button down."""
QUICK = ("a lesson of 90 minutes {en: \"x\"} is never #lost, [ever] (so) 'they' say: step | 1.5 " * 3)[:200]


def test_what_is_typed_reaches_the_server_after_a_pause(pen: Pen) -> None:
    pen.write("# more")

    assert pen.text == LESSON + "# more"
    pen.server_holds(LESSON + "# more")
    assert not pen.page.workers


def test_two_hundred_letters_typed_fast_come_out_letter_by_letter_on_a_page_that_never_rests(
    guest: Visitor,
) -> None:
    page = guest.sit_down()
    page.goto(guest.address + "/?busy=1")
    pen = Pen(page).at_the_end()

    for start in range(0, len(QUICK), 50):
        pen.write(QUICK[start : start + 50])
        pen.sees_a_run()

    assert pen.text == LESSON + QUICK
    expect(pen.place).to_have_text(f"Line {LESSON.count(chr(10)) + 1}, column {len(QUICK) + 1}")
    pen.server_holds(LESSON + QUICK)


def test_undo_goes_back_beyond_many_runs_of_the_server(pen: Pen) -> None:
    for word in ("one", "two"):
        pen.write(f"# {word}")
        pen.server_holds(pen.text)

    for _ in range(8):
        pen.press("Control+z")

    assert pen.text == LESSON
    pen.server_holds(LESSON)


def test_a_page_that_is_left_and_opened_again_shows_what_was_typed_and_still_undoes_it(own_pen: Pen) -> None:
    own_pen.write("# kept")

    own_pen.page.get_by_text("Away").click(delay=HUMAN)
    expect(own_pen.page.locator(".lab-editor")).to_have_count(0)
    own_pen.page.get_by_text("Away").click(delay=HUMAN)
    again = Pen(own_pen.page)

    assert again.text == LESSON + "# kept"
    again.server_holds(LESSON + "# kept")
    again.at_the_end().press(*["Control+z"] * 6)
    assert again.text == LESSON


def test_another_version_from_the_server_comes_in_and_can_be_undone(own_pen: Pen) -> None:
    own_pen.write("# mine")
    own_pen.page.get_by_role("button", name="Old text").click()

    own_pen.page.wait_for_function(f"{ACE}.getValue() === 'old: text\\n'")
    own_pen.page.locator(".lab-editor .ace_content").click()
    own_pen.press("Control+z")

    assert own_pen.text == LESSON + "# mine"
    own_pen.server_holds(LESSON + "# mine")


def test_what_is_typed_while_a_form_changes_another_line_is_kept_with_it(guest: Visitor) -> None:
    pen = Pen(guest.open("/?slow=1"))
    pen.page.get_by_role("button", name="Other title").click()

    pen.at_the_end().write("# meanwhile")

    changed = LESSON.replace("Satisfaction", "Loyalty") + "# meanwhile"
    pen.page.wait_for_function(f"text => {ACE}.getValue() === text", arg=changed)
    pen.server_holds(changed)


def test_a_chinese_word_is_composed_in_peace(guest: Visitor) -> None:
    page = guest.sit_down()
    page.goto(guest.address + "/?busy=1")
    pen = Pen(page).at_the_end().write("# ")
    pen.server_holds(LESSON + "# ")
    method = pen.composer()

    for sounds in ("k", "ke", "ke h", "ke hu"):
        method.send("Input.imeSetComposition", {"text": sounds, "selectionStart": 5, "selectionEnd": 5})
        pen.sees_a_run()
    pen.server_holds(LESSON + "# ")
    method.send("Input.insertText", {"text": "客户"})

    assert pen.text == LESSON + "# 客户"
    pen.write("。")
    pen.server_holds(LESSON + "# 客户。")
    expect(pen.place).to_contain_text("column 6")


def test_pasted_line_ends_of_windows_become_those_of_the_lab(pen: Pen) -> None:
    pen.page.evaluate(PASTE, "# one\r\n# two\r\n# three\r")

    assert pen.text == LESSON + "# one\n# two\n# three\n"
    pen.server_holds(LESSON + "# one\n# two\n# three\n")


def test_columns_count_characters_however_rare_they_are(pen: Pen) -> None:
    pen.write("# 😀𠮷x")

    expect(pen.place).to_contain_text("column 6")
    pen.server_holds(LESSON + "# 😀𠮷x")
    expect(pen.page.get_by_text(" at 14:6,")).to_be_visible()


def test_the_place_of_the_cursor_is_told_without_a_change_of_the_text(pen: Pen) -> None:
    pen.go(3, 8)

    expect(pen.page.get_by_text(" at 3:8,")).to_be_visible()


def test_a_file_of_three_thousand_lines_is_typed_in_and_held_whole(guest: Visitor) -> None:
    times = 3000 // LESSON.count("\n")
    pen = Pen(guest.open(f"/?times={times}")).at_the_end()

    pen.write("# a few words")

    pen.server_holds(pen.text)
    assert pen.text == LESSON * times + "# a few words"


def test_a_text_that_is_only_to_be_read_does_not_change(guest: Visitor) -> None:
    pen = Pen(guest.open("/?fixed=1")).at_the_end()

    pen.write("# nothing", "Enter", "Tab")

    assert pen.text == LESSON
