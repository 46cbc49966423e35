"""What customers spend: each around a mean of their own, and these means differ (Gamma–Gamma).

Fader & Hardie, "The Gamma-Gamma model of monetary value", note 025, 2013: amounts are Gamma(p, ν), and ν is
spread over the customers as Gamma(q, v).
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import gammaln, polygamma, psi

from simulations.history import Numbers
from simulations.lifetime_value.optimum import Climb, maximise

STARTS: Final = ((1.0, 2.0, 1.0), (6.0, 4.0, 0.5), (2.0, 8.0, 3.0))
"""Where the climbs begin; the last number is a share of the mean amount."""


@dataclass(frozen=True)
class GammaGamma:
    """The three parameters; v is money."""

    p: float
    q: float
    v: float

    @property
    def mean(self) -> float:
        """What an order is worth on average over all customers, pv/(q−1); without end for q ≤ 1."""
        return self.p * self.v / (self.q - 1) if self.q > 1 else float("inf")

    def expected(self, orders: ArrayLike, spent: ArrayLike) -> Numbers:
        """The mean amount to expect of customers who spent `spent` on average in so many orders.

        Without an order it is the mean of all; with more of them the customer's own mean counts for more.
        """
        x, z = np.asarray(orders, dtype=np.float64), np.asarray(spent, dtype=np.float64)
        with np.errstate(divide="ignore", invalid="ignore"):
            own = self.p * (self.v + x * z) / (self.p * x + self.q - 1)
        return np.asarray(np.where(x > 0, own, self.mean))

    def loglik(self, orders: ArrayLike, spent: ArrayLike) -> float:
        """The log-likelihood of the mean amounts of customers with at least one order."""
        return GammaGammaSlope(orders, spent)(np.array([self.p, self.q, self.v]))[0]


@dataclass(frozen=True)
class GammaGammaFit:
    """The best parameters and how they were found."""

    model: GammaGamma
    climb: Climb


def fit_gamma_gamma(orders: ArrayLike, spent: ArrayLike) -> GammaGammaFit:
    """The Gamma–Gamma model under which these mean amounts are most likely; all orders above 0."""
    slope = GammaGammaSlope(orders, spent)
    usual = float(np.mean(np.asarray(spent)))
    climb = maximise(slope, [(p, q, v * usual) for p, q, v in STARTS], len(slope.x))
    return GammaGammaFit(GammaGamma(*climb.parameters), climb)


class GammaGammaSlope:
    """The log-likelihood of mean amounts with its gradient and Hessian, parameter by parameter."""

    def __init__(self, orders: ArrayLike, spent: ArrayLike) -> None:
        self.x = np.asarray(orders, dtype=np.float64)
        self._z = np.asarray(spent, dtype=np.float64)

    def __call__(self, parameters: Numbers) -> tuple[float, Numbers, Numbers]:
        (p, q, v), x, z = parameters.tolist(), self.x, self._z
        n, px, total = p * x + q, p * x, v + x * z
        log_spent, log_total = np.log(x * z), np.log(total)
        value = gammaln(n) - gammaln(px) - gammaln(q) + q * np.log(v) + px * log_spent - np.log(z)
        gradient = np.array(
            [
                float(x @ (psi(n) - psi(px) + log_spent - log_total)),
                float(np.sum(psi(n) - psi(q) + np.log(v) - log_total)),
                float(np.sum(q / v - n / total)),
            ]
        )
        curve = polygamma(1, n)
        cross = float(x @ curve), -float(np.sum(x / total)), float(np.sum(1 / v - 1 / total))
        hessian = np.array(
            [
                [float(x**2 @ (curve - polygamma(1, px))), cross[0], cross[1]],
                [cross[0], float(np.sum(curve - polygamma(1, q))), cross[2]],
                [cross[1], cross[2], float(np.sum(n / total**2 - q / v**2))],
            ]
        )
        return float(np.sum(value - n * log_total)), gradient, hessian
