"""The tables behind the charts: who is still there, what retention is worth, who is left, the cash flow."""

from typing import Final

import numpy as np

from courseware.table import Table, make_table
from simulations.retention import closed_forms as forms
from simulations.retention.account import account
from simulations.retention.model import POINTS, cumulative_value
from simulations.retention.terms import Terms, income

GRID: Final = np.arange(30, 100) / 100
"""The retentions that are compared."""
STEPS: Final = round(POINTS * 100)


def survival_table(terms: Terms) -> Table:
    """Who is there at the start of each year, counted and by the closed form."""
    survivors = account(terms).survivors(terms.periods).sum(axis=0)
    return make_table(
        {
            "year": range(1, terms.periods + 1),
            "survivors": survivors,
            "share": survivors / terms.n,
            "share_expected": terms.survival(terms.periods),
        }
    )


def worth_table(terms: Terms) -> Table:
    """For each retention: what a customer is worth, and what five points more add to one already won.

    Both are nan where the worth has no end.
    """
    worth = np.array([income(terms, retention) for retention in GRID.tolist()])
    worth[np.isinf(worth)] = np.nan
    before, after = worth[:-STEPS], worth[STEPS:]
    with np.errstate(divide="ignore", invalid="ignore"):
        gain = np.where(before > 0, after / before - 1, np.nan)
    level = [forms.uplift_flat(r, terms.discount, POINTS) for r in GRID[:-STEPS]]
    blank = np.full(STEPS, np.nan)
    return make_table(
        {
            "retention": GRID,
            "worth": worth - terms.acquisition,
            "uplift": np.concatenate([gain, blank]),
            "uplift_level": np.concatenate([level, blank]),
        }
    )


def sorting_table(terms: Terms) -> Table:
    """Each year: the share that stays on, and of which kind those are who are there."""
    kinds = account(terms).survivors(terms.periods + 1)
    there = kinds.sum(axis=0)
    expected = terms.survival(terms.periods + 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        shares, staying = kinds / there, there[1:] / there[:-1]
    return make_table(
        {
            "year": range(1, terms.periods + 1),
            "survivors": there[:-1],
            "staying": staying,
            "staying_expected": expected[1:] / expected[:-1],
            "fickle": shares[0, :-1],
            "steady": shares[1, :-1],
            "loyal": shares[2, :-1],
        }
    )


def cash_flow_table(terms: Terms) -> Table:
    """The discounted cash flow of a customer won: from the cost of winning to the last year shown."""
    share = account(terms).survivors(terms.periods).sum(axis=0) / terms.n
    profit = forms.profits_until(terms.periods, terms.profits)
    factor = forms.discount_factors(terms.periods, terms.discount)
    return make_table(
        {
            "year": range(terms.periods + 1),
            "share": [1.0, *share],
            "profit": [-terms.acquisition, *profit],
            "discount_factor": [1.0, *factor],
            "present_value": [-terms.acquisition, *(share * profit * factor)],
            "cumulative": [-terms.acquisition, *cumulative_value(terms, share)],
        }
    )
