"""Customers as BG/NBD and Gamma–Gamma make them, exactly and all at once, by inverse transform."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaincinv, gammaincinv, pdtr, pdtrik

from courseware.chance import stream, uniforms
from simulations.lifetime_value.history import Histories, Numbers, Whole, histories
from simulations.lifetime_value.market import Market

WIDTH = 12
NEVER = 10**9
"""More purchases than anybody makes: the fate of one who does not leave."""
MANY = 600.0
"""Above this mean, numbers of purchases are found by the inverse of their distribution."""
TINY = 1e-18
"""A chance that no longer counts."""


class Luck(IntEnum):
    """What each customer's uniforms decide."""

    RATE = 0
    LEAVING = 1
    COUNT = 2
    FATE = 3
    LAST = 4
    ENTRY = 5
    USUAL = 6
    SPENT = 7
    FIRST = 8
    LATER_COUNT = 9
    LATER_LAST = 10


@dataclass(frozen=True, eq=False)
class Customers:
    """What each of some customers did, and the truth that no data show; times in weeks."""

    entry: Whole
    """The week of the first purchase."""
    age: Whole
    """The weeks from the first purchase to the end of watching, T."""
    x: Whole
    recency: Numbers
    alive: NDArray[np.bool_]
    """Whether the customer may still buy when watching ends."""
    later: Whole
    """Purchases in the weeks ahead."""
    later_last: Numbers
    """The weeks from the end of watching to the last of them."""
    usual: Numbers
    """The customer's true mean amount."""
    spent: Numbers
    """The mean amount of the repeat purchases; 0 without any."""

    @property
    def known(self) -> Histories:
        """What the firm sees of them."""
        return histories(self.x, self.recency, self.age, "weeks")


def draw(market: Market, start: int, stop: int) -> Customers:
    """The customers from `start` up to `stop`.

    Of n purchases that a customer would make, the X = min(K, n) before leaving are made; the X-th of n
    random times is Beta(X, n−X+1).
    """
    luck = uniforms(market.seed, stream(market.number, 0, 0), start, stop, WIDTH)
    rate = gammaincinv(market.r, luck[:, Luck.RATE]) / market.alpha
    entry = (luck[:, Luck.ENTRY] * (market.entry + 1)).astype(np.int64)
    age = market.watched - entry
    wished = poisson(rate * age, luck[:, Luck.COUNT])
    fate = _fate(betaincinv(market.a, market.b, luck[:, Luck.LEAVING]), luck[:, Luck.FATE])
    x = np.minimum(fate, wished)
    wished_later = poisson(rate * market.ahead, luck[:, Luck.LATER_COUNT])
    later = np.clip(fate - wished, 0, wished_later)
    scale = gammaincinv(market.q, luck[:, Luck.USUAL]) / market.v
    return Customers(
        entry,
        age,
        x,
        age * _place(x, wished, luck[:, Luck.LAST]),
        fate > wished,
        later,
        market.ahead * _place(later, wished_later, luck[:, Luck.LATER_LAST]),
        market.p / scale,
        _mean_amount(market.p, x, luck[:, Luck.SPENT]) / scale,
    )


def first_amounts(market: Market, people: Customers) -> Numbers:
    """What each of the customers from the first on spent on the first purchase."""
    luck = uniforms(market.seed, stream(market.number, 0, 0), 0, len(people.x), WIDTH)
    return np.asarray(gammaincinv(market.p, luck[:, Luck.FIRST]) * people.usual / market.p)


def poisson(mean: Numbers, luck: Numbers) -> Whole:
    """The Poisson number that each uniform stands for: the smallest whose distribution reaches it."""
    number = np.zeros(len(mean), dtype=np.int64)
    many = mean > MANY
    number[many] = _large_poisson(mean[many], luck[many])
    chance = np.exp(-np.minimum(mean, MANY))
    waiting = np.flatnonzero(~many & (chance < luck))
    mean, luck, chance = mean[waiting], luck[waiting], chance[waiting]
    reached, step = chance.copy(), 0
    while len(waiting):
        step += 1
        chance = chance * mean / step
        reached = reached + chance
        number[waiting] = step
        goes_on = (reached < luck) & ((chance > TINY) | (step < mean))
        waiting, mean, luck = waiting[goes_on], mean[goes_on], luck[goes_on]
        chance, reached = chance[goes_on], reached[goes_on]
    return number


def _large_poisson(mean: Numbers, luck: Numbers) -> Whole:
    """The same where the chance of 0 is too small for a number."""
    near = np.maximum(np.ceil(pdtrik(luck, mean)), 0)
    below = np.maximum(near - 1, 0)
    return np.asarray(np.where(pdtr(below, mean) >= luck, below, near), dtype=np.int64)


def _fate(leaving: Numbers, luck: Numbers) -> Whole:
    """After which repeat purchase a customer leaves."""
    with np.errstate(divide="ignore", invalid="ignore"):
        number = np.ceil(np.log1p(-luck) / np.log1p(-leaving))
    return np.fmin(np.fmax(number, 1), NEVER).astype(np.int64)


def _mean_amount(p: float, x: Whole, luck: Numbers) -> Numbers:
    """The mean of x amounts in units of the customer's scale; 0 of none."""
    mean, some = np.zeros(len(x)), x > 0
    mean[some] = gammaincinv(p * x[some], luck[some]) / x[some]
    return mean


def _place(x: Whole, n: Whole, luck: Numbers) -> Numbers:
    """Where the x-th of n random points between 0 and 1 lies; 0 for no point."""
    place, some = np.zeros(len(x)), x > 0
    place[some] = betaincinv(x[some], (n - x)[some] + 1, luck[some])
    return place
