"""A hand that writes in the editor of a page, and an eye that reads what the server holds."""

import json
import re
from typing import Any, Final

from playwright.sync_api import CDPSession, Locator, Page, expect

from tests.browser.editor import LESSON, digest

ACE: Final = "document.querySelector('.lab-editor .ace_editor').env.editor"


class Pen:
    """The editor of one page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        expect(page.locator(".lab-editor:not([aria-busy])")).to_be_visible()

    def anew(self) -> "Pen":
        """The lesson as it was at the beginning, nothing to undo, known to the server."""
        self.page.mouse.move(5, 5)
        self.ask(f"{ACE}.setValue({json.dumps(LESSON + ' ')}, 1)")  # so that there is something to report
        self.ask(f"{ACE}.setValue({json.dumps(LESSON)}, 1)")
        self.ask(f"{ACE}.session.getUndoManager().reset()")
        self.at_the_end()
        self.server_holds(LESSON)
        expect(self.page.locator(".lab-editor__mark--error")).to_have_count(1)
        return self

    def at_the_end(self) -> "Pen":
        """The cursor behind the last character."""
        self.page.locator(".lab-editor .ace_content").click(position={"x": 150, "y": 60})
        self.page.keyboard.press("Control+End")
        return self

    def write(self, words: str, *keys: str) -> "Pen":
        """Types, then presses keys."""
        self.page.keyboard.type(words)
        for key in keys:
            self.page.keyboard.press(key)
        return self

    def press(self, *keys: str) -> "Pen":
        """Presses keys one after the other."""
        return self.write("", *keys)

    def go(self, line: int, column: int) -> "Pen":
        """Puts the cursor there; both count from 1."""
        self.ask(f"{ACE}.gotoLine({line}, {column - 1})")
        return self

    def ask(self, question: str) -> Any:
        """What the browser answers."""
        return self.page.evaluate(question)

    @property
    def text(self) -> str:
        """What the editor shows."""
        return str(self.ask(f"{ACE}.getValue()"))

    @property
    def last(self) -> str:
        """The last line of it."""
        return self.text.split("\n")[-1]

    @property
    def place(self) -> Locator:
        """Where the cursor is, as the bar below says."""
        return self.page.locator(".lab-editor__place")

    @property
    def said(self) -> Locator:
        """What the bar below says of the cursor's line."""
        return self.page.get_by_role("status").and_(self.page.locator(".lab-editor__here"))

    @property
    def offered(self) -> Locator:
        """The rows of the list of suggestions."""
        return self.page.locator(".ace_autocomplete:visible .ace_line")

    def server_holds(self, text: str) -> None:
        """Waits until the server holds this text."""
        expect(self.page.get_by_text(f"Holds {digest(text)} ")).to_be_visible()

    def server_saved(self, *texts: str) -> None:
        """Waits until the server has saved these texts in this order."""
        expect(self.page.get_by_text(f"Saved {' '.join(map(digest, texts))}.")).to_be_visible()

    def runs(self) -> int:
        """How often the server has run so far."""
        told = re.search(r"Runs (\d+)", self.page.get_by_text(re.compile(r"^Runs \d+\.$")).inner_text())
        return int(told.group(1)) if told else 0

    def sees_a_run(self) -> None:
        """Waits until the server has run once more."""
        expect(self.page.get_by_text(f"Runs {self.runs()}.", exact=True)).to_have_count(0)

    def composer(self) -> CDPSession:
        """What an input method speaks to."""
        return self.page.context.new_cdp_session(self.page)
