"""Customers who buy at a rate of their own and may leave at any moment (Pareto/NBD).

Schmittlein, Morrison & Colombo, Management Science 33(1), 1987. Rates are spread as Gamma(r, α), the rates of
leaving as Gamma(s, β).
"""

from dataclasses import astuple, dataclass, field
from typing import Final

import numpy as np
from scipy.special import gammaln, hyp2f1

from simulations.history import Histories, Numbers
from simulations.search import search
from simulations.span import IN_A_MONTH, Span, TimeUnit, same_unit

BELOW_1: Final = 1 - 2.0**-53
"""The largest share below all of it."""
NEAR: Final = 1e-8
"""What is left to 1 where a share of it no longer keeps enough digits."""
TINY: Final = 1e-7
"""How near to a hole in a formula it is stepped over."""


@dataclass(frozen=True)
class ParetoNbd:
    """The four parameters; α and β are times and count them in `unit`."""

    r: float
    alpha: float
    s: float
    beta: float
    unit: TimeUnit
    is_converged: bool = field(default=True, compare=False)
    """Whether a fit found a summit; without one the parameters are the best at the edge of the search."""

    def loglik(self, known: Histories) -> float:
        """The log-likelihood of these histories."""
        same_unit(self.unit, known.unit)
        r, alpha, s, beta = astuple(self)[:4]
        x, power = known.x, r + s + known.x
        there = -(r + x) * np.log(alpha + known.age) - s * np.log(beta + known.age)
        late, early = self._gone(known, known.age), self._gone(known, known.recency)
        with np.errstate(divide="ignore"):
            left = np.log(s) - np.log(power) + early + np.log(-np.expm1(np.minimum(late - early, 0)))
        base = gammaln(r + x) - gammaln(r) + r * np.log(alpha) + s * np.log(beta)
        return float(known.weights @ (base + np.logaddexp(there, left)))

    def _gone(self, known: Histories, time: Numbers) -> Numbers:
        """The logarithm of one of the two terms whose difference is the chance of having left."""
        r, alpha, s, beta = astuple(self)[:4]
        power, bought = r + s + known.x, r + known.x
        longer = max(alpha, beta) + time
        # The paper's series grows without end as α/β does; Euler's transformation takes that out of it.
        if alpha >= beta:
            first, other, out = np.ones_like(power), bought, np.full_like(power, -s)
        else:
            is_steep = bought >= 1
            first, other = np.where(is_steep, 1.0, power), np.where(is_steep, s + 1, bought)
            out = np.where(is_steep, 1 - bought, 0.0)
        rest = (min(alpha, beta) + time) / longer
        share = np.minimum(abs(alpha - beta) / longer, BELOW_1)
        with np.errstate(over="ignore"):
            series = hyp2f1(first, other, power + 1, share)
        series = np.where(rest < NEAR, _near_one(first, other, power, rest), series)
        return np.asarray(np.log(series) + out * np.log(rest) - power * np.log(longer))

    def expected(self, ahead: Span) -> float:
        """Repeat purchases of a new customer in this time."""
        same_unit(self.unit, ahead.unit)
        r, alpha, s, beta = astuple(self)[:4]
        if abs(s - 1) < 1e-9:
            return float(r * beta / alpha * np.log1p(ahead.length / beta))
        return float(r * beta / (alpha * (s - 1)) * -np.expm1((s - 1) * -np.log1p(ahead.length / beta)))


def _near_one(first: Numbers, other: Numbers, power: Numbers, rest: Numbers) -> Numbers:
    """F(first, other; power+1; 1−rest) for a `rest` next to nothing, of which 1−rest keeps too few digits.

    Abramowitz & Stegun 15.3.6 without what is of the order of `rest`; `first` is 1 or `power`.
    """
    steep = np.maximum(np.where(first == 1, power - other, 1 - other), TINY)
    fading = np.minimum(steep, 1 - TINY)
    ratio = np.exp(gammaln(other + steep) + gammaln(1 - fading) - gammaln(other) + steep * np.log(rest))
    after_one = power / steep * (1 - np.where(steep < 1 - TINY, ratio, 0.0))
    whole = np.exp(gammaln(power + 1) + gammaln(fading) - gammaln(power + 1 - other))
    return np.asarray(np.where(first == 1, after_one, whole - power / steep * np.exp(steep * np.log(rest))))


def fit_pareto_nbd(known: Histories) -> ParetoNbd:
    """The Pareto/NBD model under which these histories are most likely; it tells whether there is one."""
    rows, month = known.merged, IN_A_MONTH[known.unit]

    def loglik(parameters: Numbers) -> float:
        r, alpha, s, beta = parameters.tolist()
        return ParetoNbd(r, alpha, s, beta, known.unit).loglik(rows)

    found = search(loglik, [0.5, 2.5 * month, 0.6, 2.7 * month], narrow=1e-5)
    r, alpha, s, beta = found.parameters
    return ParetoNbd(r, alpha, s, beta, known.unit, found.is_converged)
