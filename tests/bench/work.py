"""What a large run takes: a million customers over 24 months, beside the drawing of their chance alone."""

import time
from collections.abc import Callable
from typing import Final

from courseware.chance import uniforms
from simulations import model_of

CUSTOMERS: Final = 1_000_000
MONTHS: Final = 24


def seconds(work: Callable[[], object]) -> float:
    """How long this takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def draw() -> None:
    """The chance of a million customers in 24 months, four numbers each, and nothing done with it."""
    for month in range(MONTHS):
        uniforms(1, month, 0, CUSTOMERS)


def run(seed: int) -> None:
    """The satisfaction simulation for a million customers; a seed of its own, since runs are kept."""
    model_of("satisfaction")(n=CUSTOMERS, seed=seed).run()
