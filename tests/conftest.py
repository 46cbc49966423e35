"""What all tests share: a browser test needs a browser; what was left out or tried twice is said aloud."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import HOW_TO_GET_ONE, is_required, launch, where

IN_A_BROWSER = Path(__file__).parent / "browser"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what lies in the browser folder; put all that needs one last, or leave it out if there is none.

    Before a change is taken in, a test that fails in the browser is tried once more: on a busy computer
    a hand may press before the page listens. By hand it is not, so that whoever works sees it.
    """
    left_out = where() is None and not is_required()
    for item in items:
        if IN_A_BROWSER in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if is_required():
                item.add_marker(pytest.mark.flaky(reruns=1))
        if left_out and item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason="no browser"))
    # Once a browser is open an event loop runs in this thread, and other tests start their own.
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium, one for all tests of a process."""
    with sync_playwright() as playwright, launch(playwright) as chromium:
        yield chromium


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which tests were tried twice, which were left out and why, and how to get a browser."""
    twice = terminalreporter.stats.get("rerun", [])
    if twice:
        terminalreporter.section("TRIED TWICE, MEND THESE", sep="!", yellow=True, bold=True)
    for report in twice:
        said = (line[1:].strip() for line in report.longreprtext.splitlines() if line.startswith("E "))
        terminalreporter.write_line(f"  {report.nodeid}: {next(said, '')}")
    skipped = terminalreporter.stats.get("skipped", [])
    if not skipped:
        return
    terminalreporter.section("TESTS LEFT OUT", sep="!", red=True, bold=True)
    for report in skipped:
        why = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        terminalreporter.write_line(f"  {report.nodeid}: {why}")
    if any("browser" in report.keywords for report in skipped) and where() is None:
        terminalreporter.write_line(f"To run those in a browser, {HOW_TO_GET_ONE}.")
