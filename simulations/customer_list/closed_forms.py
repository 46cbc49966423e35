"""What paper and pencil say of a list: the worth of a name and who still buys, by the age of the list."""

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import hyp2f1

from simulations.bg_nbd import BgNbd
from simulations.customer_list.terms import OLDEST, Terms
from simulations.history import Numbers

YEAR: Final = 52
"""Weeks."""


def orders(terms: Terms, weeks: ArrayLike) -> Numbers:
    """Repeat orders to be expected of one person in so many weeks since the first order."""
    return terms.buying.of_the_living(0, 0.0, weeks)


def orders_ahead(terms: Terms, age: ArrayLike) -> Numbers:
    """Orders to be expected of a name on a list of this age within the buyer's horizon."""
    since = np.asarray(age, dtype=np.float64)
    return np.asarray(orders(terms, since + terms.ahead) - orders(terms, since))


def worth(terms: Terms, age: ArrayLike) -> Numbers:
    """What a name on a list of this age brings."""
    return terms.per_order * orders_ahead(terms, age)


def alive(terms: Terms, age: ArrayLike) -> Numbers:
    """The share of a list of this age who may still buy.

    Who buys at rate λ and leaves with chance p after each order is still there after t with chance
    exp(−λpt); this is its mean over all λ and p.
    """
    since = np.asarray(age, dtype=np.float64)
    return np.asarray(hyp2f1(terms.r, terms.a, terms.a + terms.b, -since / terms.alpha))


def loss(terms: Terms, age: ArrayLike) -> Numbers:
    """The share of its worth that a list of this age loses within the next year."""
    since = np.asarray(age, dtype=np.float64)
    return np.asarray(1 - orders_ahead(terms, since + YEAR) / orders_ahead(terms, since))


def loss_if_alike(terms: Terms) -> float:
    """The same for people who all order at the mean rate and leave with the mean chance: of any age."""
    leaves = terms.a / (terms.a + terms.b)
    return float(-np.expm1(-YEAR * leaves * terms.r / terms.alpha))


@lru_cache(maxsize=32)
def _week_by_week(buying: BgNbd, ahead: int) -> Numbers:
    """Orders to be expected ahead of a name on a list of each age in weeks; no price changes them."""
    since = np.arange(OLDEST + 1.0)
    return np.asarray(buying.of_the_living(0, 0.0, since + ahead) - buying.of_the_living(0, 0.0, since))


def pays_until(terms: Terms) -> float:
    """The oldest list, in whole weeks up to eight years, whose names are worth their price; nan for none."""
    pays = np.flatnonzero(terms.per_order * _week_by_week(terms.buying, terms.ahead) >= terms.price)
    return float(pays[-1]) if len(pays) else float("nan")
