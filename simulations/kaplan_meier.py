"""How many stay, told from people of whom some are still there: the estimate of Kaplan and Meier."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

ROUNDED: Final = 1e-9
"""How far rounding may carry a share: products of many fractions miss an exact half by some last digits."""


@dataclass(frozen=True)
class Survival:
    """The share that is left after each time at which somebody left."""

    times: NDArray[np.float64]
    shares: NDArray[np.float64]

    def after(self, time: float) -> float:
        """The share left after this time."""
        seen = int(np.searchsorted(self.times, time, "right"))
        return float(self.shares[seen - 1]) if seen else 1.0

    @property
    def median(self) -> float:
        """The first time after which no more than half are left; nan if more are."""
        gone = self.times[self.shares <= 0.5 + ROUNDED]
        return float(gone[0]) if len(gone) else float("nan")


def kaplan_meier(times: Sequence[float], left: Sequence[int], people: ArrayLike = 1) -> Survival:
    """The survival of people watched until `times`, of whom those with 1 in `left` then left.

    Where many were watched alike, `people` says how many each entry stands for.
    """
    watched, gone = np.asarray(times, dtype=np.float64), np.asarray(left, dtype=bool)
    count = np.broadcast_to(np.asarray(people, dtype=np.int64), watched.shape)
    moments = np.unique(watched[gone & (count > 0)])
    at_risk = (watched[None, :] >= moments[:, None]) @ count
    lost = (watched[None, gone] == moments[:, None]) @ count[gone]
    return Survival(moments, np.cumprod(1 - lost / at_risk))
