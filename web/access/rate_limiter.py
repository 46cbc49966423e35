"""How often somebody may be wrong: keys, links and made-up cookies by address, PINs by number as well.

Nobody's mistakes may lock out another: who is right is let in from an address that was wrong too often.
"""

from collections import Counter
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
"""Wrong entries of students from one address: sixty who type their number for the first time, twice wrong.
Beyond it no wrong entry is explained any more."""
MOST_OF_A_NUMBER: Final = ("10/15minutes", "20/day")
"""PINs that are tried for one number at one address; there are 10,000 of four digits."""
MOST_IN_ALL: Final = "60/day"
"""The same from wherever: one address alone never comes so far, and so locks nobody out elsewhere."""


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

    def __init__(self, most: Iterable[str] = MOST_OF_A_NUMBER, in_all: str = MOST_IN_ALL) -> None:
        self._most, self._in_all = [parse(one) for one in most], parse(in_all)
        self._seen = MovingWindowRateLimiter(MemoryStorage())
        self._forgiven: Counter[str] = Counter()

    def locked_until(self, number: str, address: str = "") -> datetime | None:
        """Counts one more for this number; None if it may be looked at, else when the next one may be.

        What an address has too many of is not counted for the others.
        """
        here, everywhere = self._names(number, address)
        over = [(one, here) for one in self._most if not self._seen.hit(one, here)]
        if not over and not self._seen.hit(self._in_all, everywhere):
            over = [(self._in_all, everywhere)]
        if not over:
            return None
        ends = max(self._seen.get_window_stats(one, name).reset_time for one, name in over)
        return datetime.fromtimestamp(ends, UTC)

    def was_right(self, number: str, address: str = "") -> None:
        """Forgets the tries of this number here, all but those of the day."""
        self._seen.clear(self._most[0], self._names(number, address)[0])

    def forgive(self, number: str) -> None:
        """Begins to count this number anew, since the teacher has taken its PIN away."""
        self._forgiven[number] += 1

    def _names(self, number: str, address: str) -> tuple[str, str]:
        """Under what is counted: the number at this address, and the number."""
        everywhere = f"{number} {self._forgiven[number]}"
        return f"{everywhere} at {address}", everywhere


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
