"""Customers who buy at a rate of their own and never leave (NBD; Ehrenberg 1959)."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.special import gammaln, polygamma, psi

from simulations.history import Histories, Numbers
from simulations.lifetime_value.optimum import Climb, maximise
from simulations.span import IN_A_MONTH, Span, TimeUnit, same_unit

STARTS: Final = ((0.5, 2.0), (1.5, 6.0))
"""Where the climbs begin; the second number is in months."""


@dataclass(frozen=True)
class Nbd:
    """Rates spread as Gamma(r, α); α is a time and counts it in `unit`."""

    r: float
    alpha: float
    unit: TimeUnit

    def loglik(self, known: Histories) -> float:
        """The log-likelihood, without what does not depend on the parameters (x! and T to the power x)."""
        same_unit(self.unit, known.unit)
        return NbdSlope(known)(np.array([self.r, self.alpha]))[0]

    def expected(self, ahead: Span) -> float:
        """Purchases of a customer in this time: as many in each week as in any other."""
        same_unit(self.unit, ahead.unit)
        return self.r / self.alpha * ahead.length

    def conditional(self, known: Histories, ahead: Span) -> Numbers:
        """Purchases to be expected from each customer in the time ahead."""
        same_unit(self.unit, known.unit)
        same_unit(self.unit, ahead.unit)
        return np.asarray((self.r + known.x) / (self.alpha + known.age) * ahead.length)


@dataclass(frozen=True)
class NbdFit:
    """The best parameters and how they were found."""

    model: Nbd
    climb: Climb


def fit_nbd(known: Histories) -> NbdFit:
    """The NBD model under which these histories are most likely."""
    month = IN_A_MONTH[known.unit]
    climb = maximise(NbdSlope(known), [(r, alpha * month) for r, alpha in STARTS], known.customers)
    r, alpha = climb.parameters
    return NbdFit(Nbd(r, alpha, known.unit), climb)


class NbdSlope:
    """The log-likelihood of histories with its gradient and Hessian."""

    def __init__(self, known: Histories) -> None:
        self._x, self._age = known.x.astype(np.float64), known.age
        self._weights = known.weights.astype(np.float64)

    def __call__(self, parameters: Numbers) -> tuple[float, Numbers, Numbers]:
        (r, alpha), weights = parameters.tolist(), self._weights
        power, since = r + self._x, alpha + self._age
        value = gammaln(power) - gammaln(r) + r * np.log(alpha) - power * np.log(since)
        by_r = psi(power) - psi(r) + np.log(alpha) - np.log(since)
        by_alpha = r / alpha - power / since
        cross = float(weights @ (1 / alpha - 1 / since))
        corner = float(weights @ (power / since**2 - r / alpha**2))
        hessian = [[float(weights @ (polygamma(1, power) - polygamma(1, r))), cross], [cross, corner]]
        return float(weights @ value), np.array([weights @ by_r, weights @ by_alpha]), np.array(hessian)
