"""The speaker view beside the window on the projector."""

import re
from typing import Final

from playwright.sync_api import Page, expect

from tests.browser.visitor import Visitor, settled

SIDE: Final = '[class*="st-key-beside-"]:visible'
"""What stands beside the picture of the slide."""
DATE: Final = "() => document.querySelector('.lab-stage').dataset.at.split('.').map(Number)"
"""Which state of the presentation a window shows: the number of the run, and when it came to be so."""
IS_AS_NEW: Final = f"""([run, at]) => {{
  const [itsRun, itsAt] = ({DATE})();
  return itsRun > run || (itsRun === run && itsAt >= at);
}}"""


def beside(visitor: Visitor, hall: Page, lesson: str = "satisfaction", language: str = "en") -> Page:
    """The speaker view of what is in the hall."""
    page = visitor.beside(hall)
    page.goto(re.sub(r"/present.*", f"/speaker?lesson={lesson}&lang={language}", hall.url))
    ready(page)
    return page


def ready(page: Page) -> None:
    """Wait until the speaker view has drawn the slide."""
    settled(page)
    expect(page.locator(".lab-clock")).to_be_visible()
    expect(page.locator(SIDE)).to_be_visible()


def both_rest(*pages: Page) -> None:
    """Wait until the windows show the same state of the presentation and have drawn what there is to draw."""
    for page in pages:
        settled(page)
    shown = [tuple(page.evaluate(DATE)) for page in pages]
    if len(set(shown)) == 1:
        return
    for page in pages:
        page.wait_for_function(IS_AS_NEW, arg=list(max(shown)))
    both_rest(*pages)


def press_beside(page: Page, key: str) -> None:
    """Press a key in the speaker view and wait for what follows."""
    page.keyboard.press(key)
    settled(page)
