"""The account of a run: how many customers left at the end of which year, and of what kind they were."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Any, Final

import numpy as np
from scipy.special import betaincinv

from courseware.chance import stream, uniforms
from simulations.chunks import CHUNK, WORKERS, Counts, tally
from simulations.parameter import parameters
from simulations.retention.closed_forms import Numbers
from simulations.retention.terms import LONGEST, Terms

LIFETIME, KIND = 0, 1
"""Columns of each customer's uniforms."""

FOR_EVER: Final = 10**9
"""More years than anybody stays whose mean stay exists."""

KINDS: Final = (0.6, 0.9)
"""The chances to stay that part the fickle from the steady, and these from the loyal."""

STAY: Final = ("n", "seed", "retention", "customers", "variety")
MONEY: Final[Mapping[str, Any]] = {p.name: p.default for p in parameters(Terms) if p.name not in STAY}
"""What changes nobody's stay: runs that differ in these alone share one account."""


@dataclass(frozen=True)
class Account:
    """How many customers of each kind (a row) left at the end of each year from 0 (a column).

    Who stays for LONGEST years or more stands in that year; the last column adds up their years beyond it.
    """

    cells: Counts

    @property
    def lifetimes(self) -> Counts:
        """How many stayed for exactly so many years; the last for so many or more."""
        return np.asarray(self.cells[:, :-1].sum(axis=0))

    @property
    def years(self) -> int:
        """The years of all customers together, however long they stayed."""
        return int(self.lifetimes @ np.arange(LONGEST + 1)) + self.beyond

    @property
    def beyond(self) -> int:
        """The years that customers stayed beyond the longest that is counted year by year."""
        return int(self.cells[:, -1].sum())

    def survivors(self, years: int) -> Counts:
        """How many of each kind are there at the start of each year from the first, shape (3, years)."""
        later = np.cumsum(self.cells[:, -2::-1], axis=1)[:, ::-1]
        return np.asarray(later[:, 1 : years + 1])


def own_chance_to_leave(terms: Terms, luck: Numbers) -> Numbers:
    """Each customer's own chance to leave at the end of a year, which never changes."""
    if terms.customers == "alike":
        return np.full(len(luck), 1 - terms.retention)
    return np.asarray(betaincinv(terms.mixture.alpha, terms.mixture.beta, luck))


def lifetimes(terms: Terms, start: int, stop: int) -> tuple[Counts, Numbers]:
    """The years that each customer stays, at least one, and each customer's own chance to leave."""
    luck = uniforms(terms.seed, stream(terms.number, 0, 0), start, stop)
    leaving = own_chance_to_leave(terms, luck[:, KIND])
    with np.errstate(divide="ignore", invalid="ignore"):
        years = np.ceil(np.log1p(-luck[:, LIFETIME]) / np.log1p(-leaving))
    return np.fmin(np.fmax(years, 1), FOR_EVER).astype(np.int64), leaving


def account(terms: Terms) -> Account:
    """The account of all customers; money and the years shown change nobody's stay."""
    return _account(replace(terms, **MONEY))


@lru_cache(maxsize=64)
def _account(terms: Terms) -> Account:
    return Account(simulate(terms))


def simulate(
    terms: Terms, start: int = 0, stop: int | None = None, *, chunk: int = CHUNK, workers: int = WORKERS
) -> Counts:
    """The cells for the customers from `start` up to `stop`; those of two groups add."""
    end = terms.n if stop is None else stop
    return tally(partial(_count, terms), start, end, chunk=chunk, workers=workers)


def _count(terms: Terms, start: int, stop: int) -> Counts:
    years, leaving = lifetimes(terms, start, stop)
    kind = np.searchsorted(KINDS, 1 - leaving, side="right")
    size = LONGEST + 1
    counted = np.bincount(kind * size + np.minimum(years, LONGEST), minlength=3 * size).reshape(3, size)
    beyond = np.zeros((3, 1), dtype=np.int64)
    np.add.at(beyond[:, 0], kind, np.maximum(years - LONGEST, 0))
    return np.hstack([counted, beyond])
