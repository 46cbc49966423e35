"""Churn: customers join a growing firm and leave it, and the firm reads its register in several ways."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

import numpy as np
from numpy.typing import ArrayLike

from courseware.table import Table, make_table
from simulations.churn import closed_forms as forms
from simulations.churn.closed_forms import Numbers
from simulations.churn.register import register, told
from simulations.churn.terms import Terms
from simulations.measures import LazyMeasures

YEAR = 12
"""Months over which a reported rate is averaged."""


@dataclass(frozen=True, kw_only=True)
class Churn(Terms):
    """A firm whose customers leave by the calendar of their contracts, whatever the firm reports."""

    def run(self) -> Table:
        """One row a month: who joins, who is there, who leaves, and the rate that is reported."""
        base, leavers = register(self).base_and_leavers(self.periods)
        joined = register(self).cells.sum(axis=1)[: self.periods]
        expected = forms.base_and_leavers(self, self.periods)
        return make_table(
            {
                "month": range(self.periods),
                "joined": np.concatenate([joined, np.zeros(self.periods - len(joined), dtype=np.int64)]),
                "base": base,
                "leavers": leavers,
                "churn": rate(leavers, base),
                "churn_expected": rate(expected[1], expected[0]),
            }
        )

    def measures(self) -> Mapping[str, float]:
        """The rate reported before and after the adverts stop, and how long customers stay."""
        return LazyMeasures(
            {REPORTED: partial(_reported, self), LIFE: partial(_life, self), READ: partial(_read_off, self)}
        )


REPORTED = ("churn_growing", "churn_growing_expected", "churn_after", "churn_after_expected")
LIFE = ("mean_stay", "churn_of_newcomer")
READ = (
    "known",
    "gone",
    "stay_of_leavers",
    "stay_by_exposure",
    "left_expected",
    "left_by_curve",
    "left_of_leavers",
    "median_by_curve",
)
"""The measures: the monthly reports, the whole life of a newcomer, and what the register shows today."""


def rate(leavers: ArrayLike, base: ArrayLike) -> Numbers:
    """Leavers of a month divided by who was there at its start; nan where nobody was."""
    left, there = np.asarray(leavers, dtype=np.float64), np.asarray(base, dtype=np.float64)
    return np.asarray(np.divide(left, there, out=np.full(len(left), np.nan), where=there > 0))


@lru_cache(maxsize=64)
def _reported(terms: Churn) -> Mapping[str, float]:
    months = terms.stop + YEAR
    counted, expected = register(terms).base_and_leavers(months), forms.base_and_leavers(terms, months)
    return {
        "churn_growing": _mean(rate(counted[1], counted[0])[-2 * YEAR : -YEAR]),
        "churn_growing_expected": _mean(rate(expected[1], expected[0])[-2 * YEAR : -YEAR]),
        "churn_after": _mean(rate(counted[1], counted[0])[-YEAR:]),
        "churn_after_expected": _mean(rate(expected[1], expected[0])[-YEAR:]),
    }


def _life(terms: Churn) -> dict[str, float]:
    stay = forms.mean_stay(terms)
    return {"mean_stay": stay if np.isfinite(stay) else float("nan"), "churn_of_newcomer": 1 / stay}


def _mean(rates: Numbers) -> float:
    known = rates[np.isfinite(rates)]
    return float(known.mean()) if len(known) else float("nan")


def _read_off(terms: Churn) -> dict[str, float]:
    seen = told(terms)
    return {
        "known": float(seen.known),
        "gone": float(seen.gone),
        "stay_of_leavers": seen.mean_of_leavers,
        "stay_by_exposure": seen.by_exposure,
        "left_expected": float(forms.survival(terms, terms.after)[-1]),
        "left_by_curve": seen.curve.after(terms.after) if seen.known else float("nan"),
        "left_of_leavers": seen.leavers.after(terms.after) if seen.gone else float("nan"),
        "median_by_curve": seen.curve.median,
    }


MODEL = Churn
