"""A slow day: with `LAB_SLOW=<seed>` messages are held back by chance and the browser's processor is slow.

What a test says of the lab must hold on such a day, too. The seed tells one day from another.
"""

import os
from pathlib import Path
from typing import Final

from playwright.sync_api import BrowserContext, Page

MOST: Final = 400
"""Milliseconds that a message is held back at most."""
RATE: Final = 3
"""How many times slower the processor is for a page."""
_SCRIPT: Final = Path(__file__).with_name("slow.js")


def seed_of_the_day() -> int | None:
    """The seed in `LAB_SLOW`, or None on a usual day."""
    said = os.environ.get("LAB_SLOW", "")
    return int(said) if said else None


def slow_down(context: BrowserContext, seed: int, rate: int = RATE) -> None:
    """Slow down every page that is opened in this context from now on."""
    script = _SCRIPT.read_text(encoding="utf-8")
    context.add_init_script(f"{script}\nwindow.slowDown({seed}, {MOST});")
    context.on("page", lambda page: _throttle(context, page, rate))


def _throttle(context: BrowserContext, page: Page, rate: int) -> None:
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": rate})
