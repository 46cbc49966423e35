"""What paper and pencil say of effort: what a level is worth, from which margin it pays, and for how many."""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

from simulations.relationships.terms import HIGHEST, Terms

Numbers = NDArray[np.float64]

HALVINGS: Final = 90
"""So often the price of an hour is halved in; more would not change a digit."""
STEEPEST: Final = 1e12
"""A price of an hour at which nobody is given any."""


def hours(terms: Terms) -> Numbers:
    """Hours a year that one customer takes at each level."""
    return np.array([0.0, 0.25, 1.0, 4.0, terms.partner_hours])


def retention(terms: Terms) -> Numbers:
    """The share of customers who are still there a year later, at each level."""
    return np.asarray(terms.retention + terms.rise * np.arange(HIGHEST + 1))


def growth(terms: Terms) -> Numbers:
    """By how much each level multiplies the margin; the whole growth is that of a partner."""
    return np.asarray(1 + terms.growth * np.array([0, 1 / 15, 1 / 6, 0.4, 1]))


def multiple(terms: Terms) -> Numbers:
    """What one a year is worth today as long as the customer stays, the first at once."""
    return np.asarray((1 + terms.discount) / (1 + terms.discount - retention(terms)))


def worth(terms: Terms) -> Numbers:
    """Present value of a customer at each level, in yearly margins at the basic level."""
    return growth(terms) * multiple(terms)


def effort(terms: Terms, *, is_fixed: bool | None = None) -> Numbers:
    """What a level takes: hours a year of a fixed staff, or hired hours over the customer's whole stay."""
    fixed = terms.is_fixed if is_fixed is None else is_fixed
    return hours(terms) if fixed else hours(terms) * multiple(terms)


def pays_from(value: Numbers, cost: Numbers) -> Numbers:
    """For each level above the basic: from what margin it or a higher one pays, at a price of one.

    The upper envelope of the lines margin × value − cost. A level that never is the best shares the
    margin of the next one that is; levels that never pay have an infinite one.
    """
    found, level = np.full(len(value) - 1, np.inf), 0
    while (ahead := [k for k in range(level + 1, len(value)) if value[k] > value[level]]) != []:
        slope, best = min(((cost[k] - cost[level]) / (value[k] - value[level]), -k) for k in ahead)
        found[level:-best] = slope
        level = -best
    return found


def pays_at(terms: Terms, *, is_fixed: bool | None = None) -> Numbers:
    """The margins from which each level above the basic pays if an hour costs one."""
    return pays_from(worth(terms), effort(terms, is_fixed=is_fixed))


def cutoffs(ratio: Numbers, price: float) -> Numbers:
    """The same margins if an hour has this price: they grow in proportion."""
    return np.where(np.isfinite(ratio), price * np.where(np.isfinite(ratio), ratio, 0), np.inf)


def share_from(terms: Terms, margins: Numbers) -> Numbers:
    """The share of customers with at least these margins: a lognormal tail."""
    return np.asarray(ndtr(_middle(terms) - _logarithm(margins) / terms.spread))


def margin_from(terms: Terms, margins: Numbers) -> Numbers:
    """What customers with at least these margins bring, per customer of the whole firm."""
    tail = ndtr(_middle(terms) + terms.spread - _logarithm(margins) / terms.spread)
    return np.asarray(terms.margin * tail)


def expected_hours(terms: Terms, cuts: Numbers) -> float:
    """Hours a year that all customers take on average with these cut-offs."""
    return float(terms.n * np.diff(hours(terms)) @ share_from(terms, cuts))


def expected_value(terms: Terms, cuts: Numbers) -> float:
    """Value of all customers on average with these cut-offs, less the wages where hours are hired."""
    value, cost = worth(terms), effort(terms)
    gained = float(value[0]) * terms.margin + float(np.diff(value) @ margin_from(terms, cuts))
    wages = 0.0 if terms.is_fixed else terms.wage * float(np.diff(cost) @ share_from(terms, cuts))
    return terms.n * (gained - wages)


def fitting_price(hours_at: Callable[[Numbers], float], ratio: Numbers, limit: float) -> float:
    """The least price of an hour at which no more hours are wanted than there are, by halving in.

    It is 0 where there are enough hours for everybody.
    """
    if hours_at(cutoffs(ratio, 0.0)) <= limit:
        return 0.0
    pays = np.isfinite(ratio)
    finite = np.where(pays, ratio, 0)
    low, high = 0.0, STEEPEST
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        is_low = hours_at(np.where(pays, middle * finite, np.inf)) > limit
        low, high = (middle, high) if is_low else (low, middle)
    return high


def expected_price(terms: Terms, *, is_fixed: bool | None = None) -> float:
    """The fitting price for customers without the luck of the draw."""
    ratio, more = pays_at(terms, is_fixed=is_fixed), terms.n * np.diff(hours(terms))
    return fitting_price(lambda cuts: float(more @ share_from(terms, cuts)), ratio, terms.hours)


def best_cutoffs(terms: Terms) -> Numbers:
    """The margins from which the best plan gives each level, without the luck of the draw."""
    return cutoffs(pays_at(terms), expected_price(terms) if terms.is_fixed else terms.wage)


def _middle(terms: Terms) -> float:
    """The mean of the logarithm of the margin, in spreads."""
    return float(np.log(terms.margin)) / terms.spread - terms.spread / 2


def _logarithm(margins: Numbers) -> Numbers:
    with np.errstate(divide="ignore"):  # a cut-off of 0 is below everybody
        return np.log(margins)
