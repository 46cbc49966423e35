"""How long a question takes: the middle of a class, and the half of it that lies around that."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Quartiles:
    """A quarter took less than `low` seconds, half less than `median`, three quarters less than `high`."""

    low: float
    median: float
    high: float


def quartiles(seconds: Sequence[float]) -> Quartiles | None:
    """The quartiles of these times; None of none.

    They are told and no mean is: one student who left the page open over night would move it.

    >>> quartiles([60, 120, 90, 30, 36000])
    Quartiles(low=60.0, median=90.0, high=120.0)
    """
    if not seconds:
        return None
    low, median, high = np.quantile(seconds, [0.25, 0.5, 0.75]).tolist()
    return Quartiles(low, median, high)
