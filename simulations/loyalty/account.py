"""The account of a run: who went from which quadrant to which, the same however customers are split."""

from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Final

import numpy as np

from simulations.chunks import CHUNK, WORKERS, Counts, tally
from simulations.loyalty.firm import Firm
from simulations.loyalty.moments import QUADRANTS, Moment, Numbers, each_moment

GRAIN: Final = 2.0**20
"""Sums count in millionths: whole numbers add up the same in any order."""
SIZE: Final = len(QUADRANTS)


@dataclass(frozen=True)
class Account:
    """One int64 row a month from month 0: flows from month 0, flows from the eve, two sums.

    A flow is 4 × 4 counts, from a quadrant (row) to a quadrant (column); the eve is the last month
    before the barrier falls.
    """

    cells: Counts

    def flows(self, period: int = -1) -> Counts:
        """Counts (4, 4) from the quadrants of month 0 to those of a month."""
        return np.asarray(self.cells[period, : SIZE**2].reshape(SIZE, SIZE))

    def flows_from_eve(self, period: int = -1) -> Counts:
        """Counts (4, 4) from the quadrants of the eve to those of a month after it."""
        return np.asarray(self.cells[period, SIZE**2 : 2 * SIZE**2].reshape(SIZE, SIZE))

    @property
    def counts(self) -> Counts:
        """How many customers are in each quadrant (column) in each month (row)."""
        return np.asarray(self.cells[:, : SIZE**2].reshape(-1, SIZE, SIZE).sum(axis=1))

    @property
    def attitude(self) -> Numbers:
        """The mean attitude of each month."""
        return np.asarray(self.cells[:, -2] / GRAIN / self.counts[0].sum())

    @property
    def behaviour(self) -> Numbers:
        """The mean behaviour of each month."""
        return np.asarray(self.cells[:, -1] / GRAIN / self.counts[0].sum())

    def merge(self, other: "Account") -> "Account":
        """The account of both groups of customers together."""
        return Account(self.cells + other.cells)


@lru_cache(maxsize=64)
def account(model: Firm) -> Account:
    """The account of all customers of a model, kept for the models asked for last."""
    return simulate(model)


def simulate(
    model: Firm, start: int = 0, stop: int | None = None, *, chunk: int = CHUNK, workers: int = WORKERS
) -> Account:
    """The account of the customers from `start` up to `stop`, the same for any chunk and workers."""
    stop = model.n if stop is None else stop
    return Account(tally(partial(_rows, model), start, stop, chunk=chunk, workers=workers))


def _rows(model: Firm, start: int, stop: int) -> Counts:
    rows = []
    first = eve = np.zeros(stop - start, dtype=np.int64)
    for period, moment in enumerate(each_moment(model, start, stop)):
        now = moment.quadrant
        first = first if period else now
        eve = now if period == model.eve else eve
        since_eve = flows(eve, now) if period >= model.eve else np.zeros(SIZE**2, dtype=np.int64)
        rows.append([*flows(first, now), *since_eve, *_sums(moment)])
    return np.array(rows, dtype=np.int64)


def flows(before: Counts, after: Counts) -> Counts:
    """How many went from each quadrant to each, 16 counts row by row."""
    return np.bincount(SIZE * before + after, minlength=SIZE**2)


def _sums(moment: Moment) -> list[int]:
    return [int(np.rint(values * GRAIN).sum()) for values in (moment.attitude, moment.behaviour)]
