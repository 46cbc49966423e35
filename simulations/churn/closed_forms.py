"""What paper and pencil say of leaving: who stays, for how long, and what a growing firm reports."""

import numpy as np
from numpy.typing import NDArray

from simulations.churn.terms import Terms

Numbers = NDArray[np.float64]


def hazards(terms: Terms, months: int) -> Numbers:
    """The chance to leave in each month of membership from the first, for those who are there."""
    ages = np.arange(1, months + 1)
    return np.where(ages % terms.term == 0, terms.at_renewal, terms.monthly)


def survival(terms: Terms, months: int) -> Numbers:
    """The share of newcomers left after 0, 1, … months: the product of all chances to stay."""
    return np.concatenate([[1.0], np.cumprod(1 - hazards(terms, months))])


def mean_stay(terms: Terms) -> float:
    """Months that a newcomer stays on average: the sum of the survival curve, contract by contract.

    Without end where nobody ever leaves.
    """
    first = survival(terms, terms.term)
    return float(first[:-1].sum() / (1 - first[-1])) if first[-1] < 1 else float("inf")


def newcomers(terms: Terms, months: int) -> Numbers:
    """How many join in each month from month 0, for one in the first; none once the adverts stop."""
    month = np.arange(months)
    return np.where(month < terms.stop, (1 + terms.growth) ** month, 0.0)


def base_and_leavers(terms: Terms, months: int) -> tuple[Numbers, Numbers]:
    """Who is there at the start of each month from month 0, and who leaves in it: newcomers times survival.

    Who joins in a month can leave from the next one on.
    """
    joined, left_after = newcomers(terms, months), survival(terms, months)
    base, leavers = np.zeros(months), np.zeros(months)
    base[1:] = np.convolve(joined, left_after)[: months - 1]
    leavers[1:] = np.convolve(joined, -np.diff(left_after))[: months - 1]
    return base, leavers
