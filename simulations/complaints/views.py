"""The tables behind the charts: who speaks, what was found and what would be, levers, trials."""

from typing import Final

import numpy as np

from courseware.table import Table, make_table
from simulations.complaints import closed_forms as forms
from simulations.complaints import trial
from simulations.complaints.closed_forms import Numbers
from simulations.complaints.model import POINTS, if_everybody_expected, share
from simulations.complaints.people import EDGES, account, by_attachment
from simulations.complaints.terms import Terms, only
from simulations.tarp import PATHS

SHARES: Final = np.arange(0, 51) / 50
"""The shares of customers complaining that are compared."""
LEVERS: Final = ("complain", "fast", "fix")
TRIED: Final = (
    "seed", "basis", "attachment_on_complaint", "attachment_on_staying", "readiness", "fix_rate",
    "fast_rate", "button", "before", "taken", "back_unresolved", "back_resolved", "back_at_once",
)  # fmt: skip
"""What further trials depend on."""


def who_table(terms: Terms) -> Table:
    """One row a step of attachment: the share of all customers that is there, silent or complaining."""
    seen = by_attachment(terms) / terms.n
    return make_table(
        {
            "attachment": (EDGES[1:] + EDGES[:-1]) / 2,
            "silent": seen[:, 0],
            "complains": seen[:, 1],
            "complains_expected": forms.complaining_by_attachment(terms, EDGES),
        }
    )


def paths_table(terms: Terms) -> Table:
    """One row a path, without a button: who stays of those who took it, and if everybody took it."""
    counted = account(terms)
    return make_table(
        {
            "path": PATHS,
            "people": counted.unasked[:, 0],
            "stay_of_those": share(counted.unasked),
            "stay_of_those_expected": forms.stay_of_those_who_took(terms, terms.readiness),
            "if_everybody": share(counted.everybody),
            "if_everybody_expected": if_everybody_expected(terms),
        }
    )


def speaking_table(terms: Terms) -> Table:
    """For each share that complains: who stays, and who would if complainers were no more attached."""
    return make_table(
        {
            "complaining": SHARES,
            "stay_expected": [_stay(terms, one) for one in SHARES.tolist()],
            "stay_if_alike": [_stay(forms.if_alike(terms), one) for one in SHARES.tolist()],
        }
    )


def _stay(terms: Terms, complaining: float) -> float:
    return forms.stay(terms, forms.readiness_for(terms, complaining))


def levers_table(terms: Terms) -> Table:
    """One row a lever, pulled to its end: by how many points more stay, and if all were alike."""
    alike = forms.if_alike(terms)
    return make_table({"lever": LEVERS, "gain": _gains(terms), "gain_if_alike": _gains(alike)})


def _gains(terms: Terms) -> Numbers:
    gains = (forms.gain_if_all_complain, forms.gain_if_all_at_once, forms.gain_if_all_fixed)
    return POINTS * np.array([gain(terms) for gain in gains])


def trial_table(terms: Terms) -> Table:
    """One row a size: what twenty such trials find per further complaint, in points; nan without any."""
    found = [POINTS * row[np.isfinite(row)] for row in trial.repeated(only(terms, *TRIED))]
    spread = [np.quantile(row, (0, 0.5, 1)) if len(row) else np.full(3, np.nan) for row in found]
    lowest, middle, highest = np.transpose(spread)
    return make_table({"size": trial.SIZES, "lowest": lowest, "middle": middle, "highest": highest})
