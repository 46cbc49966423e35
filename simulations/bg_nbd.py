"""Customers who buy at a rate of their own and, after any purchase, may never come back (BG/NBD).

Fader, Hardie & Lee, Marketing Science 24(2), 2005. Rates are spread as Gamma(r, α), chances to leave
after a purchase as Beta(a, b).
"""

from dataclasses import astuple, dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import betainc, betaln, expit, gammaln, hyp2f1

from simulations.history import Histories, Numbers
from simulations.span import Span, TimeUnit, same_unit

NEAR = 1e-7
"""How near to a hole in a formula it is stepped over."""
ALIKE = 150.0
"""From this a on, the chances of customers with one history to leave are taken as one."""


@dataclass(frozen=True)
class BgNbd:
    """The four parameters; α is a time and counts it in `unit`."""

    r: float
    alpha: float
    a: float
    b: float
    unit: TimeUnit

    def loglik(self, known: Histories) -> float:
        """The log-likelihood of these histories."""
        return float(known.weights @ self.logliks(known))

    def logliks(self, known: Histories) -> Numbers:
        """The log-likelihood of each row."""
        same_unit(self.unit, known.unit)
        x, (r, alpha, a, b) = known.x, astuple(self)[:4]
        bought = gammaln(r + x) - gammaln(r) + r * np.log(alpha)
        stayed = gammaln(a + b) + gammaln(b + x) - gammaln(b) - gammaln(a + b + x)
        return np.asarray(bought + stayed + np.logaddexp(*self._alive_or_gone(known)))

    def _alive_or_gone(self, known: Histories) -> tuple[Numbers, Numbers]:
        """The logarithms of what still being there, and having left, add to the likelihood."""
        x, power = known.x, self.r + known.x
        odds = np.log(self.a) - np.log(np.maximum(self.b + x - 1, 1e-300))
        left = np.where(x > 0, odds - power * np.log(self.alpha + known.recency), -np.inf)
        return np.asarray(-power * np.log(self.alpha + known.age)), np.asarray(left)

    def alive(self, known: Histories) -> Numbers:
        """The chance that each customer may still buy; certain without a repeat purchase."""
        same_unit(self.unit, known.unit)
        there, gone = self._alive_or_gone(known)
        return np.asarray(expit(there - gone))

    def expected(self, ahead: Span) -> float:
        """Repeat purchases of a new customer in this time."""
        return float(self.of_the_living(0, 0.0, self._length(ahead)))

    def conditional(self, known: Histories, ahead: Span) -> Numbers:
        """Purchases to be expected from each customer in the time ahead."""
        return np.asarray(self.alive(known) * self.of_the_living(known.x, known.age, self._length(ahead)))

    def of_the_living(self, x: ArrayLike, age: ArrayLike, ahead: ArrayLike) -> Numbers:
        """The same from those who are still there; times in the unit of the parameters.

        The hypergeometric function of the paper after Euler's transformation, which does not overflow.
        """
        since = self.alpha + np.asarray(age, dtype=np.float64)
        until = since + np.asarray(ahead, dtype=np.float64)
        if self.a > ALIKE:
            return self._of_the_alike(np.asarray(x), since, until)
        a = 1 + NEAR if abs(self.a - 1) < NEAR else self.a
        order = a + self.b + np.asarray(x) - 1
        order = np.where(np.abs(order) < NEAR, NEAR, order)
        series = hyp2f1(a + self.b - 1 - self.r, a - 1, order, 1 - since / until)
        return np.asarray(order / (a - 1) * (1 - (until / since) ** (1 - a) * series))

    def _of_the_alike(self, x: Numbers, since: Numbers, until: Numbers) -> Numbers:
        """The same where all leave with nearly one chance, for which the powers are too large."""
        chance = self.a / (self.a + self.b + x)
        return np.asarray((1 - (1 + chance * (until / since - 1)) ** -(self.r + x)) / chance)

    def pmf(self, x: ArrayLike, span: Span) -> Numbers:
        """The chance of x repeat purchases in this time since the first."""
        t, count = self._length(span), np.asarray(x, dtype=np.float64)
        return self.chances(count, np.full(count.shape, t))

    def chances(self, x: Numbers, age: Numbers) -> Numbers:
        """The same for a time of each customer's own, in the unit of the parameters."""
        r, alpha, a, b = astuple(self)[:4]
        share = age / (alpha + age)
        with np.errstate(divide="ignore", invalid="ignore"):
            bought = gammaln(r + x) - gammaln(r) - gammaln(x + 1) + r * np.log(1 - share) + x * np.log(share)
            bought = np.where(x > 0, bought, r * np.log(1 - share))
            stayed = np.exp(betaln(a, b + x) - betaln(a, b) + bought)
            more = betainc(np.maximum(x, 1), r, share)
            left = np.exp(betaln(a + 1, np.maximum(b + x - 1, NEAR)) - betaln(a, b)) * more
        return np.asarray(stayed + np.where(x > 0, left, 0.0))

    def _length(self, span: Span) -> float:
        same_unit(self.unit, span.unit)
        return span.length
