"""A customer list: people who ordered once long ago are sold by the name, and go on buying or have gone."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

import numpy as np

from courseware.table import Table, make_table
from simulations.chunks import Counts
from simulations.customer_list import closed_forms as forms
from simulations.customer_list.people import GROUPS, MILLION, QUIET, Cell, everybody, sampled
from simulations.customer_list.terms import Terms
from simulations.history import Numbers
from simulations.measures import LazyMeasures


@dataclass(frozen=True, kw_only=True)
class CustomerList(Terms):
    """A list on offer, and what its buyer gets for the price."""

    def run(self) -> Table:
        """One row a group of the list: names, their orders so far, and what they bring in the end."""
        return groups_table(self, everybody(self))

    def measures(self) -> Mapping[str, float]:
        """What a name is worth by formula, in this run and by the sample, and what the list earns."""
        return LazyMeasures({LIST: partial(_of_list, self), SAMPLE: partial(_of_sample, self)})


LIST = (
    "worth",
    "worth_expected",
    "worth_today",
    "share_of_today",
    "alive",
    "alive_expected",
    "pays_until",
    "profit",
    "profit_expected",
)
SAMPLE = ("worth_by_sample", "came_back", "recent", "recent_holds")
"""The measures of the whole list and of what the seller shows of it."""


@lru_cache(maxsize=64)
def _of_list(terms: CustomerList) -> Mapping[str, float]:
    cells, worth = everybody(terms), float(forms.worth(terms, terms.age))
    found = terms.per_order * float(cells[:, Cell.LATER].sum()) / terms.n
    today = float(forms.worth(terms, 0))
    return {
        "worth": found,
        "worth_expected": worth,
        "worth_today": today,
        "share_of_today": worth / today if today else float("nan"),
        "alive": float(cells[:, Cell.ALIVE].sum()) / terms.n,
        "alive_expected": float(forms.alive(terms, terms.age)),
        "pays_until": forms.pays_until(terms),
        "profit": terms.n * (found - terms.price),
        "profit_expected": terms.n * (worth - terms.price),
    }


def groups_table(terms: Terms, cells: Counts) -> Table:
    """One row a group: who came back up to 13, 26, 52, 104 weeks ago, who longer ago, who never."""
    names = cells[:, Cell.NAMES]
    return make_table(
        {
            "group": range(1, GROUPS + 1),
            "quiet_up_to": [*QUIET, float("nan"), float("nan")],
            "came_back": [1] * (GROUPS - 1) + [0],
            "names": names,
            "orders": cells[:, Cell.ORDERS],
            "worth_by_history": terms.per_order * each(cells[:, Cell.EXPECTED] / MILLION, names),
            "worth_found": terms.per_order * each(cells[:, Cell.LATER], names),
        }
    )


def each(total: Counts | Numbers, names: Counts) -> Numbers:
    """The total of each group by the head; nan where nobody is."""
    share = np.full(len(names), np.nan)
    return np.asarray(np.divide(total, names, out=share, where=names > 0))


@lru_cache(maxsize=64)
def _of_sample(terms: Terms) -> Mapping[str, float]:
    cells = sampled(terms)
    names, to_come = cells[:, Cell.NAMES], cells[:, Cell.EXPECTED]
    return {
        "worth_by_sample": terms.per_order * float(to_come.sum()) / MILLION / float(names.sum()),
        "came_back": 1 - float(names[-1]) / float(names.sum()),
        "recent": float(names[0]) / float(names.sum()),
        "recent_holds": float(to_come[0]) / max(float(to_come.sum()), 1.0),
    }


MODEL = CustomerList
