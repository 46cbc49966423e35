"""What paper and pencil say of goods that travel: who buys where, what is carried, what the firm earns."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

import numpy as np

from simulations.diversion.terms import LIST_PRICE, MOST, Terms
from simulations.history import Numbers

STEPS: Final = np.arange(2 * MOST + 1) / 2
"""The discounts that region A may choose from."""


@dataclass(frozen=True, eq=False)
class Trade:
    """Cases in the regions A, B and C: where they are used, and in whose books they are sold."""

    used: Numbers
    brought_in: Numbers
    """Cases used here that were bought in the cheapest region."""
    sold: Numbers
    earned: Numbers
    """What each region's books show."""

    @property
    def profit(self) -> float:
        """What the firm earns in all regions."""
        return float(self.earned.sum())


def cases_each(terms: Terms) -> Numbers:
    """Cases that a customer of each region uses on average: one at the list price, more below it."""
    cheaper = np.asarray(terms.prices) / LIST_PRICE
    return np.asarray(cheaper ** -np.array([terms.elasticity, 1.0, terms.elasticity_third]))


def source(terms: Terms) -> int:
    """The region from which goods travel, if any do: the cheapest that has customers."""
    return min((region for region in range(3) if terms.customers[region]), key=lambda at: terms.prices[at])


def share_brought_in(terms: Terms) -> Numbers:
    """The share of each region's customers whom the reseller serves.

    None as long as the price gap does not pay the transport; beyond, those whose reluctance the rest
    outweighs, and never more than can be reached.
    """
    saved = np.asarray(terms.prices) - terms.prices[source(terms)] - terms.transport
    return np.asarray(terms.reach * -np.expm1(-np.maximum(saved, 0.0) / terms.reluctance))


def booked(terms: Terms, used: Numbers, brought_in: Numbers) -> Trade:
    """The trade in which so many cases are used in each region, some of them bought in the cheapest."""
    sold = used - brought_in
    sold[source(terms)] += brought_in.sum()
    return Trade(used, brought_in, sold, sold * (np.asarray(terms.prices) - terms.cost))


def trade(terms: Terms) -> Trade:
    """The trade to be expected."""
    used = np.asarray(terms.customers) * cases_each(terms)
    return booked(terms, used, used * share_brought_in(terms))


def trade_at_home(terms: Terms) -> Trade:
    """The same if no case crossed a border."""
    return trade(replace(terms, reach=0.0))


def at_each_discount(terms: Terms) -> tuple[Trade, ...]:
    """The trade of the same market at each discount that region A may choose, whichever it has chosen."""
    return _at_each_discount(replace(terms, discount=0.0, seed=0))


@lru_cache(maxsize=32)
def _at_each_discount(terms: Terms) -> tuple[Trade, ...]:
    return tuple(trade(replace(terms, discount=off)) for off in STEPS.tolist())


def best_discount(terms: Terms) -> tuple[float, float]:
    """The smallest discount in A that earns the firm most, and how much."""
    profits = [one.profit for one in at_each_discount(terms)]
    best = int(np.argmax(profits))
    return float(STEPS[best]), profits[best]


def discount_for_a(terms: Terms) -> float:
    """The smallest discount that makes the books of region A look best."""
    return float(STEPS[int(np.argmax([one.earned[0] for one in at_each_discount(terms)]))])
