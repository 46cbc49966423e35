"""The register of a run: how many joined in which month and how many months they stayed."""

from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Any, Final

import numpy as np

from courseware.chance import stream, uniforms
from simulations.chunks import CHUNK, WORKERS, Counts, tally
from simulations.churn.closed_forms import Numbers, newcomers, survival
from simulations.churn.terms import Terms
from simulations.kaplan_meier import Survival, kaplan_meier
from simulations.parameter import parameters

LIFETIME, START = 0, 1
"""Columns of each customer's uniforms."""
LONGEST: Final = 160
"""Months up to which a stay is told exactly; nobody is looked at for longer."""

LIVES: Final = ("n", "seed", "monthly", "at_renewal", "term", "growth", "stop")
LOOKS: Final[dict[str, Any]] = {p.name: p.default for p in parameters(Terms) if p.name not in LIVES}
"""What changes nobody's stay: runs that differ in these alone share one register."""


def starts_and_stays(terms: Terms, start: int, stop: int) -> tuple[Counts, Counts]:
    """The month in which each customer joins, and the months that each stays, at most LONGEST + 1."""
    luck = uniforms(terms.seed, stream(terms.number, 0, 0), start, stop)
    joined = np.cumsum(newcomers(terms, terms.stop))
    begins = np.searchsorted(joined / joined[-1], luck[:, START], side="right")
    left_after = survival(terms, LONGEST)[1:]
    stays = np.searchsorted(-left_after, luck[:, LIFETIME] - 1, side="left") + 1
    return np.minimum(begins, terms.stop - 1).astype(np.int64), stays.astype(np.int64)


@dataclass(frozen=True)
class Register:
    """How many customers joined in each month (a row) and stayed for so many months (a column)."""

    cells: Counts

    def base_and_leavers(self, months: int) -> tuple[Counts, Counts]:
        """Who is there at the start of each month from month 0, and who leaves in it."""
        base, leavers = np.zeros(months, dtype=np.int64), np.zeros(months, dtype=np.int64)
        still_there = np.cumsum(self.cells[:, ::-1], axis=1)[:, ::-1]
        for joined in range(min(months, len(self.cells))):
            watched = slice(1, months - joined)
            base[joined + 1 :] += still_there[joined, watched]
            leavers[joined + 1 :] += self.cells[joined, watched]
        return base, leavers

    def seen(self, today: int) -> tuple[Counts, Counts, Counts]:
        """What the register shows today: months watched, whether they then left, and how many people."""
        joined, stayed = np.indices(self.cells.shape)
        watched = np.minimum(stayed, today - joined)
        known = (today > joined) & (self.cells > 0)
        has_left = np.asarray(stayed <= today - joined, dtype=np.int64)
        return watched[known], has_left[known], self.cells[known]


def register(terms: Terms) -> Register:
    """The register of all customers; when and how one looks at it changes nobody's stay."""
    return _register(replace(terms, **LOOKS))


@lru_cache(maxsize=64)
def _register(terms: Terms) -> Register:
    return Register(simulate(terms))


def simulate(
    terms: Terms, start: int = 0, stop: int | None = None, *, chunk: int = CHUNK, workers: int = WORKERS
) -> Counts:
    """The cells for the customers from `start` up to `stop`; those of two groups add."""
    end = terms.n if stop is None else stop
    return tally(partial(_count, terms), start, end, chunk=chunk, workers=workers)


def _count(terms: Terms, start: int, stop: int) -> Counts:
    begins, stays = starts_and_stays(terms, start, stop)
    size = LONGEST + 2
    return np.bincount(begins * size + stays, minlength=terms.stop * size).reshape(terms.stop, size)


@dataclass(frozen=True)
class Told:
    """What three readers of one register say of how long customers stay."""

    known: int
    """Customers who have joined so far."""
    gone: int
    """Those of them who have left."""
    mean_of_leavers: float
    """Months that the leavers stayed; nan if nobody left."""
    by_exposure: float
    """All months of membership so far for each who left; nan if nobody left."""
    curve: Survival
    """The estimate of Kaplan and Meier."""
    leavers: Survival
    """The share of leavers who stayed longer: what is told if those who are still there are dropped."""


@lru_cache(maxsize=64)
def told(terms: Terms) -> Told:
    """What the register shows today."""
    watched, left, people = register(terms).seen(terms.today)
    gone = int(people @ left)
    return Told(
        known=int(people.sum()),
        gone=gone,
        mean_of_leavers=_ratio(int((watched * left) @ people), gone),
        by_exposure=_ratio(int(watched @ people), gone),
        curve=kaplan_meier(watched.tolist(), left.tolist(), people),
        leavers=kaplan_meier(watched[left > 0].tolist(), left[left > 0].tolist(), people[left > 0]),
    )


def shares(curve: Survival, seen: int, months: int) -> Numbers:
    """The share left after 0, 1, … months by a curve; nan after those for which anybody was seen."""
    return np.array([curve.after(month) if month <= seen else np.nan for month in range(months + 1)])


def _ratio(above: float, below: float) -> float:
    return above / below if below else float("nan")
