"""The customers: a yearly margin each, few of them large and many small, in order of their size."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from courseware.chance import stream, uniforms
from simulations.relationships.closed_forms import Numbers
from simulations.relationships.terms import PEOPLE, Terms, only

Counts = NDArray[np.int64]

CENTS: Final = 100
"""Margins are whole cents, so that sums are the same in whatever order they are added."""
TINY: Final = 2.0**-54
"""Stands for a uniform of exactly 0, whose normal would be minus infinity."""


def cents(terms: Terms, start: int, stop: int) -> Counts:
    """The yearly margins at the basic level of the customers from `start` up to `stop`, in cents.

    Everybody brings at least one.
    """
    luck = uniforms(terms.seed, stream(terms.number, 0, 0), start, stop)[:, 0]
    size = np.exp(terms.spread * ndtri(np.maximum(luck, TINY)) - terms.spread**2 / 2)
    return np.asarray(np.maximum(np.rint(CENTS * terms.margin * size), 1), dtype=np.int64)


@dataclass(frozen=True)
class Customers:
    """All customers, the largest first; sums over the first few are looked up."""

    rank: Counts
    """The place of each customer, 0 for the largest margin."""
    margins: Numbers
    """Margins from the largest to the smallest."""
    sums: Counts
    """Cents of nobody, of the largest, of the two largest, …"""

    @classmethod
    def of(cls, found: Counts) -> "Customers":
        """The customers with these margins in cents."""
        order = np.argsort(-found, kind="stable")
        rank = np.empty(len(found), dtype=np.int64)
        rank[order] = np.arange(len(found))
        sums = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(found[order])])
        return cls(rank, found[order] / CENTS, sums)

    @cached_property
    def _rising(self) -> Numbers:
        return -self.margins

    def __len__(self) -> int:
        return len(self.margins)

    def reached(self, cuts: Numbers) -> Counts:
        """How many have at least these margins."""
        return np.asarray(np.searchsorted(self._rising, -cuts, side="right"), dtype=np.int64)

    def brought(self, counts: Counts) -> Numbers:
        """Yearly margin of so many of the largest."""
        return np.asarray(self.sums[counts] / CENTS)


def customers(terms: Terms) -> Customers:
    """The customers of a run, kept while only effort, hours and plan change."""
    return _customers(only(terms, *PEOPLE))


@lru_cache(maxsize=32)
def _customers(terms: Terms) -> Customers:
    return Customers.of(cents(terms, 0, terms.n))
