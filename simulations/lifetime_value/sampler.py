"""Customers as BG/NBD and Gamma–Gamma make them, exactly and all at once, by inverse transform."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaincinv, gammaincinv

from courseware.chance import stream, uniforms
from simulations.history import Histories, Numbers, Whole, histories
from simulations.lifetime_value.market import Market
from simulations.purchasing import fate, place, poisson

WIDTH = 12


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
    leaves_after = fate(betaincinv(market.a, market.b, luck[:, Luck.LEAVING]), luck[:, Luck.FATE])
    x = np.minimum(leaves_after, wished)
    wished_later = poisson(rate * market.ahead, luck[:, Luck.LATER_COUNT])
    later = np.clip(leaves_after - wished, 0, wished_later)
    scale = gammaincinv(market.q, luck[:, Luck.USUAL]) / market.v
    return Customers(
        entry,
        age,
        x,
        age * place(x, wished, luck[:, Luck.LAST]),
        leaves_after > wished,
        later,
        market.ahead * place(later, wished_later, luck[:, Luck.LATER_LAST]),
        market.p / scale,
        _mean_amount(market.p, x, luck[:, Luck.SPENT]) / scale,
    )


def first_amounts(market: Market, people: Customers) -> Numbers:
    """What each of the customers from the first on spent on the first purchase."""
    luck = uniforms(market.seed, stream(market.number, 0, 0), 0, len(people.x), WIDTH)
    return np.asarray(gammaincinv(market.p, luck[:, Luck.FIRST]) * people.usual / market.p)


def _mean_amount(p: float, x: Whole, luck: Numbers) -> Numbers:
    """The mean of x amounts in units of the customer's scale; 0 of none."""
    mean, some = np.zeros(len(x)), x > 0
    mean[some] = gammaincinv(p * x[some], luck[some]) / x[some]
    return mean
