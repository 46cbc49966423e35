"""The walk: how each customer's attitude and behaviour drift towards what the firm makes of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, ndtri

from courseware.chance import stream, uniforms
from simulations.loyalty.firm import RIVALS_TODAY, Firm

Numbers = NDArray[np.float64]
Codes = NDArray[np.int64]

QUADRANTS: Final = ("none", "latent", "inertia", "absolute")
"""Code 0–3: one for a high attitude plus two for high behaviour."""
MIDDLE: Final = 0.5
"""From here on attitude, or behaviour, counts as high."""

ATTITUDE_SPEED: Final = 0.25
BEHAVIOUR_SPEED: Final = 0.35
SPREAD: Final = 0.9
"""Standard deviation of what customers are inclined to feel, whatever the firm does."""
HABIT: Final = -1.0
LIKING, BARRIER, RIVALS = 4.0, 4.5, 2.0
"""What full liking, a full barrier and full competition weigh in behaviour, in log-odds."""
TINY: Final = 2.0**-54
"""Stands for a uniform of exactly 0, whose normal would be minus infinity."""


@dataclass(frozen=True)
class People:
    """What a customer brings along and never changes: one entry a customer."""

    inclination: Numbers
    luck: Numbers
    """A uniform; how high the barrier is for this customer among all."""

    def barriers(self, mean: float) -> Numbers:
        """Each one's own barrier, 0–1, when its mean is `mean`: u^(1/mean − 1)."""
        return self.luck ** (1 / mean - 1) if mean else np.zeros(len(self.luck))


@dataclass(frozen=True)
class Moment:
    """One month: attitude and behaviour in (0, 1), one entry a customer."""

    attitude: Numbers
    behaviour: Numbers

    @property
    def quadrant(self) -> Codes:
        """The code of each customer's quadrant."""
        return quadrants(self.attitude, self.behaviour)


def quadrants(attitude: Numbers, behaviour: Numbers, middle: tuple[float, float] = (MIDDLE, MIDDLE)) -> Codes:
    """The codes of the quadrants, a value at the threshold counting as high (Dick and Basu 1994)."""
    return (attitude >= middle[0]).astype(np.int64) + 2 * (behaviour >= middle[1])


def people(model: Firm, start: int, stop: int) -> People:
    """The customers from `start` up to `stop`."""
    u = uniforms(model.seed, stream(model.number, 0, 0), start, stop)
    return People(SPREAD * ndtri(np.maximum(u[:, 0], TINY)), u[:, 1])


def wished_behaviour(
    attitude: Numbers, barrier: Numbers, rivalry: float, reward: Numbers | float = 0.0
) -> Numbers:
    """The behaviour that an attitude, a barrier, the rivals and a reward lead to in the end."""
    return np.asarray(
        expit(HABIT + LIKING * (2 * attitude - 1) + BARRIER * barrier - RIVALS * rivalry + reward)
    )


def each_moment(model: Firm, start: int, stop: int) -> Iterator[Moment]:
    """The months 0 … periods of these customers; month 0 is where the firm of today has brought them."""
    who = people(model, start, stop)
    attitude = np.asarray(expit(who.inclination))
    behaviour = wished_behaviour(attitude, who.barriers(model.barrier(0)), RIVALS_TODAY)
    wished = expit(who.inclination + model.warmth)
    barrier = who.barriers(model.barrier(1))
    yield Moment(attitude, behaviour)
    for period in range(1, model.periods + 1):
        if model.is_shocked and period == model.shock_period:
            barrier = who.barriers(model.barrier(period))
        attitude = attitude + ATTITUDE_SPEED * (wished - attitude)
        pull = wished_behaviour(attitude, barrier, model.rivalry(period))
        behaviour = behaviour + BEHAVIOUR_SPEED * (pull - behaviour)
        yield Moment(attitude, behaviour)
