"""A lab that is open to the network, and the record that it writes in; each module has its own."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from classroom import Store, open_store
from tests.browser.server import Lab, lab_in
from web.settings import SEATS, SEATS_PER_ADDRESS

EVERYWHERE = ".".join("0000")
ROOMY = {SEATS: "5000", SEATS_PER_ADDRESS: "5000"}
"""Seats for all: each question is opened from the same address, one after the other."""


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """A lab that is open to the network."""
    with lab_in(tmp_path_factory.mktemp("traffic"), ROOMY, host=EVERYWHERE) as running:
        yield running


@pytest.fixture(scope="module")
def record(lab: Lab) -> Iterator[Store]:
    """The record that the lab writes in."""
    store = open_store(lab.folder / "lab.db", lambda: datetime.now(UTC))
    yield store
    store.close()
