"""The editor in a real browser: what is typed, shown, marked, suggested and kept."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.server import Lab, lab_in
from tests.browser.visitor import Visitor
from tests.browser.writing import LESSON, digest

TEXT = "document.querySelector('.lab-editor .ace_editor').env.editor.getValue()"


@pytest.fixture(scope="module")
def writing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """A server of the page with the editor."""
    with lab_in(tmp_path_factory.mktemp("writing"), program="tests.browser.writing") as running:
        yield running


@pytest.fixture
def guest(writing: Lab, browser: Browser) -> Iterator[Visitor]:
    """Somebody in front of the editor; the test fails if anything went wrong on the page."""
    someone = Visitor(browser, writing.address)
    yield someone
    someone.leave()
    assert not someone.troubles, "\n".join(someone.troubles)


def opened(guest: Visitor, address: str = "/", **how: object) -> Page:
    """The page with the editor ready to be typed in, the cursor at the end of the text."""
    page = guest.open(address, **how)  # type: ignore[arg-type]
    expect(page.locator(".lab-editor:not([aria-busy])")).to_be_visible()
    return page


def at_the_end(page: Page) -> Page:
    """The cursor behind the last character."""
    page.locator(".ace_content").click()
    page.keyboard.press("Control+End")
    return page


def text_in(page: Page) -> str:
    """What the editor shows."""
    return str(page.evaluate(TEXT))


def knows(page: Page, text: str) -> None:
    """The server holds this text."""
    expect(page.get_by_text(f"Holds {digest(text)}")).to_be_visible()


def test_what_is_typed_reaches_the_server_after_a_pause(guest: Visitor) -> None:
    page = at_the_end(opened(guest))

    page.keyboard.type("# more")

    assert text_in(page) == LESSON + "# more"
    knows(page, LESSON + "# more")
