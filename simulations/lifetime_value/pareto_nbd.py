"""Customers who buy at a rate of their own and may leave at any moment (Pareto/NBD).

Schmittlein, Morrison & Colombo, Management Science 33(1), 1987. Rates are spread as Gamma(r, α), the rates of
leaving as Gamma(s, β).
"""

from dataclasses import astuple, dataclass

import numpy as np
from scipy.special import gammaln, hyp2f1

from simulations.lifetime_value.history import Histories, Numbers
from simulations.lifetime_value.span import IN_A_MONTH, Span, Unit, same_unit


@dataclass(frozen=True)
class ParetoNbd:
    """The four parameters; α and β are times and count them in `unit`."""

    r: float
    alpha: float
    s: float
    beta: float
    unit: Unit

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
        power = r + s + known.x
        other = s + 1 if alpha >= beta else r + known.x
        longer = max(alpha, beta) + time
        series = hyp2f1(power, other, power + 1, abs(alpha - beta) / longer)
        return np.asarray(np.log(series) - power * np.log(longer))

    def expected(self, ahead: Span) -> float:
        """Repeat purchases of a new customer in this time."""
        same_unit(self.unit, ahead.unit)
        r, alpha, s, beta = astuple(self)[:4]
        if abs(s - 1) < 1e-9:
            return float(r * beta / alpha * np.log1p(ahead.length / beta))
        return float(r * beta / (alpha * (s - 1)) * -np.expm1((s - 1) * -np.log1p(ahead.length / beta)))


def fit_pareto_nbd(known: Histories) -> ParetoNbd:
    """The Pareto/NBD model under which these histories are most likely."""
    from scipy.optimize import minimize

    rows, month = known.merged, IN_A_MONTH[known.unit]

    def loss(logs: Numbers) -> float:
        return -_at(logs, known.unit).loglik(rows)

    start = np.log([0.5, 2.5 * month, 0.6, 2.7 * month])
    narrow = {"xatol": 1e-5, "fatol": 1e-5, "maxiter": 2000}
    return _at(minimize(loss, start, method="Nelder-Mead", options=narrow).x, known.unit)


def _at(logs: Numbers, unit: Unit) -> ParetoNbd:
    r, alpha, s, beta = np.exp(logs).tolist()
    return ParetoNbd(r, alpha, s, beta, unit)
