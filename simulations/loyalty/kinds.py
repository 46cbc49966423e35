"""Loyalty to a price, to a reward, to the firm: three kinds of customer in the same plane."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Final

import numpy as np
from scipy.special import expit

from simulations.chunks import Counts, tally
from simulations.loyalty.firm import Firm
from simulations.loyalty.moments import (
    ATTITUDE_SPEED,
    BEHAVIOUR_SPEED,
    QUADRANTS,
    Codes,
    Moment,
    Numbers,
    people,
    wished_behaviour,
)

KINDS: Final = ("price", "incentive", "premium")
"""Customers 1, 4, 7 … are loyal to a price, 2, 5, 8 … to a reward, 3, 6, 9 … to the firm."""
ATTACHMENT: Final = np.array([-1.6, -1.6, 1.6])
"""What each kind feels beside its own inclination, in log-odds; assumed, to set the kinds apart."""
HELD: Final = np.array([0.0, 1.0, 1.0])
"""Who hunts the lowest price is held by no barrier."""


@dataclass(frozen=True)
class Wishes:
    """What decides where these customers go."""

    kind: Codes
    attitude: Numbers
    barrier: Numbers

    def behaviour(self, model: Firm, attitude: Numbers, *, rewarded: bool) -> Numbers:
        """Where behaviour goes; only the second kind buys for the reward."""
        reward = np.where(self.kind == KINDS.index("incentive"), model.reward * rewarded, 0.0)
        return wished_behaviour(attitude, self.barrier, model.competition, reward)


def kinds_of(start: int, stop: int) -> Codes:
    """The kind of each customer from `start` up to `stop`."""
    return np.arange(start, stop) % len(KINDS)


def walk_kinds(model: Firm, start: int, stop: int) -> Iterator[Moment]:
    """The months of these customers; the reward is paid from month 1 up to and with `reward_ends`."""
    who, kind = people(model, start, stop), kinds_of(start, stop)
    own = who.inclination + ATTACHMENT[kind]
    wishes = Wishes(
        kind, np.asarray(expit(own + model.warmth)), HELD[kind] * who.barriers(model.switching_cost)
    )
    attitude = np.asarray(expit(own))
    behaviour = wishes.behaviour(model, attitude, rewarded=False)
    yield Moment(attitude, behaviour)
    for period in range(1, model.periods + 1):
        attitude = attitude + ATTITUDE_SPEED * (wishes.attitude - attitude)
        pull = wishes.behaviour(model, attitude, rewarded=period <= model.reward_ends)
        behaviour = behaviour + BEHAVIOUR_SPEED * (pull - behaviour)
        yield Moment(attitude, behaviour)


@lru_cache(maxsize=64)
def count_kinds(model: Firm) -> Counts:
    """How many customers of each kind are in each quadrant: (periods + 1, 3, 4)."""
    cells = tally(partial(_rows, model), 0, model.n)
    return cells.reshape(-1, len(KINDS), len(QUADRANTS))


def _rows(model: Firm, start: int, stop: int) -> Counts:
    kind, size = kinds_of(start, stop), len(QUADRANTS)
    return np.array(
        [
            np.bincount(size * kind + moment.quadrant, minlength=size * len(KINDS))
            for moment in walk_kinds(model, start, stop)
        ]
    )


def repeat_shares(model: Firm) -> Numbers:
    """The share of each kind (column) that buys again and again in each month (row); nan if nobody."""
    counts = count_kinds(model)
    with np.errstate(invalid="ignore"):
        return np.asarray(counts[:, :, 2:].sum(axis=2) / counts.sum(axis=2))
