"""Searching for the parameters that explain some data best, and saying whether there is a best at all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

FARTHEST: Final = 9.0
"""No parameter leaves the range from e⁻⁹ to e⁹; at its edge there is no summit, and that is told."""
HOPELESS: Final = 1e300
"""Stands for a likelihood that is no number."""


@dataclass(frozen=True)
class Found:
    """Where a search ended, and whether at a summit inside the range."""

    parameters: tuple[float, ...]
    is_converged: bool


def search(
    loglik: Callable[[Numbers], float], start: Sequence[float], *, narrow: float, steps: int = 2000
) -> Found:
    """The positive parameters with the highest log-likelihood, by Nelder and Mead in their logarithms."""
    from scipy.optimize import minimize

    def loss(logs: Numbers) -> float:
        with np.errstate(all="ignore"):
            value = -loglik(np.exp(logs))
        return value if np.isfinite(value) else HOPELESS

    options = {"xatol": narrow, "fatol": narrow, "maxiter": steps, "maxfev": 2 * steps}
    edges = [(-FARTHEST, FARTHEST)] * len(start)
    best = minimize(loss, np.log(start), method="Nelder-Mead", bounds=edges, options=options)
    is_inside = bool(np.abs(best.x).max() < FARTHEST - 1e-3)
    return Found(
        tuple(np.exp(best.x).tolist()), bool(best.success) and is_inside and float(best.fun) < HOPELESS
    )
