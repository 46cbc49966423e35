"""Hands in the exams of browsers that left: the server looks every few seconds whose time is over."""

import logging
from threading import Event, Thread
from typing import Final, Protocol

from classroom import Store
from classroom.assignments.sittings import hand_in_overdue

EVERY: Final = 20.0
"""Seconds from look to look; whoever opens a page that shows a sitting looks at once."""
_LOG: Final = logging.getLogger("lab")


class Waiting(Protocol):
    """What ends the sweep, and is waited for between two looks."""

    def wait(self, timeout: float) -> bool:
        """Whether it is to end."""
        ...


def sweep(store: Store, stop: Waiting, every: float = EVERY) -> None:
    """Looks again and again until `stop`; a record that cannot be read now is tried at the next look."""
    while not stop.wait(every):
        try:
            hand_in_overdue(store)
        except Exception:  # the thread must outlive whatever it meets
            _LOG.exception("exams could not be handed in")


def begin_sweep(store: Store) -> None:
    """Sweeps beside the server, and ends with it."""
    Thread(target=sweep, args=(store, Event()), name="sweep", daemon=True).start()
