"""How long customers stay and how often they buy: rates and dropout that follow their behaviour."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from courseware.chance import uniforms
from datasets.people import SURVEY_DAY
from datasets.streams import ACTIVITY

Days = NDArray[np.int64]
Floats = NDArray[np.float64]

YEAR: Final = 365
END: Final = int(SURVEY_DAY.astype(np.int64)) + 1
"""The day after the survey, counted from 1970-01-01 as all days here."""
RECENT: Final = END - YEAR
OLDEST: Final = int(np.datetime64("2023-01-01", "D").astype(np.int64))
"""Orders are kept from this day on."""

QUIET: Final = 1.0
BUSY: Final = 10.0
"""Purchases a year at behaviour 0 and 1, of a customer whose habits are the usual ones."""
HABIT_SPREAD: Final = 0.45
DROPOUT: Final = 0.25
"""Chance a year to drop out for good, at behaviour 0; it falls with the square of what is missing to 1."""
DROPOUT_ALWAYS: Final = 0.01
MOST: Final = 60
"""No customer buys more often than this in one of the two windows."""


@dataclass(frozen=True)
class Activity:
    """Two windows of each customer's life, [first, end) in days, and the purchases within each."""

    recent: tuple[Days, Days]
    purchases: NDArray[np.int64]
    older: tuple[Days, Days]
    luck: Floats
    """What decides the purchases in the older window, with `rate`."""
    rate: Floats
    """Purchases a year while the customer stays."""

    def earlier_purchases(self) -> NDArray[np.int64]:
        """The purchases in the two years before the past 12 months."""
        first, end = self.older
        return poisson(self.luck, self.rate * (end - first) / YEAR)


def draw_activity(
    seed: int, start: int, stop: int, joined_on: NDArray[np.datetime64], behaviour: Floats
) -> Activity:
    """How the customers `start` up to `stop`, who joined then and behave so, bought."""
    u = uniforms(seed, ACTIVITY, start, stop)
    habit = np.exp(HABIT_SPREAD * ndtri(np.maximum(u[:, 0], 2.0**-54)) - HABIT_SPREAD**2 / 2)
    rate = (QUIET + (BUSY - QUIET) * behaviour) * habit
    yearly = DROPOUT * (1 - behaviour) ** 2 + DROPOUT_ALWAYS
    joined = joined_on.astype(np.int64)
    left = np.minimum(joined + (-np.log1p(-u[:, 1]) / yearly * YEAR).astype(np.int64) + 1, END)
    recent = _window(joined, left, RECENT, END)
    purchases = poisson(u[:, 2], rate * (recent[1] - recent[0]) / YEAR)
    return Activity(recent, purchases, _window(joined, left, OLDEST, RECENT), u[:, 3], rate)


def _window(joined: Days, left: Days, opens: int, closes: int) -> tuple[Days, Days]:
    first = np.maximum(joined, opens)
    return first, np.maximum(np.minimum(left, closes), first)


def poisson(u: Floats, mean: Floats) -> NDArray[np.int64]:
    """The Poisson count that each uniform number stands for, by the inverse distribution; at most MOST.

    >>> poisson(np.array([0.1, 0.5, 0.99]), np.array([0.0, 1.0, 1.0])).tolist()
    [0, 1, 4]
    """
    counts = np.zeros(len(u), dtype=np.int64)
    chance = np.exp(-mean)
    below = chance.copy()
    open_rows = np.flatnonzero(u >= below)
    chance, below, u, mean = (values[open_rows] for values in (chance, below, u, mean))
    for count in range(1, MOST + 1):
        if not len(open_rows):
            break
        counts[open_rows] = count
        chance *= mean / count
        below += chance
        stays = u >= below
        open_rows = open_rows[stays]
        chance, below, u, mean = (values[stays] for values in (chance, below, u, mean))
    return counts
