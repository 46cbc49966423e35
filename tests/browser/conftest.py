"""One lab for all browser tests; each test gets visitors of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.contexts import PATIENCE, Contexts
from tests.browser.hall import forget_everything
from tests.browser.server import Lab, lab_in
from tests.browser.visitor import Visitor

LINES_TOLD = 40
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Contexts:
    """The browser's warm contexts, for all visitors of this process."""
    return Contexts(browser)


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """The lab as `make run` starts it, with an empty record."""
    with lab_in(tmp_path_factory.mktemp("lab")) as running:
        yield running


@pytest.fixture
def visitor(lab: Lab, contexts: Contexts, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    """Somebody who opens pages; the test fails if anything went wrong on one of them."""
    said_before = len(lab.log)
    someone = Visitor(contexts, lab.address)
    yield someone
    someone.leave()
    said = lab.log[said_before:].strip().splitlines()
    request.node.add_report_section("teardown", "lab", "\n".join(said[-LINES_TOLD:]))
    assert not someone.errors, "\n".join(someone.errors)
    assert not any(line.startswith("Traceback") for line in said), "\n".join(said[-LINES_TOLD:])


@pytest.fixture
def page(visitor: Visitor) -> Page:
    """The home page on a laptop, in English."""
    return visitor.open("/")


@pytest.fixture
def own_lab(tmp_path: Path) -> Iterator[Lab]:
    """A lab for one test alone, which may be killed or find its files broken."""
    with lab_in(tmp_path) as running:
        yield running


@pytest.fixture(scope="session")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """A lab for class tools, whose record may be emptied."""
    with lab_in(tmp_path_factory.mktemp("hall")) as running:
        yield running


@pytest.fixture
def teacher(hall: Lab, contexts: Contexts) -> Iterator[Visitor]:
    """A teacher whose lab knows no class and has presented nothing yet."""
    said_before = len(hall.log)
    forget_everything(hall)
    someone = Visitor(contexts, hall.address)
    yield someone
    someone.leave()
    assert not someone.errors, "\n".join(someone.errors)
    assert "Traceback" not in hall.log[said_before:], hall.log[-3000:]
