"""A server of the page with the editor, and somebody in front of it."""

from collections.abc import Iterator

import pytest

from tests.browser.contexts import Contexts
from tests.browser.editor.pen import Pen
from tests.browser.server import Lab, lab_in
from tests.browser.visitor import Visitor


@pytest.fixture(scope="session")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """The page with the editor alone."""
    with lab_in(tmp_path_factory.mktemp("editor"), program="tests.browser.editor") as running:
        yield running


@pytest.fixture
def guest(bench: Lab, contexts: Contexts) -> Iterator[Visitor]:
    """Somebody who opens the page; the test fails if anything went wrong on it, a breach of the rules too."""
    someone = Visitor(contexts, bench.address)
    yield someone
    someone.leave()
    assert not someone.errors, "\n".join(someone.errors)


@pytest.fixture
def own_pen(guest: Visitor) -> Pen:
    """An editor of one's own with the cursor behind the last character."""
    return Pen(guest.open("/")).at_the_end()


@pytest.fixture(scope="session")
def regular(bench: Lab, contexts: Contexts) -> tuple[Visitor, Pen]:
    """Somebody whose editor stays open from test to test."""
    someone = Visitor(contexts, bench.address)
    return someone, Pen(someone.open("/"))


@pytest.fixture
def pen(regular: tuple[Visitor, Pen]) -> Iterator[Pen]:
    """An editor as good as new, the cursor behind the last character."""
    someone, pen = regular
    yield pen.anew()
    assert not someone.errors, "\n".join(someone.errors)
