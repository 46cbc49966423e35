"""Word of mouth: adverts reach some, talk reaches more, and one unhappy customer outtalks several."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import ClassVar, Final

import numpy as np
from numpy.typing import NDArray

from courseware.chance import stream, uniforms
from courseware.table import Table, make_table
from simulations.chunks import CHUNK, WORKERS, Counts, tally
from simulations.model import Model
from simulations.parameter import between
from simulations.word_of_mouth.closed_forms import break_even, spread, talk_balance, time_to_reach

REACHED, FEELS, TELLS = 0, 1, 2
"""Columns of each customer's uniforms."""

COLUMNS: Final = ("reached", "happy", "unhappy", "told_well", "told_badly")


@dataclass(frozen=True, kw_only=True)
class WordOfMouth(Model):
    """A market in which customers tell others what they got.

    `p` and `q` are rates a year, as studies of diffusion report them, and a period is a year.
    """

    number: ClassVar[int] = 7

    happy: float = between(0, 1, default=0.6, step=0.01)
    unhappy: float = between(0, 1, default=0.15, step=0.01)
    well_tells: float = between(0, 10, default=2.5, step=0.5)
    badly_tells: float = between(0, 20, default=9.0, step=0.5)
    p: float = between(0, 0.2, default=0.03, step=0.005)
    q: float = between(0, 1, default=0.38, step=0.02)
    periods: int = between(1, 60, default=24, step=1)

    @property
    def happy_share(self) -> float:
        """The share that is happy: no more than the unhappy leave."""
        return min(self.happy, 1 - self.unhappy)

    @property
    def balance(self) -> float:
        """Whether the talk is good (1), bad (−1) or in between."""
        return talk_balance(self.happy_share, self.unhappy, self.well_tells, self.badly_tells)

    @property
    def pull(self) -> float:
        """How strongly talk draws people in; bad talk draws nobody."""
        return self.q * max(0.0, self.balance)

    def run(self) -> Table:
        """One row a period from 0: how far the product has spread and what has been said so far."""
        cells = account(self)
        times = np.arange(self.periods + 1)
        return make_table(
            {
                "period": times,
                **{name: cells[:, column] for column, name in enumerate(COLUMNS)},
                "share": cells[:, 0] / self.n,
                "share_expected": spread(self.p, self.pull, times),
                "share_all_happy": spread(self.p, self.q, times),
            }
        )

    def measures(self) -> Mapping[str, float]:
        """Who was reached, and what was said; nan where nothing can be compared."""
        reached, _, _, well, badly = account(self)[-1].tolist()
        return {
            "reached": reached / self.n,
            "told_well": float(well),
            "told_badly": float(badly),
            "net_messages": float(well - badly),
            "happy_per_unhappy": self.happy_share / self.unhappy if self.unhappy else math.nan,
            "break_even": break_even(self.well_tells, self.badly_tells),
            "talk_balance": self.balance,
            "years_to_half": time_to_reach(0.5, self.p, self.pull),
        }


@lru_cache(maxsize=64)
def account(model: WordOfMouth) -> Counts:
    """What all customers did by the end of each year: one row a year, a column of COLUMNS each."""
    return simulate(model)


def simulate(
    model: WordOfMouth, start: int = 0, stop: int | None = None, *, chunk: int = CHUNK, workers: int = WORKERS
) -> Counts:
    """The same for the customers from `start` up to `stop`; the accounts of two groups add."""
    end = model.n if stop is None else stop
    return tally(partial(_count, model), start, end, chunk=chunk, workers=workers)


def _count(model: WordOfMouth, start: int, stop: int) -> Counts:
    luck = uniforms(model.seed, stream(model.number, 0, 0), start, stop)
    due = spread(model.p, model.pull, np.arange(model.periods + 1))
    year = np.searchsorted(due, luck[:, REACHED], "right")
    unhappy = luck[:, FEELS] < model.unhappy
    happy = luck[:, FEELS] >= 1 - model.happy_share
    well = np.where(happy, told(model.well_tells, 2, luck[:, TELLS]), 0)
    badly = np.where(unhappy, told(model.badly_tells, 3, luck[:, TELLS]), 0)
    told_each = np.stack([np.ones(len(luck), dtype=np.int64), happy, unhappy, well, badly])
    by_year = [np.bincount(year, each, len(due) + 1)[:-1] for each in told_each]
    return np.cumsum(np.stack(by_year, axis=1).astype(np.int64), axis=0)


def told(mean: float, values: int, luck: NDArray[np.float64]) -> Counts:
    """How many people each teller tells: one of `values` neighbouring numbers around the mean.

    A mean of 2.5 over 2 values gives 2 or 3, a mean of 9 over 3 values 8, 9 or 10; near 0 there
    are fewer values, so that nobody tells fewer than none. The mean is exact for every luck drawn.
    """
    width = min(values, int(2 * mean + 1))
    return np.floor(mean - (width - 1) / 2 + width * luck).astype(np.int64)


MODEL = WordOfMouth
