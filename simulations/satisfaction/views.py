"""The tables behind the charts: the build-up of value, each customer's gap, the promise, the fading."""

from dataclasses import replace
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import logit

from courseware.table import Table, make_table
from simulations.satisfaction.moments import STAY, TRY, VALUE, Numbers, draw, each_moment, perceived, tries
from simulations.satisfaction.offer import Offer

BENEFITS: Final = ("product", "service", "personnel", "image")
COSTS: Final = ("money", "time", "energy", "psychic")
PROMISES: Final = np.arange(121.0)


def value_table(model: Offer) -> Table:
    """What each part adds or takes, and the sum so far; then value, expectation and their gap."""
    steps = [getattr(model, part) for part in BENEFITS] + [-getattr(model, part) for part in COSTS]
    return make_table(
        {
            "part": [*BENEFITS, *COSTS, "cpv", "expectation", "mean_gap"],
            "points": [*steps, model.value, model.expectation, model.value - model.expectation],
            "reaches": [*np.cumsum(steps), model.value, model.expectation, model.value],
        }
    )


def gap_table(model: Offer) -> Table:
    """One row for each customer who tries: what was expected, what was got, and the gap."""
    first = next(each_moment(model, 0, model.n))
    feeling = (first.gap > model.threshold).astype(int) - (first.gap < -model.threshold).astype(int)
    return make_table(
        {
            "customer": np.flatnonzero(tries(model, 0, model.n)) + 1,
            "expected": first.expectation,
            "perceived": first.value,
            "difference": first.gap,
            "feeling": feeling,
        }
    )


def promise_table(model: Offer) -> Table:
    """What each promise from 0 to 120 would bring with the same customers and the same luck."""
    return _sweep(replace(model, expectation=0.0))


@lru_cache(maxsize=64)
def _sweep(model: Offer) -> Table:
    """Every customer buys within a window of promises: above it nobody wished, below nobody left.

    Expectation after t periods is what it would be for a promise of 0, plus (1−κ)^t of the promise;
    so each period puts a ceiling on the promises at which this customer would have stayed.
    """
    floor = model.reservation + model.choosiness * logit(draw(model, 0, 0, model.n)[:, TRY])
    ceiling = np.full(model.n, np.inf)
    tried = _inside(floor, ceiling)
    purchases = np.zeros(len(PROMISES), dtype=np.int64)
    expectation, kept = np.zeros(model.n), 1.0
    content = tried
    for period in range(1, model.periods + 1):
        luck = draw(model, period, 0, model.n)
        purchases = purchases + _inside(floor, ceiling)
        value = perceived(model, period, luck[:, VALUE])
        if period == 1:
            content = _inside(floor, np.nextafter(value, np.inf))
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            limit = (value - expectation - _least_surprise(model, luck[:, STAY])) / kept
        ceiling = np.minimum(ceiling, limit)
        expectation += model.adaptation * (value - expectation)
        kept *= 1 - model.adaptation
    return _promise_columns(model.n, tried, content, purchases)


def _least_surprise(model: Offer, luck: Numbers) -> Numbers:
    """The surprise (value less expectation) above which a customer with this luck stays."""
    need = logit(luck) - model.stay_base
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        felt = need / model.stay_slope
    return np.asarray(np.where(felt < 0, felt / model.loss_aversion, felt) / (1 - model.assimilation))


def _inside(floor: Numbers, ceiling: Numbers) -> NDArray[np.int64]:
    """For each promise, how many customers have it between their floor and their ceiling."""
    enter = np.searchsorted(PROMISES, floor, "right")
    leave = np.maximum(np.searchsorted(PROMISES, ceiling, "left"), enter)
    size = len(PROMISES) + 1
    change = np.bincount(enter, minlength=size) - np.bincount(leave, minlength=size)
    return np.asarray(np.cumsum(change)[:-1])


def _promise_columns(
    n: int, tried: NDArray[np.int64], content: NDArray[np.int64], purchases: NDArray[np.int64]
) -> Table:
    with np.errstate(divide="ignore", invalid="ignore"):
        return make_table(
            {
                "promise": PROMISES,
                "tried": tried / n,
                "satisfied": content / tried,
                "purchases_each": purchases / tried,
                "purchases_per_prospect": purchases / n,
            }
        )


def fade_table(model: Offer) -> Table:
    """The run, period after period."""
    return model.run()
