"""Many customers in pieces: walked in chunks, counted in whole numbers, the same however they are split."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Final

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.int64]

CHUNK: Final = 32_768
"""Customers walked together: few enough for their numbers to stay near the processor."""

WORKERS: Final = 2
"""Threads that share the chunks of a large run."""


def tally(
    count: Callable[[int, int], Counts], start: int, stop: int, *, chunk: int = CHUNK, workers: int = WORKERS
) -> Counts:
    """The sum of `count(first, end)` over chunks from `start` up to `stop`.

    Whole numbers add up the same in any order and grouping, so neither the chunk size nor the
    number of workers can change a result, and the tallies of two groups simply add.
    """
    starts = range(start, stop, chunk) or range(start, start + 1)
    ends = [min(first + chunk, stop) for first in starts]
    if len(starts) == 1 or workers == 1:
        parts = [count(first, end) for first, end in zip(starts, ends, strict=True)]
    else:
        with ThreadPoolExecutor(workers) as pool:
            parts = list(pool.map(count, starts, ends))
    return np.asarray(sum(parts[1:], parts[0]))
