"""The log of purchases: who bought when and for how much, whether simulated, from the shop, or from CDNOW."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.special import gammaincinv

from courseware.chance import stream, uniforms
from courseware.table import Table
from datasets import make
from datasets.cdnow import transactions
from simulations.history import Histories, Numbers, Whole, histories
from simulations.lifetime_value.market import Market
from simulations.lifetime_value.sampler import Customers, draw, first_amounts

WEEK: Final = 7
TIME, SHARE, LATER_TIME = 0, 1, 2
"""Columns of the uniforms of one purchase."""
STREAMS: Final = 1249
"""Purchases of a customer that have a stream each for one purpose; later ones take those of the next."""


@dataclass(frozen=True, eq=False)
class Log:
    """Purchases by customer and time; a customer's first purchase comes first."""

    customer: Whole
    """Counted from 0, without gaps."""
    week: Numbers
    """Weeks since the log began, at the end of the day of the purchase."""
    amount: Numbers
    cut: float
    """The week in which watching ends; what comes later tests the forecast."""
    end: float
    grain: float = 0.0
    """How long before its end the time of a purchase begins: a day where only days are known."""

    @property
    def is_first(self) -> Whole:
        """1 for a customer's first purchase."""
        return np.asarray(np.diff(self.customer, prepend=-1) > 0, dtype=np.int64)

    @property
    def first_week(self) -> Numbers:
        """When each customer bought for the first time."""
        return np.asarray(self.week[self.is_first > 0])


@dataclass(frozen=True, eq=False)
class Knowledge:
    """What the firm knows of each customer when watching ends."""

    histories: Histories
    spent: Numbers
    """The mean amount of the repeat purchases; 0 without any."""


def log_of(market: Market) -> Log:
    """The purchases of a market's customers, or of real ones."""
    if market.source == "cdnow":
        return cdnow_log()
    if market.source == "orders":
        return shop_log(market.n, market.seed)
    return simulated_log(market)


def knowledge(log: Log) -> Knowledge:
    """Frequency, recency and age of each customer from the purchases up to the cut."""
    seen = log.week <= log.cut
    customer, week, amount = log.customer[seen], log.week[seen], log.amount[seen]
    repeat = np.diff(customer, prepend=-1) == 0
    first = week[~repeat]
    count = np.bincount(customer[repeat], minlength=len(first))
    last = first.copy()
    np.maximum.at(last, customer, week)
    spent = np.bincount(customer[repeat], weights=amount[repeat], minlength=len(first)) / np.maximum(count, 1)
    return Knowledge(histories(count, last - first, log.cut - first, "weeks"), spent)


def cdnow_log() -> Log:
    """CDNOW from January 1997 to June 1998; watching ends on 30 September 1997."""
    start = np.datetime64("1997-01-01", "D")
    return _daily(transactions(), start, cut=39.0, end=78.0)


def shop_log(n: int, seed: int) -> Log:
    """The shop's orders of three years; watching ends after half of them."""
    bought = make("orders", n=n, seed=seed)
    return _daily(bought, np.datetime64("2023-01-01", "D"), cut=78.0, end=156.0)


def _daily(bought: Table, start: np.datetime64, cut: float, end: float) -> Log:
    """Purchases of one customer on one day count once; who came after the cut is left out."""
    day = (bought["ordered_on"] - start).astype(np.int64) + 1
    span = int(day.max(initial=0)) + 1
    place, where = np.unique(bought["customer"] * span + day, return_inverse=True)
    amount = np.bincount(where, weights=bought["amount_cents"]) / 100
    customer, week = place // span, place % span / WEEK
    first = np.diff(customer, prepend=-1) > 0
    begins = week[first][np.cumsum(first) - 1]
    kept = (begins <= cut) & (week <= end)
    _, numbered = np.unique(customer[kept], return_inverse=True)
    return Log(numbered.astype(np.int64), week[kept], amount[kept], cut, end, grain=1 / WEEK)


def simulated_log(market: Market) -> Log:
    """Every purchase of the simulated customers."""
    return log_of_customers(market, draw(market, 0, market.n))


def log_of_customers(market: Market, people: Customers) -> Log:
    """Every purchase of these customers; given the last one, the others fall anywhere before it."""
    everyone = np.arange(len(people.x))
    parts = [(everyone, people.entry.astype(np.float64), first_amounts(market, people))]
    for place in range(int(max(people.x.max(), people.later.max()))):
        parts.extend(_purchase(market, people, place))
    customer, week, amount = (np.concatenate(column) for column in zip(*parts, strict=True))
    order = np.lexsort((week, customer))
    week, amount, customer = week[order], amount[order], customer[order]
    watched = float(market.watched)
    amount = _amounts(people, customer, week, amount, watched)
    return Log(customer, week, amount, watched, watched + market.ahead)


def _purchase(market: Market, people: Customers, place: int) -> list[tuple[Whole, Numbers, Numbers]]:
    """One purchase of each customer who made so many, before and after the end of watching."""
    luck = uniforms(
        market.seed, stream(market.number, place % STREAMS + 1, place // STREAMS), 0, len(people.x)
    )
    when = luck[:, TIME] if place else 1.0
    after = luck[:, LATER_TIME] if place else 1.0
    week = people.entry + people.recency * when
    later = market.watched + people.later_last * after
    bought, buys = np.flatnonzero(people.x > place), np.flatnonzero(people.later > place)
    share = gammaincinv(market.p, luck[bought, SHARE])
    return [(bought, week[bought], share), (buys, later[buys], people.usual[buys])]


def _amounts(people: Customers, customer: Whole, week: Numbers, amount: Numbers, watched: float) -> Numbers:
    """Amounts of repeat purchases as shares of what the customer spent in all."""
    repeat = (np.diff(customer, prepend=-1) == 0) & (week <= watched)
    shares = np.bincount(customer[repeat], weights=amount[repeat], minlength=len(people.x))
    spent = (people.x * people.spent)[customer]
    return np.asarray(np.where(repeat, spent * amount / np.maximum(shares, 1e-300)[customer], amount))
