"""What work costs, never in seconds: how it grows with its input, and beside a fixed piece of work."""

import gc
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from time import process_time
from typing import TypeVar

from courseware.problem import ProblemsFoundError, ReaderError

Result = TypeVar("Result")
ENOUGH = 0.02
"""Seconds of work from which on a ratio tells more than the clock's noise."""
MOST = 3.0
"""A doubled input costs at most so many times as much: 2 if linear, 4 if quadratic."""
FLOOR = 0.02
"""Seconds that are forgiven, for what a reader does once whatever it reads."""
AGAIN = 3
"""So often something is measured before it is called slow."""


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


def within(rounds: float, work: Callable[[], Result]) -> Result:
    """What the work gives or raises; it costs no more than so many million rounds of a plain loop.

    What seems slow is measured again beside a fresh loop: the machine may have been busy.
    """
    start = process_time()
    try:
        return work()
    finally:
        if process_time() - start > rounds * _loop():
            costs = [_seconds(work) / _seconds(_turn_round) for _ in range(AGAIN)]
            assert min(costs) <= rounds, costs


@cache
def _loop() -> float:
    """The seconds of a million rounds; the least of some, measured once a process."""
    return min(_seconds(_turn_round) for _ in range(AGAIN))


def _turn_round() -> None:
    total = 0
    for number in range(1_000_000):
        total += number % 7


def _cost(case: Case, size: int, times: int) -> float:
    """The least time of some readings; each has an input of its own, so that nothing is known from before."""
    inputs = (case.make(size + turn) for turn in range(times))
    return min(_seconds(partial(case.read, data)) for data in inputs)


def _seconds(work: Callable[[], object]) -> float:
    gc.disable()
    try:
        start = process_time()
        with suppress(ReaderError, ProblemsFoundError):
            work()
        return process_time() - start
    finally:
        gc.enable()
