"""What is known of each customer who buys now and then: how often, how lately, and since when."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from simulations.span import TimeUnit

Numbers = NDArray[np.float64]
Whole = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Histories:
    """Repeat purchases x, time of the last of them t_x and time since the first T, of each customer.

    Times are counted from the first purchase in `unit`; t_x is 0 without a repeat purchase.
    `weights` says how many customers a row stands for.
    """

    x: Whole
    recency: Numbers
    age: Numbers
    unit: TimeUnit
    weights: Whole

    @cached_property
    def merged(self) -> "Histories":
        """The same customers with equal rows as one."""
        order = np.lexsort((self.age, self.recency, self.x))
        x, recency, age = self.x[order], self.recency[order], self.age[order]
        new = np.ones(len(order), dtype=bool)
        if len(order):
            new[1:] = np.any([column[1:] != column[:-1] for column in (x, recency, age)], axis=0)
        first = np.flatnonzero(new)
        weights = np.add.reduceat(self.weights[order], first) if len(order) else self.weights
        return Histories(x[first], recency[first], age[first], self.unit, weights)

    @property
    def customers(self) -> int:
        """How many customers there are."""
        return int(self.weights.sum())


def histories(x: ArrayLike, recency: ArrayLike, age: ArrayLike, unit: TimeUnit) -> Histories:
    """A row a customer."""
    count = np.asarray(x, dtype=np.int64)
    seen, since = np.asarray(recency, dtype=np.float64), np.asarray(age, dtype=np.float64)
    return Histories(count, seen, since, unit, np.ones(len(count), dtype=np.int64))
