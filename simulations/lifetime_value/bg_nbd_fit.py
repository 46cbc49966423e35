"""Finding the BG/NBD parameters that explain some histories best: slopes, curvature, several starts."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.special import gammaln, polygamma, psi

from simulations.bg_nbd import BgNbd
from simulations.history import Histories, Numbers
from simulations.lifetime_value.optimum import Climb, maximise
from simulations.span import IN_A_MONTH

STARTS: Final = ((0.3, 1.0, 0.8, 2.5), (1.0, 3.0, 1.0, 1.0), (0.1, 0.3, 0.3, 4.0))
"""Where the climbs begin; the second number is in months."""


@dataclass(frozen=True)
class BgNbdFit:
    """The best parameters and how they were found."""

    model: BgNbd
    climb: Climb


def fit_bg_nbd(known: Histories) -> BgNbdFit:
    """The BG/NBD model under which these histories are most likely."""
    month = IN_A_MONTH[known.unit]
    starts = [(r, alpha * month, a, b) for r, alpha, a, b in STARTS]
    climb = maximise(BgNbdSlope(known.merged), starts, known.customers)
    r, alpha, a, b = climb.parameters
    return BgNbdFit(BgNbd(r, alpha, a, b, known.unit), climb)


class BgNbdSlope:
    """The log-likelihood of merged histories with its gradient and Hessian, parameter by parameter."""

    def __init__(self, known: Histories) -> None:
        self._weights = known.weights.astype(np.float64)
        self._x = known.x.astype(np.float64)
        self._times = known.age, known.recency
        self._repeats = known.x > 0
        self._counts, where = np.unique(self._x, return_inverse=True)
        self._people = np.bincount(where, weights=self._weights)

    def __call__(self, parameters: Numbers) -> tuple[float, Numbers, Numbers]:
        value, gradient, hessian = self._of_counts(*parameters.tolist())
        more, steeper, curved = self._of_times(*parameters.tolist())
        return value + more, gradient + steeper, hessian + curved

    def _of_counts(self, r: float, alpha: float, a: float, b: float) -> tuple[float, Numbers, Numbers]:
        """What depends on the number of purchases alone, once for each number there is."""
        x, people, total = self._counts, self._people, self._people.sum()
        points = np.array([r, a + b, b])
        at, sign = points[:, None] + x, np.array([1.0, -1.0, 1.0])
        value = sign @ (gammaln(at) @ people - gammaln(points) * total) + total * r * np.log(alpha)
        first = sign * (psi(at) @ people - psi(points) * total)
        second = sign * (polygamma(1, at) @ people - polygamma(1, points) * total)
        gradient = np.array([first[0], total * r / alpha, first[1], first[1] + first[2]])
        gradient[0] += total * np.log(alpha)
        hessian = np.zeros((4, 4))
        hessian[0, 0] = second[0]
        hessian[0, 1] = hessian[1, 0] = total / alpha
        hessian[1, 1] = -total * r / alpha**2
        hessian[2:, 2:] = second[1]
        hessian[3, 3] += second[2]
        return float(value), gradient, hessian

    def _of_times(self, r: float, alpha: float, a: float, b: float) -> tuple[float, Numbers, Numbers]:
        """The logarithm of the sum of being there still and having left, without overflow."""
        x, weights, power = self._x, self._weights, r + self._x
        age, recency = (alpha + time for time in self._times)
        before = np.where(self._repeats, b + x - 1, 1.0)
        log_age, log_recency = np.log(age), np.log(recency)
        there = -power * log_age
        gone = np.where(self._repeats, np.log(a) - np.log(before) - power * log_recency, -np.inf)
        both = np.logaddexp(there, gone)
        left = np.exp(gone - both)
        stay = 1 - left
        zero = np.zeros_like(x)
        apart = np.stack([log_age - log_recency, power / age - power / recency, zero + 1 / a, -1 / before])
        slope = np.stack([-log_age, -power / age, zero, zero]) + left * apart
        hessian = (apart * (weights * left * stay)) @ apart.T
        cross = -float(weights @ (stay / age + left / recency))
        hessian[0, 1] += cross
        hessian[1, 0] += cross
        hessian[1, 1] += float(weights @ (power * (stay / age**2 + left / recency**2)))
        hessian[2, 2] -= float(weights @ left) / a**2
        hessian[3, 3] += float(weights @ (left / before**2))
        return float(weights @ both), slope @ weights, hessian
