"""What paper and pencil say of a call: how many leave with and without it, and whom it pays to call."""

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import expit

from simulations.uplift.terms import CALL, LEVEL, RISE, Terms, only

Numbers = NDArray[np.float64]

NODES, _WEIGHTS = np.polynomial.hermite_e.hermegauss(60)
WEIGHTS: Final[Numbers] = _WEIGHTS / _WEIGHTS.sum()
"""Points and weights of Gauss and Hermite for a mean over one normal trait."""


def chance_alone(decided: ArrayLike) -> Numbers:
    """The chance to leave if nobody calls."""
    return np.asarray(expit(LEVEL + RISE * np.asarray(decided, dtype=np.float64)))


def chance_called(terms: Terms, decided: ArrayLike, is_open: ArrayLike) -> Numbers:
    """The chance to leave if called: the pull lowers the log-odds, or raises them where it is negative."""
    first, second = np.asarray(decided, dtype=np.float64), np.asarray(is_open, dtype=np.float64)
    pull = terms.pull + terms.pull_on_decided * first + terms.pull_on_open * second
    return np.asarray(expit(LEVEL + RISE * first - pull))


def churn_alone() -> float:
    """The share of all customers who leave if nobody is called."""
    return float(WEIGHTS @ chance_alone(NODES))


def churn_called(terms: Terms) -> float:
    """The share of all customers who leave if everybody is called."""
    return _churn_called(only(terms, *CALL))


@lru_cache(maxsize=256)
def _churn_called(terms: Terms) -> float:
    return float(WEIGHTS @ chance_called(terms, NODES[:, None], NODES[None, :]) @ WEIGHTS)


def kept_by_chance(terms: Terms, share: float) -> float:
    """Customers kept out of all if `share` of them, drawn by lot, are called: share × the whole effect."""
    return share * (churn_alone() - churn_called(terms))


def pays_from(terms: Terms) -> float:
    """The effect from which a call pays: by so much it must lower the chance to leave."""
    return terms.call_cost / terms.margin if terms.margin else float("inf")
