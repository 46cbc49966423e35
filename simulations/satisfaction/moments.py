"""The walk: what each customer expects, gets and does, period after period."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, ndtri

from courseware.chance import stream, uniforms
from simulations.satisfaction.offer import Offer

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]

TRY = 0
"""Column of the uniforms of period 0: who tries."""
VALUE, STAY, TELL = 0, 1, 2
"""Columns of the uniforms of each later period: perceived value, staying, how many are told."""

TINY = 2.0**-54
"""Stands for a uniform of exactly 0, whose normal would be minus infinity."""


@dataclass(frozen=True)
class Moment:
    """One period of those who tried: arrays with one entry a customer, leavers included."""

    value: Numbers
    expectation: Numbers
    gap: Numbers
    """Perceived value less expectation."""
    buys: Flags
    stays: Flags
    """Whether the customer bought and will buy again."""
    tell: Numbers
    """A uniform for the number of people told."""


def draw(model: Offer, period: int, start: int, stop: int) -> Numbers:
    """The uniforms of these customers in this period; period 0 is before the first purchase."""
    return uniforms(model.seed, stream(model.number, period, 0), start, stop)


def tries(model: Offer, start: int, stop: int) -> Flags:
    """Who of these prospects tries, drawn by a logistic in the promise."""
    wish = expit((model.expectation - model.reservation) / model.choosiness)
    return np.asarray(draw(model, 0, start, stop)[:, TRY] < wish)


def perceived(model: Offer, period: int, luck: Numbers) -> Numbers:
    """Customer perceived value in a period (from 1), a normal by inverse transform of `luck`."""
    value = ndtri(np.maximum(luck, TINY))
    value *= model.noise
    value += model.value + model.improvement * (period - 1)
    return np.asarray(value)


def stay_chance(model: Offer, gap: Numbers) -> Numbers:
    """The chance to stay after such a gap: a loss weighs `loss_aversion` times a gain."""
    felt = np.where(gap < 0, model.loss_aversion, 1.0)
    felt *= gap
    felt *= model.stay_slope
    felt += model.stay_base
    return np.asarray(expit(felt, out=felt))


def each_moment(model: Offer, start: int, stop: int) -> Iterator[Moment]:
    """The periods of those customers from `start` up to `stop` who try, one Moment a period.

    Expectations learn at the end of each period, also those of customers who have left.
    """
    tried = tries(model, start, stop)
    everyone = bool(tried.all())
    expectation = np.full(int(tried.sum()), model.expectation)
    buys = np.ones(len(expectation), dtype=bool)
    for period in range(1, model.periods + 1):
        luck = draw(model, period, start, stop)
        luck = luck if everyone else luck[tried]
        value = perceived(model, period, luck[:, VALUE])
        surprise = value - expectation
        gap = surprise * (1 - model.assimilation)
        stays = buys & (luck[:, STAY] < stay_chance(model, gap))
        yield Moment(value, expectation, gap, buys, stays, luck[:, TELL])
        expectation = expectation + model.adaptation * surprise
        buys = stays
