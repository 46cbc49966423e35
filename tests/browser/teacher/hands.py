"""What a teacher does at the desk: sits down, goes somewhere in the text, presses, looks."""

import time
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from course import check_lesson_text
from courseware.interface import say
from courseware.text import Language
from lessons import Lesson
from tests.browser.contexts import PATIENCE
from tests.browser.visitor import Visitor, settled
from ui.desk.author import COOKIE

LESSON = "tea_shop"
FILE = f"lessons/{LESSON}.yaml"
ACE = "document.querySelector('.lab-editor .ace_editor').env.editor"


def sit_down(visitor: Visitor, address: str, *, name: str = "Li Hua", language: Language = "en") -> Page:
    """A page of the desk, for somebody who has given this name."""
    page = visitor.open(f"/desk{address}", language=language)
    if page.locator(".st-key-desk-who").count():
        give_name(page, name, language)
    if "file=" in address:
        ready(page)
    return page


def give_name(page: Page, name: str = "Li Hua", language: Language = "en") -> None:
    """Says who is writing, and waits until this browser has it in mind too: the next page asks it."""
    who = page.locator(".st-key-desk-who")
    who.get_by_label(say("name_label", language)).fill(name)
    who.get_by_role("button", name=say("save_name", language)).click()
    expect(who).to_have_count(0)
    until(lambda: any(cookie.get("name") == COOKIE for cookie in page.context.cookies()))


def ready(page: Page) -> Page:
    """The page once its editor can be typed in."""
    expect(page.locator(".lab-editor:not([aria-busy])")).to_be_visible()
    settled(page)
    return page


def as_lesson(text: str) -> Lesson:
    """What a text says as a lesson."""
    _, lesson = check_lesson_text(text, "lessons/library/any.yaml")
    assert isinstance(lesson, Lesson)
    return lesson


def text_in(page: Page) -> str:
    """What stands in the editor."""
    return str(page.evaluate(f"{ACE}.getValue()"))


def go_to(page: Page, words: str) -> None:
    """Puts the cursor behind these words."""
    found = page.evaluate(
        f"""words => {{ const editor = {ACE}; editor.focus();
        const range = editor.find(words, {{ start: {{ row: 0, column: 0 }} }});
        if (range) editor.moveCursorToPosition(range.end);
        editor.clearSelection(); return Boolean(range); }}""",
        words,
    )
    assert found, words


def line_of_cursor(page: Page) -> int:
    """The line of the cursor, from 1."""
    return int(page.evaluate(f"{ACE}.getCursorPosition().row + 1"))


def press(page: Page, name: str, language: Language = "en", **values: object) -> None:
    """Presses the button with these words of the screen."""
    page.get_by_role("button", name=say(name, language, **values), exact=True).click()


def status(page: Page, how: str) -> Locator:
    """What the head of the desk says about the text, if it stands so."""
    return page.locator(f".st-key-desk-status-{how}")


def choose_pane(page: Page, name: str, language: Language = "en") -> None:
    """Turns to one of the panes beside the text."""
    page.locator(".st-key-desk-tools").get_by_text(say(f"desk_pane_{name}", language), exact=True).click()


def preview(page: Page) -> Locator:
    """The step as students will see it."""
    return page.locator("[class*='st-key-desk-part-']")


def until(holds: Callable[[], bool], seconds: float = PATIENCE / 1000) -> None:
    """Waits until something holds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)
