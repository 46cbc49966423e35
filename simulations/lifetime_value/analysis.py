"""What an analyst makes of a market: the log, what is known of each customer, and the models fitted to it."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final

import numpy as np

from simulations.bg_nbd import BgNbd
from simulations.lifetime_value.bg_nbd_fit import BgNbdFit, fit_bg_nbd
from simulations.lifetime_value.gamma_gamma import GammaGamma, fit_gamma_gamma
from simulations.lifetime_value.log import Knowledge, Log, knowledge, log_of
from simulations.lifetime_value.market import LOOKS, Market
from simulations.lifetime_value.nbd import NbdFit, fit_nbd
from simulations.lifetime_value.worth import Worth, worth

FEWEST: Final = 10
"""With fewer real customers who came back a fit would say nothing; the set parameters serve then."""


@dataclass(frozen=True, eq=False)
class Analysis:
    """The log, what is known when watching ends, and the models in force.

    Simulated customers are judged by the parameters that made them, real ones by those that fit them.
    """

    log: Log
    known: Knowledge
    buying: BgNbd
    spending: GammaGamma


def analysis(market: Market) -> Analysis:
    """The analysis of a market; kept, whatever only looks at it."""
    return _analysis(replace(market, **LOOKS))


@lru_cache(maxsize=32)
def _analysis(market: Market) -> Analysis:
    log = log_of(market)
    known = knowledge(log)
    repeats = known.histories.x > 0
    if market.source == "simulated" or repeats.sum() < FEWEST:
        return Analysis(log, known, market.buying, market.spending)
    spending = fit_gamma_gamma(known.histories.x[repeats], known.spent[repeats]).model
    return Analysis(log, known, fit_bg_nbd(known.histories).model, spending)


def fitted(market: Market) -> BgNbdFit:
    """BG/NBD as the purchases up to the cut tell it."""
    return _fitted(replace(market, **LOOKS))


@lru_cache(maxsize=32)
def _fitted(market: Market) -> BgNbdFit:
    return fit_bg_nbd(_analysis(market).known.histories)


def fitted_without_leaving(market: Market) -> NbdFit:
    """The same by somebody who believes that no customer ever leaves."""
    return _without_leaving(replace(market, **LOOKS))


@lru_cache(maxsize=32)
def _without_leaving(market: Market) -> NbdFit:
    return fit_nbd(_analysis(market).known.histories.merged)


def values(market: Market) -> Worth:
    """The value of each customer."""
    return _values(replace(market, bought=0, last_week=0, story="leave"))


@lru_cache(maxsize=32)
def _values(market: Market) -> Worth:
    found = analysis(market)
    return worth(market, found.log, found.known, found.buying, found.spending)


def top_tenth(value: Any) -> Any:
    """Which customers are the tenth worth most, at least one."""
    count = max(1, len(value) // 10)
    best = np.zeros(len(value), dtype=bool)
    best[np.argsort(-value, kind="stable")[:count]] = True
    return best
