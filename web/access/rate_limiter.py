"""How often somebody may be wrong: one count for wrong keys, used links and made-up cookies together."""

from functools import cache
from typing import Final

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

MOST: Final = "20/minute"
"""Of one computer; a whole room may sit behind one address, and a right key is never made to wait."""


class FailedAttempts:
    """The wrong tries of late, by address; `most` is written like ``20/minute``."""

    def __init__(self, most: str = MOST) -> None:
        self._most: RateLimitItem = parse(most)
        self._seen = MovingWindowRateLimiter(MemoryStorage())

    def note(self, address: str) -> bool:
        """Notes one more; whether there have been too many."""
        return not self._seen.hit(self._most, address)


@cache
def failed_attempts() -> FailedAttempts:
    """The count of this process, for every entrance."""
    return FailedAttempts()
