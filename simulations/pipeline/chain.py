"""The absorbing Markov chain of a pipeline, and what it says before any deal is run."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Chain:
    """Deals in stages: each period they advance, are lost or stay; after the last stage they are won.

    All arrays have one entry a stage. Kemeny and Snell (1960): the fundamental matrix N = (I−Q)⁻¹
    counts the periods that a deal now in stage i will still spend in stage j.
    """

    advance: tuple[float, ...]
    lose: tuple[float, ...]

    @property
    def moves(self) -> Numbers:
        """The chance to leave a stage in a period, in either direction."""
        return np.asarray(np.add(self.advance, self.lose), dtype=np.float64)

    @cached_property
    def fundamental(self) -> Numbers:
        """N = (I−Q)⁻¹."""
        stages = len(self.advance)
        stay = np.diag(1 - self.moves) + np.diag(self.advance[:-1], 1)
        return np.asarray(np.linalg.inv(np.eye(stages) - stay))

    @cached_property
    def win_chance(self) -> Numbers:
        """The chance to be won in the end, from each stage: N times the last advance."""
        return np.asarray(self.fundamental[:, -1] * self.advance[-1])

    @property
    def win_product(self) -> Numbers:
        """The same as a product: past each stage a deal goes on with chance advance/(advance+lose)."""
        goes_on = np.array(self.advance) / self.moves
        return np.asarray(np.cumprod(goes_on[::-1])[::-1], dtype=np.float64)

    @property
    def mean_periods(self) -> Numbers:
        """Periods until a deal is won or lost, on average, from each stage."""
        return np.asarray(self.fundamental.sum(axis=1))

    @property
    def var_periods(self) -> Numbers:
        """The variance of these periods: (2N−I)t − t²."""
        mean = self.mean_periods
        return np.asarray((2 * self.fundamental - np.eye(len(mean))) @ mean - mean**2)

    @property
    def mean_periods_won(self) -> float:
        """Periods from the first stage of a deal that is won: it passes every stage."""
        return float((1 / self.moves).sum())

    def after(self, periods: int) -> Numbers:
        """The chance of a new deal to be in each stage after so many periods, then won, then lost."""
        stages = len(self.advance)
        step = np.zeros((stages + 2, stages + 2))
        for stage, (forward, lost) in enumerate(zip(self.advance, self.lose, strict=True)):
            step[stage, stage] = 1 - forward - lost
            step[stage, stage + 1] = forward
            step[stage, -1] = lost
        step[-2, -2] = step[-1, -1] = 1.0
        return np.asarray(np.linalg.matrix_power(step, periods)[0])


def velocity(opportunities: float, win_rate: float, value: float, cycle: float) -> float:
    """Money won per unit of time: opportunities times win rate times value, by length of the cycle."""
    return opportunities * win_rate * value / cycle


def weighted(values: Sequence[float] | Numbers, chances: Sequence[float] | Numbers) -> float:
    """The pipeline's value with each deal weighted by its chance to be won."""
    return float(np.dot(values, chances))
