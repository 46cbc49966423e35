"""How likely a customer has left or will leave, and what a call before that would change."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from courseware.chance import uniforms
from courseware.text import Text
from datasets.activity import DROPOUT, DROPOUT_ALWAYS
from datasets.streams import LEAVING

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

KINDS_OF_CALLED: Final = {
    "none": Text(en="never ordered", zh="没下过单"),
    "persuadable": Text(en="persuadable", zh="可说服"),
    "lost_cause": Text(en="lost cause", zh="无可挽回"),
    "sure_thing": Text(en="sure thing", zh="本来就留"),
    "sleeping_dog": Text(en="sleeping dog", zh="勿扰"),
}
WEEKS: Final = 52
BEFORE_FIRST: Final = 26
"""Weeks that the first order stands for: of who ordered once the rhythm is not known, and taken for slow.

With so many the score is true: of customers at 5, 25 or 60 per cent about so many have left or do in a year.
"""
PULL: Final = np.array([0.4, 0.8, 0.2, 0.7])
"""Share of the risk that a call takes away in each loyalty quadrant: who likes the firm listens to it."""
WAKES: Final = np.array([0.05, 0.0, 0.2, 0.0])
"""What a call adds to the risk in each: who buys by habit is reminded that one can go."""


@dataclass(frozen=True)
class Leaving:
    """One value a customer."""

    risk: Floats
    """Per cent, one decimal; 0 for who never ordered."""
    if_called: NDArray[np.int8]
    """Places in KINDS_OF_CALLED."""


def draw_leaving(
    seed: int,
    start: int,
    stop: int,
    *,
    orders: Whole,
    frequency: Whole,
    recency_weeks: Floats,
    quiet_weeks: Floats,
    behaviour: Floats,
    quadrant: NDArray[np.int8],
) -> Leaving:
    """The score of the customers `start` up to `stop`, and their kind, which only the lab can know."""
    u = uniforms(seed, LEAVING, start, stop)[:, 0]
    yearly = DROPOUT * (1 - behaviour) ** 2 + DROPOUT_ALWAYS
    rhythm = (frequency + 1) / (recency_weeks + BEFORE_FIRST)
    here = still_here(rhythm, yearly / WEEKS, quiet_weeks)
    risk = np.where(orders > 0, np.round(100 * (1 - here * np.exp(-yearly)), 1), 0.0)
    alone = risk / 100
    called = np.clip(alone * (1 - PULL[quadrant]) + WAKES[quadrant], 0, 1)
    kind = np.select([(u < alone) & (u >= called), (u < alone), (u >= called)], [1, 2, 3], 4)
    return Leaving(risk, np.where(orders > 0, kind, 0).astype(np.int8))


def still_here(orders_a_week: Floats, loss_a_week: Floats, quiet_weeks: Floats) -> Floats:
    """The chance that who has been quiet so long has not left, with orders and loss at even rates.

    >>> still_here(np.array([1.0]), np.array([0.0]), np.array([50.0])).tolist()
    [1.0]
    """
    both = orders_a_week + loss_a_week
    grown = np.expm1(np.minimum(both * quiet_weeks, 500))
    return np.asarray(1 / (1 + loss_a_week / both * grown))
