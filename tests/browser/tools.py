"""A teacher with a class in front: the list is pasted once, then tools are opened over a slide."""

from playwright.sync_api import Page, expect

from tests.browser.projector import SHOWN, at_rest
from tests.browser.visitor import settled

OVER = ".st-key-stage-tool"
NAME = ".st-key-fit-tool-name"
GROUP = '[class*="st-key-tool-group-"]'
CLASS = ("李华", "吴敏", "Anna Smith", "Omar Okafor", "欧阳娜娜", "Christopher van den Berg", "王伟")


def class_in(page: Page, names: tuple[str, ...] = CLASS, called: str = "CRM 1") -> None:
    """Opens the draw of names and pastes the list of the class."""
    tap(page, "m")
    box = page.locator(".st-key-tool-class-list")
    box.locator("textarea").fill("\n".join(names))
    box.locator("input[type=text]").fill(called)
    box.get_by_test_id("stFormSubmitButton").locator("button").click()
    expect(page.locator(NAME)).to_be_visible()
    rest(page)


def tap(page: Page, key: str) -> None:
    """Presses a key and waits for what follows, whether a slide or a tool is seen then."""
    page.keyboard.press(key)
    rest(page)


def again(page: Page) -> None:
    """Loads the page anew."""
    page.reload()
    expect(page.locator(".lab-stage__number")).to_be_visible()
    settled(page)
    rest(page)


def rest(page: Page) -> None:
    """Waits until what was asked for is drawn."""
    settled(page)


def name_on(page: Page) -> str:
    """The name, or the question mark before the first one."""
    rest(page)
    return page.locator(f"{NAME} p").first.inner_text()


def draw(page: Page, key: str = "PageDown") -> str:
    """The next name, drawn with a key of the clicker."""
    before = name_on(page)
    page.keyboard.press(key)
    expect(page.locator(f"{NAME} p").first).not_to_have_text(before)
    return name_on(page)


def open_tools(page: Page) -> str | None:
    """Which tool lies over the slide."""
    found: str | None = page.evaluate("() => document.documentElement.dataset.stageTool ?? null")
    return found


def slide_is_bare(page: Page) -> None:
    """No tool lies over the slide, and the slide can be reached."""
    expect(page.locator(OVER)).to_be_hidden()
    expect(page.locator(SHOWN)).to_have_count(1)
    at_rest(page)
