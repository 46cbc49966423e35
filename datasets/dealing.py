"""Who a customer is in the chain, who uses what they buy, and what the shop does for them after a sale."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from courseware.chance import uniforms
from courseware.text import Text
from datasets.activity import END, RECENT, YEAR
from datasets.streams import DEALING

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Places = NDArray[np.int8]

CHAIN: Final = {
    "consumer": Text(en="end consumer", zh="消费者"),
    "intermediary": Text(en="intermediate customer", zh="中间客户"),
    "internal": Text(en="internal customer", zh="内部客户"),
}
USERS: Final = {
    "self": Text(en="the customer", zh="客户自己"),
    "family": Text(en="the family", zh="家里人"),
    "gift": Text(en="who gets the present", zh="收礼的人"),
    "resold": Text(en="the buyers of the customer's own shop", zh="转卖后的顾客"),
}
STAGES: Final = {
    "none": Text(en="no relationship yet", zh="尚未建立"),
    "exploration": Text(en="exploration", zh="考察期"),
    "build_up": Text(en="build-up", zh="形成期"),
    "stable": Text(en="stable", zh="稳定期"),
    "decline": Text(en="decline", zh="退化期"),
}
LEVELS: Final = {
    "basic": Text(en="basic", zh="基本型"),
    "reactive": Text(en="reactive", zh="被动型"),
    "accountable": Text(en="accountable", zh="负责型"),
    "proactive": Text(en="proactive", zh="能动型"),
    "partnership": Text(en="partnership", zh="伙伴型"),
}
DECLINE: Final = list(STAGES).index("decline")
ADVISER: Final = {"no": Text(en="no", zh="没有"), "yes": Text(en="yes", zh="有")}

RESELLS_FROM: Final = 4
"""Who buys to sell on has ordered at least so often."""
RESELLS: Final = 0.2
"""Chance of such a customer to be one who sells on."""
INTERNAL: Final = 0.05
OF_GIFTS: Final = 0.3
"""From this share of gifts among the orders on, half of the customers buy for others."""
ALONE: Final = 0.45
"""Share of the other customers who use what they buy themselves."""

QUIET: Final = 26
"""From more weeks without an order on a customer counts as lost: without a contract nobody says goodbye."""
STABLE: Final = 3
"""Repeat orders from which on a relationship counts as stable."""

CUTS: Final = np.array([45.0, 120.0, 260.0, 560.0])
"""The margin a year from which on the shop usually does more for a customer."""
CUT_SPREAD: Final = 0.6
RESELLER_WEIGHS: Final = 0.9
CONTACTS: Final = np.array([[0, 0], [0, 0], [1, 2], [3, 8], [9, 20]])
"""The fewest and the most contacts a year that the shop seeks at each level."""
MINUTES: Final = np.array([0.0, 6.0, 20.0, 60.0, 240.0])
MINUTES_SPREAD: Final = 0.3


@dataclass(frozen=True)
class PurchaseFacts:
    """What the shop knows of its customers from their orders, one value a customer."""

    joined: Whole
    """Days from 1970-01-01."""
    orders: Whole
    gifts: Whole
    """How many of the orders are gifts."""
    frequency: Whole
    age_weeks: Floats
    quiet_weeks: Floats
    margin: Floats


@dataclass(frozen=True)
class Dealing:
    """One value a customer; the codes are places in CHAIN, USERS, STAGES and LEVELS."""

    chain: Places
    user: Places
    stage: Places
    level: Places
    contacts: Whole
    minutes: Whole


def draw_dealing(seed: int, start: int, stop: int, known: PurchaseFacts) -> Dealing:
    """What the customers `start` up to `stop`, of whom this is known, are to the shop."""
    u = uniforms(seed, DEALING, start, stop, 8)
    chain = _chain(known, u[:, 0])
    level = _level(known, chain, u[:, 2])
    contacts = _contacts(known, level, u[:, 3])
    usual = MINUTES[level] * np.exp(MINUTES_SPREAD * ndtri(np.maximum(u[:, 4], 2.0**-54)))
    minutes = np.where(level > 0, np.maximum(np.rint(usual), 1), 0).astype(np.int64)
    return Dealing(chain, _user(known, chain, u[:, 1]), stage(known), level, contacts, minutes)


def stage(known: PurchaseFacts) -> Places:
    """Decline after a long silence; before it the stage that the repeat orders have reached."""
    grown = 1 + np.searchsorted([1, STABLE], known.frequency, side="right")
    reached = np.where(known.quiet_weeks > QUIET, DECLINE, grown)
    return np.where(known.orders > 0, reached, 0).astype(np.int8)


def _chain(known: PurchaseFacts, u: Floats) -> Places:
    resells = (known.orders >= RESELLS_FROM) & (u < RESELLS)
    return np.where(resells, 1, np.where(u >= 1 - INTERNAL, 2, 0)).astype(np.int8)


def _user(known: PurchaseFacts, chain: Places, u: Floats) -> Places:
    gives = (known.gifts >= OF_GIFTS * np.maximum(known.orders, 1)) & (u < 0.5)
    own = np.where((2 * u) % 1 < ALONE, 0, 1)
    return np.where(chain == 1, 3, np.where(gives, 2, own)).astype(np.int8)


def _level(known: PurchaseFacts, chain: Places, u: Floats) -> Places:
    """By the margin a year, with much chance: the shop has never planned whom it looks after."""
    yearly = known.margin / np.maximum(known.age_weeks, 26) * 52
    weight = np.log(np.maximum(yearly, 10)) + RESELLER_WEIGHS * (chain == 1)
    drawn = weight + CUT_SPREAD * ndtri(np.maximum(u, 2.0**-54))
    level = np.searchsorted(np.log(CUTS), drawn, side="right")
    return np.asarray(np.where(chain == 2, np.minimum(level, 1), level).astype(np.int8))


def _contacts(known: PurchaseFacts, level: Places, u: Floats) -> Whole:
    """So many a year, fewer for who joined in the course of it, but the fewest of the level in any case."""
    fewest, most = CONTACTS[level].T
    years = (END - np.maximum(known.joined, RECENT)) / YEAR
    sought = np.ceil((fewest + np.floor(u * (most - fewest + 1))) * years).astype(np.int64)
    return np.asarray(np.maximum(sought, fewest))
