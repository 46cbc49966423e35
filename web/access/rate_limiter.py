"""How often somebody may be wrong at one address: keys, links, made-up cookies, entries of students.

Nobody's mistakes may lock out another: who is right is let in from an address that was wrong too often.
PINs are counted in the record, by number and by address (`classroom.sign_in.pin_tries`).
"""

from functools import cache
from typing import Final

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

MOST: Final = "20/minute"
"""Of one computer; a whole room may sit behind one address, and a right key is never made to wait."""
MOST_OF_A_ROOM: Final = "120/minute"
"""Wrong entries of students from one address: sixty who type their number for the first time, twice wrong.
Beyond it no wrong entry is explained any more."""


class FailedAttempts:
    """The wrong tries of late, by address; `most` is written like ``20/minute``."""

    def __init__(self, most: str = MOST) -> None:
        self._most: RateLimitItem = parse(most)
        self._seen = MovingWindowRateLimiter(MemoryStorage())

    def note(self, address: str) -> bool:
        """Notes one more; whether there have been too many."""
        return not self._seen.hit(self._most, address)

    def is_over(self, address: str) -> bool:
        """Whether there have been too many, without noting one."""
        return not self._seen.test(self._most, address)


@cache
def failed_attempts() -> FailedAttempts:
    """The count of this process, for every entrance of teachers."""
    return FailedAttempts()


@cache
def failed_entries() -> FailedAttempts:
    """The count of this process, for the entrance of students."""
    return FailedAttempts(MOST_OF_A_ROOM)


def forget() -> None:
    """Begins all counts anew."""
    for count in (failed_attempts, failed_entries):
        count.cache_clear()
