"""The account of a run: how many customers came back how often, however they are split."""

from dataclasses import replace
from functools import lru_cache, partial
from typing import Final

import numpy as np

from simulations.chunks import CHUNK, WORKERS, Counts, tally
from simulations.lifetime_value.market import LOOKS, Market
from simulations.lifetime_value.sampler import draw

OFTEN: Final = 20
"""This many repeat purchases and more count together."""
ALIVE, REPEATS, LATER, CENTS = range(OFTEN + 1, OFTEN + 5)
"""Where the sums stand behind the counts of customers by their repeat purchases."""


def account(market: Market) -> Counts:
    """The counts of all customers of a market; kept, whatever only looks at it."""
    return _account(replace(market, **LOOKS))


@lru_cache(maxsize=64)
def _account(market: Market) -> Counts:
    return simulate(market)


def simulate(
    market: Market, start: int = 0, stop: int | None = None, *, chunk: int = CHUNK, workers: int = WORKERS
) -> Counts:
    """The same for the customers from `start` up to `stop`; those of two groups add."""
    end = market.n if stop is None else stop
    return tally(partial(_count, market), start, end, chunk=chunk, workers=workers)


def _count(market: Market, start: int, stop: int) -> Counts:
    people = draw(market, start, stop)
    by_repeats = np.bincount(np.minimum(people.x, OFTEN), minlength=OFTEN + 1)
    cents = np.rint(100 * people.x * people.spent).astype(np.int64).sum()
    sums = [people.alive.sum(), people.x.sum(), people.later.sum(), cents]
    return np.concatenate([by_repeats, np.array(sums, dtype=np.int64)])
