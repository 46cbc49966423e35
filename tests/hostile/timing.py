"""How the cost of reading grows: an input is doubled, and so may its cost be, but not squared."""

import gc
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from time import process_time

from courseware.problem import ProblemsFoundError, ReaderError

ENOUGH = 0.02
"""Seconds of work from which on a ratio tells more than the clock's noise."""
MOST = 3.0
"""A doubled input costs at most so many times as much: 2 if linear, 4 if quadratic."""
FLOOR = 0.02
"""Seconds that are forgiven, for what a reader does once whatever it reads."""


@dataclass(frozen=True)
class Case:
    """A reader, and inputs of about so many bytes that are made to keep it busy."""

    read: Callable[[bytes], object]
    make: Callable[[int], bytes]
    most: int
    """Bytes of the largest input that is tried: in proportion, it takes well below a second."""


def costs_no_more_than_its_length(case: Case) -> None:
    """Compares the largest input with its half; measured again, more carefully, before it is a failure."""
    half, whole = (_cost(case, size, 1) for size in (case.most // 2, case.most))
    if whole > MOST * max(half, ENOUGH) + FLOOR:
        half, whole = (_cost(case, size, 4) for size in (case.most // 2, case.most))

    assert whole <= MOST * max(half, ENOUGH) + FLOOR, (half, whole)


def _cost(case: Case, size: int, times: int) -> float:
    """The least time of some readings; each has an input of its own, so that nothing is known from before."""
    return min(_seconds(case.read, case.make(size + turn)) for turn in range(times))


def _seconds(read: Callable[[bytes], object], data: bytes) -> float:
    gc.disable()
    try:
        start = process_time()
        with suppress(ReaderError, ProblemsFoundError):
            read(data)
        return process_time() - start
    finally:
        gc.enable()
