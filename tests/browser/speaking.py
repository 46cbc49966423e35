"""The speaker view beside the window on the projector."""

import re
from typing import Final

from playwright.sync_api import Page, expect

from tests.browser.visitor import settled

SIDE: Final = '[class*="st-key-beside-"]:visible'
"""What stands beside the picture of the slide."""


def beside(hall: Page, lesson: str = "satisfaction", language: str = "en") -> Page:
    """The speaker view of what is in the hall."""
    page = hall.context.new_page()
    page.goto(re.sub(r"/present.*", f"/speaker?lesson={lesson}&lang={language}", hall.url))
    ready(page)
    return page


def ready(page: Page) -> None:
    """Wait until the speaker view has drawn the slide."""
    settled(page)
    expect(page.locator(".lab-clock")).to_be_visible()
    expect(page.locator(SIDE)).to_be_visible()


def both_rest(*pages: Page) -> None:
    """Wait until both windows have drawn what there is to draw."""
    for page in pages:
        settled(page)


def press_beside(page: Page, key: str) -> None:
    """Press a key in the speaker view and wait for what follows."""
    page.keyboard.press(key)
    page.wait_for_timeout(80)
    settled(page)
