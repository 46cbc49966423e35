"""How many files and connections the system lets the lab have open, and what that is enough for."""

import importlib
import os
from typing import Final

ENOUGH: Final = 65_536
_KEPT: Final = 128
"""For the record, the scripts, and the sessions that wait for their browser."""
_A_SESSION: Final = 4
"""A live session: its connection, and three for the loop in its thread."""
_MOST_CONNECTIONS: Final = 8192
_UNKNOWN: Final = 8192
"""Windows names no such limit and sets none that a class would meet."""


def raise_limit() -> int:
    """Takes all that the system allows, up to `ENOUGH`; gives what there is then.

    macOS names no upper bound, yet refuses large numbers: then less is asked for.
    """
    if os.name == "nt":
        return _UNKNOWN
    resource = importlib.import_module("resource")  # not there on Windows
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wish = ENOUGH if hard == resource.RLIM_INFINITY else min(ENOUGH, hard)
    while wish > soft != resource.RLIM_INFINITY:
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wish, hard))
            break
        except (ValueError, OSError):
            wish //= 2
    return soft_limit()


def soft_limit() -> int:
    """How many files and connections may be open at once."""
    if os.name == "nt":
        return _UNKNOWN
    resource = importlib.import_module("resource")
    soft: int = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    return ENOUGH if soft == resource.RLIM_INFINITY else min(soft, ENOUGH)


def connections_for(limit: int) -> int:
    """How many connections the lab takes under this limit: half of it, the rest is for sessions.

    >>> [connections_for(limit) for limit in (256, 1024, 65_536)]
    [64, 448, 8192]
    """
    return min(_MOST_CONNECTIONS, max(32, (limit - _KEPT) // 2))


def seats_for(limit: int, wished: int) -> int:
    """How many seats there can be under this limit, at most as many as are wished.

    >>> [seats_for(limit, 400) for limit in (256, 1024, 65_536)]
    [21, 149, 400]
    """
    return min(wished, max(8, (limit - _KEPT) // 2 // (_A_SESSION - 1)))
