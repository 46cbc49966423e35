"""What all tests share: a browser, the order in which they are run, and a word on what was left out."""

import asyncio
import gc
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, sync_playwright
from xdist.remote import Producer

from tests import postgres
from tests.browser.chromium import HOW_TO_GET_ONE, is_required, launch
from tests.browser.chromium import where as chromium_here
from tests.records import lay_record
from tests.sharing import ByGroup

IN_A_BROWSER: Final = Path(__file__).parent / "browser"
GROUP: Final = "xdist_group"
"""Tests of one group are run one after the other by one process, see tests/sharing.py."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByGroup | None:
    """Keep the tests of a group together, unless the files or all tests are asked for in another way."""
    return ByGroup(config, log) if config.getvalue("dist") in {"load", "loadgroup"} else None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what lies in the browser folder, or leave it out if there is no browser; put the longest first.

    The tests of a file are a group. Those in a browser are one each, so that all processes end together,
    unless they name a group because they share a server of their own.
    """
    left_out = chromium_here() is None and not is_required()
    for item in items:
        if IN_A_BROWSER in item.path.parents:
            item.add_marker(pytest.mark.browser)
        elif not item.get_closest_marker(GROUP):
            item.add_marker(pytest.mark.xdist_group(item.nodeid.partition("::")[0]))
        if left_out and item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason="no browser"))
    items.sort(key=_turn)


def pytest_collection_finish() -> None:
    """Leave all that was read until now to itself: looking through it for what may go takes ever longer."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def _turn(item: pytest.Item) -> int:
    """When a test is run: what cannot be shared out first, then what is slow, at last what fills the rest."""
    is_browser, is_alone = item.get_closest_marker("browser"), not item.get_closest_marker(GROUP)
    is_slow = item.get_closest_marker("slow")
    if is_browser:
        return 2 if is_alone and not is_slow else 0
    return 1 if is_slow else 3


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Playwright marks this thread as one in which an event loop runs: not while other tests begin theirs."""
    if item.get_closest_marker("browser"):
        return (yield)
    loop = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    try:
        return (yield)
    finally:
        if loop and not loop.is_closed():
            asyncio._set_running_loop(loop)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium, one for all tests of a process."""
    with sync_playwright() as playwright, launch(playwright) as chromium:
        loop = asyncio.get_running_loop()
        yield chromium
        asyncio._set_running_loop(loop)  # the last test of the process may have been another


@pytest.fixture(scope="session")
def cluster() -> Iterator[postgres.Cluster]:
    """A PostgreSQL, one for all tests of a process."""
    with postgres.cluster() as server:
        yield server


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the record of this test lies; not there yet."""
    return tmp_path / "课堂 %#? var" / "lab.db"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=postgres.MARK)])
def where(request: pytest.FixtureRequest, file: Path) -> Iterator[str]:
    """An empty record of today's schema: a file, and then a database."""
    if request.param == "sqlite":
        yield str(lay_record(file))
        return
    cluster: postgres.Cluster = request.getfixturevalue("cluster")
    with cluster.database() as address:
        yield address


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which tests were left out and why, and how to get a browser."""
    skipped = terminalreporter.stats.get("skipped", [])
    if not skipped:
        return
    terminalreporter.section("TESTS LEFT OUT", sep="!", red=True, bold=True)
    for report in skipped:
        why = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        terminalreporter.write_line(f"  {report.nodeid}: {why}")
    if any("browser" in report.keywords for report in skipped) and chromium_here() is None:
        terminalreporter.write_line(f"To run those in a browser, {HOW_TO_GET_ONE}.")
