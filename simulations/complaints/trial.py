"""The trial: a button for a half drawn by lot, and what each further complaint it brings is worth."""

from functools import lru_cache
from typing import Final

import numpy as np

from simulations.chunks import Counts
from simulations.complaints.closed_forms import Numbers, readiness_with_button
from simulations.complaints.people import TRIAL, Account, Flags, Population, population
from simulations.complaints.terms import Terms

SIZES: Final = (500, 2000, 8000)
"""The trials that are compared."""
TURNS: Final = 20
"""So many trials of each size, each with customers of its own, show how chance moves them."""


def naive(counted: Account) -> float:
    """By how much more of those who complain unasked stay than of the silent; nan without either."""
    silent, complained = counted.unasked[0], counted.unasked[1:].sum(axis=0)
    return _share(complained) - _share(silent)


def per_complaint(counted: Account) -> float:
    """The rise in staying per further complaint between the halves; the lot is the instrument."""
    without, asked = counted.worlds[0, 0], counted.worlds[1, 1]
    more = _complaining(asked) - _complaining(without)
    rise = _share(asked.sum(axis=0)) - _share(without.sum(axis=0))
    return rise / more if more else float("nan")


@lru_cache(maxsize=32)
def repeated(terms: Terms) -> Numbers:
    """What further trials find per complaint: one row a size, one column a trial."""
    groups = [population(terms, 0, SIZES[-1], TRIAL + turn) for turn in range(TURNS)]
    return np.array([_found(terms, group) for group in groups]).T


def _found(terms: Terms, people: Population) -> list[float]:
    """What a trial finds with the first customers of this group, for each size."""
    seen = people.sees_button
    asked, unasked = (
        people.path(terms, readiness) for readiness in (readiness_with_button(terms), terms.readiness)
    )
    path = np.where(seen, asked, unasked)
    complains, stays = path > 0, people.stays_on(terms, path)
    return [_wald(seen[:size], complains[:size], stays[:size]) for size in SIZES]


def _wald(seen: Flags, complains: Flags, stays: Flags) -> float:
    more, rise = (found[seen].mean() - found[~seen].mean() for found in (complains, stays))
    return float(rise / more) if more else float("nan")


def _complaining(cells: Counts) -> float:
    people = cells[:, 0]
    return float(people[1:].sum() / people.sum()) if people.any() else float("nan")


def _share(row: Counts) -> float:
    people, stayed = row.tolist()
    return stayed / people if people else float("nan")
