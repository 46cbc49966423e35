"""What a teacher at the projector waits for: the next slide after a press of the clicker."""

from pathlib import Path
from typing import Final

from playwright.sync_api import Browser

WATCH: Final = Path(__file__).with_name("flip.js").read_text(encoding="utf-8")
SHOWN: Final = '[class*="st-key-slide-slot-"]:not([inert])'
RESTED: Final = '[data-testid="stApp"][data-test-script-state="notRunning"]'
PAUSE: Final = 700
"""Milliseconds that a slide is looked at, at least; the one after it is prepared in that time."""


def turn(browser: Browser, address: str, presses: int) -> list[float]:
    """Milliseconds from each press to the next slide on the screen; reveals on the way are not counted."""
    page = browser.new_page(viewport={"width": 1920, "height": 1080}, locale="en-US")
    page.set_default_timeout(60_000)
    page.add_init_script(WATCH)
    page.goto(address)
    page.wait_for_selector(SHOWN)
    waits: list[float] = []
    while len(waits) < presses:
        page.wait_for_timeout(PAUSE)
        page.wait_for_selector(RESTED, state="attached")
        hides = page.locator(".lab-stage__reveal").is_visible()
        page.evaluate("flip.mark()")
        page.keyboard.press("PageDown")
        if not hides:
            page.wait_for_function("flip.shown !== null")
            waits.append(float(page.evaluate("flip.shown")))
    page.close()
    return waits
