"""The keys of the editor: indentation, the way out, saving, search, the size of the letters."""

import pytest
from playwright.sync_api import expect

from tests.browser.editor import LESSON
from tests.browser.editor.pen import ACE, Pen
from tests.browser.labels import EDITOR_ZH
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.xdist_group("editor")  # they share a server

AFTER_ENTER = (
    ("key: value", ""),
    ("  key: value", "  "),
    ("key:", "  "),
    ("  - key:", "      "),
    ("  - key: value", "    "),
    ("  - word", "  - "),
    ("  - - word", "    - "),
    ('- "a: b"', "- "),
    ("- {en: a, zh: b}", "- "),
    ("  text: |", "    "),
    ("  - >-", "    "),
    ("  list: [", "    "),
    ("  # a remark", "  "),
    ("  key: value # a remark:", "  "),
)


def test_enter_begins_the_next_line_where_yaml_goes_on(pen: Pen) -> None:
    begun = []
    for line, _ in AFTER_ENTER:
        pen.ask(f"{ACE}.setValue({line!r}, 1)")
        pen.press("Enter")
        begun.append((line, pen.last))

    assert begun == list(AFTER_ENTER)


def test_enter_in_a_passage_keeps_its_indentation_even_after_a_colon(pen: Pen) -> None:
    pen.write("text: |", "Enter").write("Think of this:")

    pen.press("Enter")

    assert pen.last == "  "


def test_enter_knows_the_passage_it_is_in_however_quickly_its_lines_were_written(pen: Pen) -> None:
    pen.ask(f"{ACE}.setValue('', 1)")
    pen.ask(f"['text: |', '\\n', 'Think of this:', '\\n'].forEach((words) => {ACE}.insert(words))")

    assert pen.last == "  "


def test_enter_on_a_dash_alone_ends_the_list(pen: Pen) -> None:
    pen.ask(f"{ACE}.setValue('list:\\n  - a', 1)")

    pen.press("Enter", "Enter")

    assert pen.text == "list:\n  - a\n"


def test_tab_goes_in_and_shift_tab_goes_out_by_two(pen: Pen) -> None:
    pen.press("Tab")
    pen.write("x")
    assert pen.last == "  x"

    pen.press("Shift+Tab")

    assert pen.last == "x"


def test_escape_and_then_tab_leaves_the_editor(pen: Pen) -> None:
    pen.press("Escape")
    expect(pen.said).to_contain_text("Tab now goes on")

    pen.press("Tab")

    assert pen.text == LESSON
    assert not pen.ask(f"{ACE}.isFocused()")
    expect(pen.page.get_by_role("button", name="Other title")).to_be_focused()


def test_a_key_between_escape_and_tab_takes_the_escape_back(pen: Pen) -> None:
    pen.press("Escape", "ArrowLeft", "End", "Tab")

    assert pen.ask(f"{ACE}.isFocused()")
    assert pen.text != LESSON


def test_control_slash_makes_a_remark_of_a_line_and_back(pen: Pen) -> None:
    pen.go(4, 1).press("Control+/")
    assert "# minutes: 90" in pen.text

    pen.press("Control+/")

    assert pen.text == LESSON


def test_control_s_saves_at_once_what_stands_there_each_time(own_pen: Pen) -> None:
    own_pen.write("# done", "Control+s")
    own_pen.server_saved(LESSON + "# done")

    own_pen.press("Control+s")
    own_pen.server_saved(LESSON + "# done", LESSON + "# done")


def test_only_the_run_that_the_keys_began_knows_of_them(guest: Visitor) -> None:
    pen = Pen(guest.open("/")).at_the_end()
    pen.press("Control+s")
    expect(pen.page.get_by_text("with keys True")).to_be_visible()

    pen.write("# on")

    pen.server_holds(LESSON + "# on")
    expect(pen.page.get_by_text("with keys False")).to_be_visible()


def test_the_letters_grow_and_shrink_with_the_keys_and_stay_so(own_pen: Pen) -> None:
    size = f"parseFloat(getComputedStyle({ACE}.container).fontSize)"
    usual = own_pen.ask(size)

    own_pen.press("Control+=", "Control+=")
    grown = own_pen.ask(size)
    own_pen.page.reload()
    again = Pen(own_pen.page)

    assert usual >= 15
    assert grown > usual
    assert again.ask(size) == grown
    again.at_the_end().press("Control+0")
    assert again.ask(size) == usual


def test_the_search_speaks_the_readers_language_and_finds(guest: Visitor) -> None:
    pen = Pen(guest.open("/?lang=zh", language="zh")).at_the_end()

    pen.press("Control+f")
    pen.page.get_by_placeholder(EDITOR_ZH["find"]).fill("kind")

    expect(pen.page.locator(".ace_search_counter")).to_have_text("第 1 处，共 2 处")
    expect(pen.page.get_by_role("button", name=EDITOR_ZH["find_next"])).to_be_visible()
    pen.press("Escape")
    expect(pen.page.get_by_placeholder(EDITOR_ZH["find"])).to_be_hidden()
    assert pen.ask(f"{ACE}.getSelectedText()") == "kind"
