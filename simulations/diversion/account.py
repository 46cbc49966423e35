"""The account of a run: how many cases each region used, and how many of them were bought elsewhere."""

from functools import lru_cache, partial
from typing import Final

import numpy as np

from courseware.chance import stream, uniforms
from simulations.chunks import CHUNK, WORKERS, Counts, tally
from simulations.diversion.closed_forms import Trade, booked, cases_each, share_brought_in
from simulations.diversion.terms import Terms
from simulations.purchasing import poisson

CASES, RELUCTANCE = 0, 1
"""Columns of each customer's uniforms."""
REGIONS: Final = 3


@lru_cache(maxsize=64)
def carried(terms: Terms) -> Trade:
    """The trade of this run."""
    cells = simulate(terms).astype(np.float64)
    return booked(terms, cells[:, 0], cells[:, 1])


def simulate(
    terms: Terms, start: int = 0, stop: int | None = None, *, chunk: int = CHUNK, workers: int = WORKERS
) -> Counts:
    """Cases used, and cases brought in, of each region's customers from `start` up to `stop`."""
    end = max(terms.customers) if stop is None else stop
    return tally(partial(_count, terms), start, end, chunk=chunk, workers=workers)


def _count(terms: Terms, start: int, stop: int) -> Counts:
    return np.array([_cases(terms, at, start, min(stop, terms.customers[at])) for at in range(REGIONS)])


def _cases(terms: Terms, region: int, start: int, stop: int) -> tuple[int, int]:
    """A customer either buys all cases at home or all from the reseller."""
    luck = uniforms(terms.seed, stream(terms.number, 0, region), start, max(start, stop))
    cases = poisson(np.full(len(luck), cases_each(terms)[region]), luck[:, CASES])
    is_served = luck[:, RELUCTANCE] < share_brought_in(terms)[region]
    return int(cases.sum()), int(cases[is_served].sum())
