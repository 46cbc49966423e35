"""The people on the list: what each did since the first order, and what each orders from the sale on."""

from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache, partial
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaincinv, gammaincinv

from courseware.chance import stream, uniforms
from simulations.chunks import CHUNK, WORKERS, Counts, tally
from simulations.customer_list.terms import Terms
from simulations.history import Histories, Numbers, Whole, histories
from simulations.parameter import parameters
from simulations.purchasing import fate, place, poisson

WIDTH: Final = 8
QUIET: Final = (13, 26, 52, 104)
"""Weeks since the last order at which those who came back are told apart."""
GROUPS: Final = len(QUIET) + 2
"""Those who came back, by how long ago that was, and last those who never did."""
MILLION: Final = 1_000_000
"""Orders to be expected are counted in millionths, so that sums are the same in any grouping."""

LIVES: Final = ("n", "seed", "age", "ahead", "r", "alpha", "a", "b")
LOOKS: Final[dict[str, Any]] = {p.name: p.default for p in parameters(Terms) if p.name not in LIVES}
"""What changes nobody's orders: lists that differ in these alone share their people."""


class Luck(IntEnum):
    """What each person's uniforms decide."""

    RATE = 0
    LEAVING = 1
    COUNT = 2
    FATE = 3
    LAST = 4
    LATER = 5


class Cell(IntEnum):
    """What is counted of each group."""

    NAMES = 0
    ALIVE = 1
    ORDERS = 2
    LATER = 3
    EXPECTED = 4


@dataclass(frozen=True, eq=False)
class People:
    """What the seller's books show of each person, and what nobody knows yet."""

    known: Histories
    alive: NDArray[np.bool_]
    later: Whole
    """Orders within the horizon of the buyer."""

    @property
    def group(self) -> Whole:
        """To which group each person belongs: by weeks since the last repeat order, or none."""
        quiet = np.searchsorted(QUIET, self.known.age - self.known.recency, side="left")
        return np.asarray(np.where(self.known.x > 0, quiet, GROUPS - 1), dtype=np.int64)


def people(terms: Terms, start: int, stop: int) -> People:
    """The people from `start` up to `stop`: who would order n times orders only until leaving."""
    luck, rate, leaves_after = _inclined(replace(terms, **LOOKS, n=1, age=0, ahead=13), start, stop)
    wished = poisson(rate * terms.age, luck[:, Luck.COUNT])
    x = np.minimum(leaves_after, wished)
    recency = terms.age * place(x, wished, luck[:, Luck.LAST])
    later = np.clip(leaves_after - wished, 0, poisson(rate * terms.ahead, luck[:, Luck.LATER]))
    known = histories(x, recency, np.full(len(x), terms.age), "weeks")
    return People(known, leaves_after > wished, later)


@lru_cache(maxsize=16)
def _inclined(terms: Terms, start: int, stop: int) -> tuple[Numbers, Numbers, Whole]:
    """Their luck, how often they order and when they leave, which no age of the list changes."""
    luck = uniforms(terms.seed, stream(terms.number, 0, 0), start, stop, WIDTH)
    rate = gammaincinv(terms.r, luck[:, Luck.RATE]) / terms.alpha
    return luck, rate, fate(betaincinv(terms.a, terms.b, luck[:, Luck.LEAVING]), luck[:, Luck.FATE])


def expected(terms: Terms, known: Histories) -> Numbers:
    """Orders to be expected of each person by their history; all are equally old, so x alone is looked up."""
    repeats, where = np.unique(known.x, return_inverse=True)
    living = terms.buying.of_the_living(repeats, float(terms.age), float(terms.ahead))
    return np.asarray(terms.buying.alive(known) * living[where])


def everybody(terms: Terms) -> Counts:
    """The counts of the whole list; what the buyer pays or earns changes nobody's orders."""
    return _kept(replace(terms, **LOOKS), terms.n)


def sampled(terms: Terms) -> Counts:
    """The counts of the sample that the seller shows: the first names of the list."""
    return _kept(replace(terms, **LOOKS), min(terms.sample, terms.n))


@lru_cache(maxsize=64)
def _kept(terms: Terms, stop: int) -> Counts:
    return simulate(terms, 0, stop)


def simulate(
    terms: Terms, start: int = 0, stop: int | None = None, *, chunk: int = CHUNK, workers: int = WORKERS
) -> Counts:
    """The counts of each group among the people from `start` up to `stop`; those of two parts add."""
    end = terms.n if stop is None else stop
    return tally(partial(_count, terms), start, end, chunk=chunk, workers=workers)


def _count(terms: Terms, start: int, stop: int) -> Counts:
    some = people(terms, start, stop)
    to_come = np.rint(MILLION * expected(terms, some.known)).astype(np.int64)
    cells = np.zeros((GROUPS, len(Cell)), dtype=np.int64)
    told = np.stack([np.ones_like(some.later), some.alive, some.known.x, some.later, to_come], axis=1)
    np.add.at(cells, some.group, told.astype(np.int64))
    return cells
