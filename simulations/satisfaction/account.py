"""The account of a run: counts and sums that come out the same however the customers are split."""

from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Final

import numpy as np

from simulations.chunks import CHUNK, WORKERS, Counts, tally
from simulations.satisfaction.moments import Flags, Moment, Numbers, each_moment
from simulations.satisfaction.offer import Offer

GRAIN: Final = 2.0**20
"""Sums count in millionths of a point: whole numbers add up the same in any order."""

COUNTS: Final = ("buyers", "staying", "happy", "unhappy", "satisfied", "told_well", "told_badly")
SUMS: Final = ("value", "expectation", "gap", "gap_of_buyers")
COLUMNS: Final = COUNTS + SUMS


@dataclass(frozen=True)
class Account:
    """What happened to some customers: one row a period, one int64 column each of COLUMNS."""

    cells: Counts

    def counts(self, column: str) -> Counts:
        """A count of every period."""
        return self.cells[:, COLUMNS.index(column)]

    def means(self, column: str) -> Numbers:
        """A mean of every period, over those who tried or, for `_of_buyers`, who buy; nan if nobody."""
        people = self.counts("buyers") if column.endswith("_of_buyers") else self.counts("buyers")[:1]
        with np.errstate(invalid="ignore"):
            return np.asarray(self.counts(column) / GRAIN / people)

    def first_share(self, column: str) -> float:
        """A count as a share of those who bought for the first time; nan if nobody did."""
        first = int(self.counts("buyers")[0])
        return int(self.counts(column)[0]) / first if first else float("nan")

    def merge(self, other: "Account") -> "Account":
        """The account of both groups of customers together."""
        return Account(self.cells + other.cells)


@lru_cache(maxsize=64)
def account(model: Offer) -> Account:
    """The account of all customers of a model, kept for the models asked for last."""
    return simulate(model)


def simulate(
    model: Offer, start: int = 0, stop: int | None = None, *, chunk: int = CHUNK, workers: int = WORKERS
) -> Account:
    """The account of the customers from `start` up to `stop`, the same for any chunk and workers."""
    stop = model.n if stop is None else stop
    return Account(tally(partial(_rows, model), start, stop, chunk=chunk, workers=workers))


def _rows(model: Offer, start: int, stop: int) -> Counts:
    rows = [_counts(model, moment) + _sums(moment) for moment in each_moment(model, start, stop)]
    return np.array(rows, dtype=np.int64)


def _counts(model: Offer, moment: Moment) -> list[int]:
    happy = moment.buys & (moment.gap > model.threshold)
    unhappy = moment.buys & (moment.gap < -model.threshold)
    flags = (moment.buys, moment.stays, happy, unhappy, moment.buys & (moment.gap >= 0))
    well = told(2, 2, moment.tell[happy])
    badly = told(8, 3, moment.tell[unhappy])
    return [*(int(np.count_nonzero(flag)) for flag in flags), well, badly]


def told(fewest: int, values: int, luck: Numbers) -> int:
    """How many people hear of it when each teller takes one of `values` numbers from `fewest` on."""
    return fewest * len(luck) + int(np.floor(luck * values).sum())


def _sums(moment: Moment) -> list[int]:
    return [
        _sum(moment.value),
        _sum(moment.expectation),
        _sum(moment.gap),
        _sum(moment.gap, moment.buys),
    ]


def _sum(numbers: Numbers, of: Flags | bool = True) -> int:
    return int(np.rint(numbers * GRAIN).sum(where=of))
