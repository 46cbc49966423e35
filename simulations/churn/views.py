"""The tables behind the charts: the reported rate, who stays read three ways, lines of the register."""

from typing import Final

import numpy as np

from courseware.table import Table, make_table
from simulations.churn import closed_forms as forms
from simulations.churn.model import rate
from simulations.churn.register import register, shares, starts_and_stays, told
from simulations.churn.terms import Terms

LINES: Final = 12
"""Lines of the register that are shown: few enough to be counted by hand."""
LOOKED_THROUGH: Final = 400
"""Customers among whom those lines are looked for."""


def rates_table(terms: Terms) -> Table:
    """One row a month: who is there, and the rate that is reported, counted and by formula."""
    base, leavers = register(terms).base_and_leavers(terms.periods)
    expected = forms.base_and_leavers(terms, terms.periods)
    return make_table(
        {
            "month": range(terms.periods),
            "base": base,
            "leavers": leavers,
            "churn": rate(leavers, base),
            "churn_expected": rate(expected[1], expected[0]),
        }
    )


def survival_table(terms: Terms) -> Table:
    """One row a month of membership: the share left by formula, by Kaplan and Meier, of the leavers.

    The last two end today: nobody has been a customer for longer than the register.
    """
    seen, months = told(terms), terms.periods
    return make_table(
        {
            "months": range(months + 1),
            "left_expected": forms.survival(terms, months),
            "left_by_curve": shares(seen.curve, terms.today, months),
            "left_of_leavers": shares(seen.leavers, terms.today, months),
        }
    )


def lines_table(terms: Terms) -> Table:
    """The first customers who have joined by today: when, how long they were seen, whether they left."""
    begins, stays = starts_and_stays(terms, 0, min(terms.n, LOOKED_THROUGH))
    known = np.flatnonzero(begins < terms.today)[:LINES]
    known = known[np.argsort(begins[known], kind="stable")]
    begin, stay = begins[known], stays[known]
    watched = np.minimum(stay, terms.today - begin)
    return make_table(
        {
            "customer": known + 1,
            "joined_in": begin,
            "seen_for": watched,
            "has_left": stay <= terms.today - begin,
        }
    )
