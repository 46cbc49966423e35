"""What paper and pencil say about retention: how long customers stay and what they bring in."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike, NDArray

Numbers = NDArray[np.float64]


def mean_tenure(retention: float) -> float:
    """Years that a customer stays on average, 1/(1−r); the first year counts. Without end where all stay.

    >>> round(mean_tenure(0.95))
    20
    """
    return _ratio(1, 1 - retention)


def base_at_rest(won: float, retention: float) -> float:
    """The number of customers at which those lost in a year are as many as those won, a/(1−r)."""
    return _ratio(won, 1 - retention) if won else 0.0


def multiple(retention: float, discount: float) -> float:
    """How many yearly margins a customer is worth after this year's, r/(1+i−r) (Gupta & Lehmann 2003)."""
    return _ratio(retention, 1 + discount - retention)


def elasticity(retention: float, discount: float) -> float:
    """By how many per cent that multiple rises if retention rises by one per cent, (1+i)/(1+i−r)."""
    return _ratio(1 + discount, 1 + discount - retention)


def uplift_flat(retention: float, discount: float, points: float = 0.05) -> float:
    """What `points` more retention add to a level stream of margins, as a share of it.

    (1+i−r)/(1+i−r−points) − 1; without end where the better firm keeps everybody and discounts nothing.
    """
    return _ratio(1 + discount - retention, 1 + discount - retention - points) - 1


def base_for_uplift(uplift: float, discount: float, points: float = 0.05) -> float:
    """The retention from which `points` more bring this uplift on a level stream of margins."""
    return 1 + discount - points * (1 + uplift) / uplift


def profit_in(year: int, profits: Sequence[float]) -> float:
    """The profit of a customer's year of tenure, counted from 1; the last one known is held."""
    return profits[min(year, len(profits)) - 1]


def profits_until(years: int, profits: Sequence[float]) -> Numbers:
    """The profit of each year of tenure up to `years`."""
    return np.array([profit_in(year, profits) for year in range(1, years + 1)])


def net_present_value(
    survival: ArrayLike, profits: Sequence[float], discount: float, acquisition: float
) -> float:
    """What a customer is worth to whom `survival` gives the chance to begin each year, the first at once."""
    staying = np.asarray(survival, dtype=np.float64)
    worth = discount_factors(len(staying), discount)
    return float((staying * worth) @ profits_until(len(staying), profits)) - acquisition


def tenure_value(retention: float, profits: Sequence[float], discount: float, acquisition: float) -> float:
    """The same for customers who all stay with one chance: a finite head and a geometric tail.

    Without end where customers never leave and nothing is discounted.
    """
    step = retention / (1 + discount)
    rises = [profits[0], *(later - earlier for earlier, later in pairwise(profits))]
    parts = (_ratio(rise * step**year, 1 - step) for year, rise in enumerate(rises) if rise)
    return sum(parts) - acquisition


def retained_value(contribution: float, cost: float, years: int, retention: float, discount: float) -> float:
    """Contributions at the start of each year, less the cost of keeping in mid-year (Berger & Nasr 1998)."""
    year = np.arange(years + 1)
    income = contribution * np.sum((retention / (1 + discount)) ** year)
    kept = retention ** (year[1:] - 1.0) / (1 + discount) ** (year[1:] - 0.5)
    return float(income - cost * np.sum(kept))


def discount_factors(years: int, discount: float) -> Numbers:
    """What one unit of money paid at the start of each year is worth at the start of the first."""
    return np.asarray((1 + discount) ** -np.arange(float(years)))


def _ratio(above: float, below: float) -> float:
    return above / below if below > 1e-12 else float("inf")
