"""The service desk as callers meet it: when they call, how long they wait, and when they give up."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

OPENS: Final = 9
LOAD: Final = np.array([2.4, 3.5, 3.8, 3.0, 2.4, 2.7, 3.3, 3.6, 3.0, 2.5, 2.0])
"""Erlangs (calls an hour times hours a call) in each hour from OPENS on; calls come in proportion."""
AGENTS: Final = 5
HANDLING: Final = 240.0
"""Mean seconds of a call."""
PATIENCE: Final = 600.0
"""Mean seconds after which a caller gives up."""


def erlang_c(agents: int, load: Floats) -> Floats:
    """The chance to wait at all when calls come by chance and nobody gives up (Erlang, 1917).

    >>> erlang_c(1, np.array([0.5])).tolist()
    [0.5]
    """
    blocked = np.ones_like(load)
    for busy in range(1, agents + 1):
        blocked = load * blocked / (busy + load * blocked)
    return np.asarray(blocked / (1 - load / agents * (1 - blocked)))


WAITS: Final = erlang_c(AGENTS, LOAD)
WAIT: Final = HANDLING / (AGENTS - LOAD)
"""Mean seconds of those who wait, hour by hour."""


def waiting(u: Floats) -> tuple[Whole, Whole, NDArray[np.bool_]]:
    """The hour, the seconds waited and whether the caller gave up, from three uniform numbers a call."""
    slot = np.searchsorted(np.cumsum(LOAD / LOAD.sum())[:-1], u[:, 0], side="right")
    # Of those who wait, the share not yet answered falls exponentially; the others wait for nothing.
    late = np.minimum((1 - u[:, 1]) / WAITS[slot], 1.0)
    wait = np.ceil(-np.log(late) * WAIT[slot]).astype(np.int64)
    patience = np.ceil(-np.log1p(-u[:, 2]) * PATIENCE).astype(np.int64)
    return slot + OPENS, np.minimum(wait, patience), patience < wait
