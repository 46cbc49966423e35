"""Complaints: who speaks up is more attached, so those who were helped stay for two reasons."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from math import inf

import numpy as np

from courseware.table import Table, make_table
from simulations.chunks import Counts
from simulations.complaints import closed_forms as forms
from simulations.complaints import trial
from simulations.complaints.closed_forms import Numbers
from simulations.complaints.people import account
from simulations.complaints.terms import Terms
from simulations.measures import LazyMeasures
from simulations.tarp import PATHS

POINTS = 100
"""Differences of shares are told in points."""


@dataclass(frozen=True, kw_only=True)
class Complaints(Terms):
    """Customers whom the firm has failed, who complain or not, and stay or not."""

    def run(self) -> Table:
        """One row a path: how many took it, who of them stayed, who would if everybody took it."""
        cells, expected = account(self).of(self.button_for), forms.paths_with_button(self)
        return make_table(
            {
                "path": PATHS,
                "people": cells[:, 0],
                "stayed": cells[:, 1],
                "people_expected": self.n * expected[:, 0],
                "stayed_expected": self.n * expected[:, 1],
                "if_everybody": share(account(self).everybody),
                "if_everybody_expected": if_everybody_expected(self),
            }
        )

    def measures(self) -> Mapping[str, float]:
        """Who complains and stays, what a table shows of it, and what an experiment finds."""
        return LazyMeasures(
            {
                FIRM: partial(_of_the_firm, self),
                TABLE: partial(_of_the_table, self),
                LEVERS: partial(_of_the_levers, self),
                TRIAL: partial(_of_the_trial, self),
            }
        )


FIRM = (
    "complaining",
    "complaining_expected",
    "stay",
    "stay_expected",
    "attachment_gap",
    "correlation",
)
TABLE = (
    "stay_silent",
    "stay_unresolved",
    "stay_resolved",
    "stay_at_once",
    "stay_never_failed",
    "stay_never_failed_expected",
    "all_at_once",
    "all_at_once_expected",
)
LEVERS = ("stay_if_all_complain", "gain_complain", "gain_fast", "gain_fix")
TRIAL = ("naive", "naive_expected", "per_complaint", "per_complaint_expected")
"""The measures: who complains and stays, what a table shows of it, three levers, and an experiment."""


def share(cells: Counts) -> Numbers:
    """The share that stayed in each row; nan where nobody was."""
    people, stayed = cells[:, 0].astype(np.float64), cells[:, 1]
    return np.asarray(np.divide(stayed, people, out=np.full(len(cells), np.nan), where=people > 0))


def if_everybody_expected(terms: Terms) -> list[float]:
    """The share that would stay if everybody took each path."""
    return [forms.stay_if_everybody(terms, level) for level in forms.levels(terms)]


def _of_the_firm(terms: Complaints) -> dict[str, float]:
    cells, expected = account(terms).of(terms.button_for), forms.paths_with_button(terms)
    return {
        "complaining": float(cells[1:, 0].sum() / terms.n),
        "complaining_expected": float(expected[1:, 0].sum()),
        "stay": float(cells[:, 1].sum() / terms.n),
        "stay_expected": float(expected[:, 1].sum()),
        "attachment_gap": forms.attachment_gap(terms),
        "correlation": forms.correlation(terms),
    }


def _of_the_table(terms: Terms) -> dict[str, float]:
    """Who stays of those to whom it happened, without a button, and if it happened to everybody."""
    counted = account(terms)
    silent, unresolved, resolved, at_once = share(counted.unasked).tolist()
    return {
        "stay_silent": silent,
        "stay_unresolved": unresolved,
        "stay_resolved": resolved,
        "stay_at_once": at_once,
        "stay_never_failed": float(share(counted.never_failed[None])[0]),
        "stay_never_failed_expected": forms.never_failed(terms),
        "all_at_once": float(share(counted.everybody)[-1]),
        "all_at_once_expected": if_everybody_expected(terms)[-1],
    }


def _of_the_levers(terms: Terms) -> dict[str, float]:
    return {
        "stay_if_all_complain": forms.stay(terms, inf),
        "gain_complain": POINTS * forms.gain_if_all_complain(terms),
        "gain_fast": POINTS * forms.gain_if_all_at_once(terms),
        "gain_fix": POINTS * forms.gain_if_all_fixed(terms),
    }


def _of_the_trial(terms: Terms) -> dict[str, float]:
    asked = forms.readiness_with_button(terms)
    return {
        "naive": POINTS * trial.naive(account(terms)),
        "naive_expected": POINTS * forms.naive(terms),
        "per_complaint": POINTS * trial.per_complaint(account(terms)),
        "per_complaint_expected": POINTS * forms.per_complaint(terms, asked),
    }


MODEL = Complaints
