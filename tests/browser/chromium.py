"""Chromium on this computer: where it is, and how a test starts it."""

import os
import shutil
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Playwright

HOW_TO_GET_ONE: Final = (
    "install Chromium or Chrome (on Debian and Ubuntu: apt install chromium fonts-noto-cjk), "
    "or name one: LAB_BROWSER=/path/to/chrome"
)
NAMES: Final = (
    "chromium-headless-shell",  # the same engine without windows: draws a page for two thirds of the work
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
PLACES: Final = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
QUIET: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--process-per-site",  # what a page has read is still read for the next one of its context
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)


def where() -> str | None:
    """The browser's program: the one in LAB_BROWSER, else the first found; None if there is none."""
    named = os.environ.get("LAB_BROWSER")
    found = [named] if named else [*map(shutil.which, NAMES), *PLACES]
    return next((path for path in found if path and Path(path).is_file()), None)


def is_required() -> bool:
    """Whether a missing browser is a failure, as it is before a change is taken in."""
    return os.environ.get("LAB_REQUIRE_BROWSER", "") not in ("", "0")


def launch(playwright: Playwright) -> Browser:
    """A headless Chromium that asks nobody for anything."""
    program = where()
    if program is None:
        raise FileNotFoundError(f"There is no browser: {HOW_TO_GET_ONE}.")
    return playwright.chromium.launch(executable_path=program, args=list(QUIET))
