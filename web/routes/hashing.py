"""PINs and passphrases are hashed off the loop, and only a few at a time."""

from collections.abc import Callable
from typing import Final, TypeVar

import anyio
from anyio.lowlevel import RunVar

T = TypeVar("T")
_AT_ONCE: Final = 2
"""Each takes 19 MiB and a core for a moment."""
_HASHING: RunVar[anyio.CapacityLimiter] = RunVar("hashing")


async def hashing(work: Callable[[], T]) -> T:
    """Does what hashes a secret, off the loop and only so many at a time; the others wait in line."""
    try:
        limiter = _HASHING.get()
    except LookupError:
        limiter = anyio.CapacityLimiter(_AT_ONCE)
        _HASHING.set(limiter)
    return await anyio.to_thread.run_sync(work, limiter=limiter)
