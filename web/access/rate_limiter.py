"""How often somebody may be wrong: keys, links and made-up cookies by address, PINs by number as well."""

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from typing import Final

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

MOST: Final = "20/minute"
"""Of one computer; a whole room may sit behind one address, and a right key is never made to wait."""
MOST_OF_A_ROOM: Final = "120/minute"
"""Wrong entries of students from one address: sixty who type their number for the first time, twice wrong."""
MOST_OF_A_NUMBER: Final = ("10/15minutes", "40/day")
"""PINs that are tried for one number; there are 10,000 of four digits."""


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


class PinTries:
    """The PINs that were tried for each number, right ones among them until they are known to be right.

    Each is counted before it is looked at, so that many at the same moment are no more than one by one.
    """

    def __init__(self, most: Iterable[str] = MOST_OF_A_NUMBER) -> None:
        self._most = [parse(one) for one in most]
        self._seen = MovingWindowRateLimiter(MemoryStorage())

    def locked_until(self, number: str) -> datetime | None:
        """Counts one more for this number; None if it may be looked at, else when the next one may be."""
        over = [one for one in self._most if not self._seen.hit(one, number)]
        if not over:
            return None
        ends = max(self._seen.get_window_stats(one, number).reset_time for one in over)
        return datetime.fromtimestamp(ends, UTC)

    def was_right(self, number: str) -> None:
        """Forgets the tries of this number, all but those of the day."""
        self._seen.clear(self._most[0], number)

    def forgive(self, number: str) -> None:
        """Forgets all tries of this number, since the teacher has given it a new PIN."""
        for one in self._most:
            self._seen.clear(one, number)


@cache
def failed_attempts() -> FailedAttempts:
    """The count of this process, for every entrance of teachers."""
    return FailedAttempts()


@cache
def failed_entries() -> FailedAttempts:
    """The count of this process, for the entrance of students."""
    return FailedAttempts(MOST_OF_A_ROOM)


@cache
def pin_tries() -> PinTries:
    """The PINs that were tried in this process, by class and number."""
    return PinTries()


def forget() -> None:
    """Begins all counts anew."""
    for count in (failed_attempts, failed_entries, pin_tries):
        count.cache_clear()
