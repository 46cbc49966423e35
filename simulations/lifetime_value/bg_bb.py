"""Donors who give or not each year, and after any year may give up for good (BG/BB).

Fader, Hardie & Shang, Marketing Science 29(6), 2010. Chances to give are spread as Beta(α, β), chances to
give up as Beta(γ, δ).
"""

from dataclasses import astuple, dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaln

from simulations.history import Numbers, Whole
from simulations.search import search


@dataclass(frozen=True)
class BgBb:
    """The four parameters."""

    alpha: float
    beta: float
    gamma: float
    delta: float
    is_converged: ClassVar[bool] = True
    """Whether a fit found a summit."""

    def loglik(self, gifts: Whole, last: Whole, years: int, donors: Whole) -> float:
        """The log-likelihood of `donors` who gave in so many of `years`, for the last time in year `last`."""
        alpha, beta, gamma, delta = astuple(self)
        given, gone = betaln(alpha, beta), betaln(gamma, delta)
        ways = [betaln(alpha + gifts, beta + years - gifts) - given + betaln(gamma, delta + years) - gone]
        for later in range(years):
            year = last + later
            way = betaln(alpha + gifts, beta + year - gifts) - given + betaln(gamma + 1, delta + year) - gone
            ways.append(np.where(year < years, way, -np.inf))
        return float(donors @ np.logaddexp.reduce(ways, axis=0))


class BgBbAtTheEdge(BgBb):
    """The best parameters at the edge of the search: these donors have no summit."""

    is_converged: ClassVar[bool] = False


def fit_bg_bb(gifts: NDArray[np.int64], last: Whole, years: int, donors: Whole) -> BgBb:
    """The BG/BB model under which these donors are most likely; it tells whether there is one."""

    def loglik(parameters: Numbers) -> float:
        return BgBb(*parameters.tolist()).loglik(gifts, last, years, donors)

    found = search(loglik, [1.0] * 4, narrow=1e-6)
    alpha, beta, gamma, delta = found.parameters
    return (BgBb if found.is_converged else BgBbAtTheEdge)(alpha, beta, gamma, delta)
