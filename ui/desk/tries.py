"""How often somebody may try a key: a few times a minute, so that a short key cannot be guessed either."""

from collections import OrderedDict, deque
from collections.abc import Callable
from threading import Lock
from typing import Final

MOST: Final = 5
WITHIN: Final = 60.0
"""Seconds in which so many wrong keys are listened to."""
_REMEMBERED: Final = 1000


class Tries:
    """The wrong keys of late, for each computer that sent one; `clock` counts seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._wrong: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = Lock()

    def are_used_up(self, caller: str) -> bool:
        """Whether this computer has to wait."""
        with self._lock:
            return len(self._late(caller)) >= MOST

    def note(self, caller: str) -> None:
        """Notes one wrong key."""
        with self._lock:
            late = self._late(caller)
            late.append(self._clock())
            self._wrong[caller] = late
            self._wrong.move_to_end(caller)
            while len(self._wrong) > _REMEMBERED:
                self._wrong.popitem(last=False)

    def _late(self, caller: str) -> deque[float]:
        """When it sent wrong keys within the time that counts."""
        late = self._wrong.get(caller, deque())
        while late and self._clock() - late[0] > WITHIN:
            late.popleft()
        return late
