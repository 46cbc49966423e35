"""A record, a key, a count of wrong codes and a hub of its own for each test."""

from collections.abc import Iterator

import pytest

from classroom.live import LiveRoom
from tests.web.access import (
    EVERYWHERE,
    opened_at,
    own_doors,  # noqa: F401 - a fixture
)
from tests.web.live.phones import room_here
from web.live.told import live_hub


@pytest.fixture(autouse=True)
def _hall(own_doors: None) -> Iterator[None]:  # noqa: F811 - the fixture
    live_hub.cache_clear()
    with opened_at(EVERYWHERE):
        yield
    live_hub.cache_clear()


@pytest.fixture
def room() -> LiveRoom:
    """An open room in which guests may sit."""
    return room_here()
