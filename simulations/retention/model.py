"""Retention: customers stay from year to year or leave, and each year that they stay brings a profit."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from courseware.table import Table, make_table
from simulations.retention import closed_forms as forms
from simulations.retention.account import Account, account
from simulations.retention.terms import LONGEST, Terms, all_years, income

POINTS = 0.05
"""The five points of retention that the well-known claim is about."""

HIGHEST = 1 - 1e-12
"""The largest retention there is."""


@dataclass(frozen=True, kw_only=True)
class Retention(Terms):
    """Customers won together, and what comes of them."""

    def run(self) -> Table:
        """One row a year: who is there at its start, who stays on, and the closed form beside it."""
        survivors = account(self).survivors(self.periods + 1).sum(axis=0)
        expected = self.survival(self.periods + 1)
        with np.errstate(invalid="ignore"):
            staying = survivors[1:] / survivors[:-1]
        return make_table(
            {
                "year": range(1, self.periods + 1),
                "survivors": survivors[:-1],
                "share": survivors[:-1] / self.n,
                "share_expected": expected[:-1],
                "staying": staying,
                "staying_expected": expected[1:] / expected[:-1],
                "profit": forms.profits_until(self.periods, self.profits),
            }
        )

    def measures(self) -> Mapping[str, float]:
        """How long customers stay and what they are worth; nan where there is nothing to compare."""
        return {**_of_stay(self, account(self)), **_of_money(self, account(self))}


def income_expected(terms: Terms, *, more: float = 0) -> float:
    """What a customer already won is worth by formula, with `more` retention; nan beyond all of it.

    It is nan, too, where the worth has no end.
    """
    if terms.retention + more > HIGHEST:
        return float("nan")
    return _finite(income(terms, terms.retention + more))


def _finite(number: float) -> float:
    """The number; nan where it has no end."""
    return number if np.isfinite(number) else float("nan")


def uplift(before: float, after: float) -> float:
    """The gain as a share of what was there; nan where that was nothing."""
    return after / before - 1 if before > 0 else float("nan")


def payback_year(cumulative: forms.Numbers) -> float:
    """The first year in which the money is back; nan if it never is."""
    back = np.flatnonzero(cumulative >= -1e-9)
    return float(back[0] + 1) if len(back) else float("nan")


def cumulative_value(terms: Terms, survivors: forms.Numbers) -> forms.Numbers:
    """Present value per customer won, summed from the first year on, less what winning one cost."""
    years = len(survivors)
    value = (
        survivors * forms.profits_until(years, terms.profits) * forms.discount_factors(years, terms.discount)
    )
    return np.asarray(np.cumsum(value) - terms.acquisition)


def _of_stay(terms: Retention, ledger: Account) -> dict[str, float]:
    lifetimes = ledger.lifetimes
    survivors = ledger.survivors(7).sum(axis=0)
    tenure = _finite(all_years(terms.retention, terms.spread))
    return {
        "mean_tenure": ledger.years / terms.n if np.isfinite(tenure) else float("nan"),
        "tenure_expected": tenure,
        "half_left": float(np.searchsorted(np.cumsum(lifetimes), terms.n / 2)),
        "stay_first": float(survivors[1] / survivors[0]),
        "stay_fifth": float(survivors[5] / survivors[4]) if survivors[4] else float("nan"),
        "share_after_5": float(survivors[5]) / terms.n,
        "base_at_rest": terms.n * tenure,
    }


def _of_money(terms: Retention, ledger: Account) -> dict[str, float]:
    cumulative = cumulative_value(terms, ledger.survivors(LONGEST).sum(axis=0) / terms.n)
    npv, expected = _worth(terms, ledger, cumulative), income_expected(terms)
    return {
        "npv": npv,
        "npv_expected": expected - terms.acquisition,
        "customer_equity": npv * terms.n,
        "payback_year": payback_year(cumulative),
        "multiple": forms.multiple(terms.retention, terms.discount),
        "uplift_of_5_points": uplift(expected, income_expected(terms, more=POINTS)),
        "uplift_level": _level_uplift(terms),
        "uplift_of_5_percent": uplift(expected, income_expected(terms, more=POINTS * terms.retention)),
    }


def _worth(terms: Retention, ledger: Account, cumulative: forms.Numbers) -> float:
    """Present value per customer of all years.

    Discounted, the years beyond the longest are worth next to nothing; undiscounted as much as any other.
    """
    if 1 + terms.discount > 1:
        return float(cumulative[-1])
    if np.isnan(income_expected(terms)):
        return float("nan")
    return float(cumulative[-1]) + terms.profits[-1] * ledger.beyond / terms.n


def _level_uplift(terms: Terms) -> float:
    if terms.retention + POINTS > HIGHEST:
        return float("nan")
    return forms.uplift_flat(terms.retention, terms.discount, POINTS)


MODEL = Retention
