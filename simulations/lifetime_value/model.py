"""Lifetime value: customers without a contract buy now and then, and silently stop; what are they worth?"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from courseware.table import Table, make_table
from simulations.history import Numbers, histories
from simulations.lifetime_value.account import ALIVE, OFTEN, account
from simulations.lifetime_value.analysis import Analysis, analysis, fitted, top_tenth, values
from simulations.lifetime_value.market import Market
from simulations.lifetime_value.tracking import foretold
from simulations.measures import LazyMeasures


@dataclass(frozen=True, kw_only=True)
class LifetimeValue(Market):
    """Simulated customers, or real ones, and what an analyst makes of them."""

    def run(self) -> Table:
        """How many simulated customers came back how often while they were watched, run and formula."""
        return make_table(
            {
                "repeats": range(OFTEN + 1),
                "customers": account(self)[: OFTEN + 1],
                "customers_expected": self.n * repeat_chances(self),
            }
        )

    def measures(self) -> Mapping[str, float]:
        """What was bought, what is foretold, and what the customers are worth; nan where nobody is."""
        return LazyMeasures(
            {
                TRUTH: partial(_of_truth, self),
                PAST: partial(_of_past, self),
                FIT: partial(_of_fit, self),
                WORTH: partial(_of_worth, self),
                PROBE: partial(_of_probe, self),
            }
        )


TRUTH = ("share_alive",)
PAST = ("customers_known", "mean_repeats", "share_once", "alive_expected", "later_actual")
FIT = (
    "later_foretold",
    "forecast_error",
    "fit_r",
    "fit_alpha",
    "fit_a",
    "fit_b",
    "loglik",
    "gradient_norm",
    "is_converged",
)
WORTH = ("historical", "current", "potential", "equity", "best_stay_best", "top_share", "slip")
PROBE = ("probe_alive", "probe_expected")
"""The measures: the truth, the past, what is fitted to it, what customers are worth, and one customer."""


def repeat_chances(market: Market) -> Numbers:
    """The chance of 0, 1, … repeat purchases while watched; the last stands for that and more."""
    ages = np.repeat(market.watched - np.arange(market.entry + 1.0), OFTEN)
    chances = market.buying.chances(np.tile(np.arange(float(OFTEN)), market.entry + 1), ages)
    mean = chances.reshape(-1, OFTEN).mean(axis=0)
    return np.append(mean, max(0.0, 1 - float(mean.sum())))


def _of_truth(market: Market) -> dict[str, float]:
    """What only a simulation knows."""
    if market.source != "simulated":
        return {"share_alive": float("nan")}
    return {"share_alive": float(account(market)[ALIVE]) / market.n}


def _of_past(market: Market) -> dict[str, float]:
    found = analysis(market)
    known, customers = found.known.histories, len(found.known.spent)
    later = int((found.log.week > found.log.cut).sum())
    return {
        "customers_known": customers,
        "mean_repeats": mean(known.x),
        "share_once": mean(known.x == 0),
        "alive_expected": mean(found.buying.alive(known)),
        "later_actual": later / customers if customers else float("nan"),
    }


def _of_fit(market: Market) -> dict[str, float]:
    found, fit = analysis(market), fitted(market)
    customers = max(len(found.known.spent), 1)
    at_cut, at_end = foretold(market, np.array([found.log.cut, found.log.end]))
    actual = int((np.diff(found.log.customer, prepend=-1) == 0).sum())
    return {
        "later_foretold": (at_end - at_cut) / customers,
        "forecast_error": at_end / actual - 1 if actual else float("nan"),
        "fit_r": fit.model.r,
        "fit_alpha": fit.model.alpha,
        "fit_a": fit.model.a,
        "fit_b": fit.model.b,
        "loglik": fit.climb.loglik,
        "gradient_norm": fit.climb.gradient_norm,
        "is_converged": float(fit.climb.is_converged),
    }


def _of_worth(market: Market) -> dict[str, float]:
    worth = values(market)
    past, ahead = top_tenth(worth.historical), top_tenth(worth.current)
    right = values(replace(market, read_as="weeks"))
    return {
        "historical": mean(worth.historical),
        "current": mean(worth.current),
        "potential": mean(worth.potential),
        "equity": float(worth.current.sum()),
        "best_stay_best": _share((past & ahead).sum(), past.sum()),
        "top_share": _share(worth.current[ahead].sum(), worth.current.sum()),
        "slip": _share(worth.current.sum(), right.current.sum()),
    }


def _of_probe(market: Market) -> dict[str, float]:
    alive, expected = probed(market, analysis(market))
    return {"probe_alive": alive, "probe_expected": expected}


def probed(market: Market, found: Analysis) -> tuple[float, float]:
    """Whether the customer whose history the reader sets is still there, and the purchases to expect."""
    bought, last = probe(market, found)
    one = histories([bought], [last], [found.log.cut], "weeks")
    return float(found.buying.alive(one)[0]), float(found.buying.conditional(one, market.future)[0])


def probe(market: Market, found: Analysis) -> tuple[int, float]:
    """Repeat purchases and last week of that customer, as far as they can be: nobody buys after the cut."""
    last = min(float(market.last_week), found.log.cut)
    return (market.bought, last) if market.bought and last else (0, 0.0)


def _share(part: float, whole: float) -> float:
    return float(part / whole) if whole else float("nan")


def mean(numbers: NDArray[Any]) -> float:
    """The mean; nan of nothing."""
    return float(np.mean(numbers)) if len(numbers) else float("nan")


MODEL = LifetimeValue
