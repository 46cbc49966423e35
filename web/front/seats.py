"""The seats of the lab: who is in, who comes back, who waits and in which order."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from web.front.authority import is_this_computer

HELD_FOR_ARRIVAL: Final = 30.0
"""Seconds for which a seat is kept after the front page went out: a slow phone needs ten to connect."""
HELD_FOR_RETURN: Final = 120.0
"""Seconds for which a seat is kept for who has gone: a reload, a locked phone, a lost network."""
_HELD_IN_LINE: Final = 60.0
"""Seconds after which somebody who no longer asks has left the line; the waiting page asks four times."""
_LONGEST_LINE: Final = 5000
_MORE_WINDOWS: Final = 1.25
"""Who is in may open further windows up to this share of the seats."""


@dataclass
class _Seat:
    address: str
    live: int = 0
    until: float = 0.0


class Seats:
    """Counts the live pages of each browser; `clock` gives seconds.

    A browser that is in keeps its seat while it is away for a moment: its reload or its return comes
    before everybody who waits. Who waits comes in the order in which they first asked.
    """

    def __init__(
        self,
        total: int,
        per_address: int,
        clock: Callable[[], float],
        per_browser: int = 12,
    ) -> None:
        self.total, self._per_address, self._per_browser = total, per_address, per_browser
        self._clock = clock
        self._taken: dict[str, _Seat] = {}
        self._line: OrderedDict[str, float] = OrderedDict()

    @property
    def waiting(self) -> int:
        """How many stand in the line."""
        return len(self._line)

    @property
    def occupied(self) -> int:
        """How many seats are taken or kept for somebody."""
        return sum(max(1, seat.live) for seat in self._taken.values())

    def admit(self, browser: str, address: str) -> bool:
        """Whether this browser may open the front page; else it stands in the line from now on."""
        self._forget()
        if browser not in self._taken and not self._has_room(address, self._before(browser)):
            self._stand_in_line(browser)
            return False
        self._line.pop(browser, None)
        seat = self._taken.setdefault(browser, _Seat(address))
        seat.until = max(seat.until, self._clock() + HELD_FOR_ARRIVAL)
        return True

    def take(self, browser: str, address: str, *, comes_back: bool = False) -> bool:
        """Whether this browser gets one live page more; `comes_back` if its session is still here."""
        self._forget()
        seat = self._taken.get(browser)
        if seat is None:
            if not (self._has_more_room() if comes_back else self._has_room(address, self._before(browser))):
                return False
            seat = self._taken[browser] = _Seat(address)
        elif seat.live >= self._per_browser or (seat.live and not self._has_more_room()):
            return False
        self._line.pop(browser, None)
        seat.live += 1
        return True

    def leave(self, browser: str, *, returns: bool = True) -> None:
        """One live page fewer; the last one's seat is kept for a while if the browser can be known again."""
        seat = self._taken[browser]
        seat.live -= 1
        seat.until = self._clock() + HELD_FOR_RETURN if returns else 0.0
        if not seat.live and not returns:
            del self._taken[browser]

    def _has_room(self, address: str, before: int) -> bool:
        if self.total - self.occupied <= before:
            return False
        if is_this_computer(address):
            return True  # a proxy that nobody named, or the teacher's own
        beside = sum(max(1, seat.live) for seat in self._taken.values() if seat.address == address)
        return beside < self._per_address

    def _has_more_room(self) -> bool:
        return self.occupied < self.total * _MORE_WINDOWS

    def _before(self, browser: str) -> int:
        """How many stand in the line before this browser."""
        if browser not in self._line:
            return len(self._line)
        return list(self._line).index(browser)

    def _stand_in_line(self, browser: str) -> None:
        if browser in self._line or len(self._line) < _LONGEST_LINE:
            self._line[browser] = self._clock() + _HELD_IN_LINE

    def _forget(self) -> None:
        now = self._clock()
        for name in [name for name, seat in self._taken.items() if not seat.live and seat.until <= now]:
            del self._taken[name]
        for name in [name for name, until in self._line.items() if until <= now]:
            del self._line[name]
