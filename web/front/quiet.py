"""A log that can be read under attack: what repeats is written once a minute, with how often it came."""

import logging
import time
from collections.abc import Callable
from typing import Final

LOG: Final = logging.getLogger("lab.web")
EVERY: Final = 60.0
_MOST_KINDS: Final = 500
_REPEATING: Final = (
    "asyncio",
    "uvicorn.error",
    "lab.web",
    "streamlit.web.server.starlette.starlette_websocket",
    "streamlit.web.server.starlette.starlette_routes",
    "streamlit.runtime.websocket_session_manager",
    "streamlit.runtime.runtime",
)
"""Whoever writes a line for each visitor, whatever that visitor does."""


class Throttle(logging.Filter):
    """Lets a line of one kind through once in `every` seconds; `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, every: float = EVERY) -> None:
        super().__init__()
        self._clock, self._every = clock, every
        self._kinds: dict[tuple[str, int, str], tuple[float, int]] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether this line is written; if lines like it were left out, it says how many."""
        error = repr(record.exc_info[1])[:120] if record.exc_info else ""
        kind = (record.name, record.levelno, str(record.msg).partition("\n")[0][:120] + error)
        now = self._clock()
        until, left_out = self._kinds.get(kind, (now, 0))
        if now < until:
            self._kinds[kind] = (until, left_out + 1)
            return False
        if len(self._kinds) >= _MOST_KINDS:
            self._kinds.clear()
        self._kinds[kind] = (now + self._every, 0)
        if left_out:
            record.msg = f"{record.getMessage()} (and {left_out} more lines like this)"
            record.args = ()
        return True


def throttle_repeating_lines() -> None:
    """Throttles the loggers that write a line for each visitor."""
    throttle = Throttle()
    for name in _REPEATING:
        logging.getLogger(name).addFilter(throttle)
