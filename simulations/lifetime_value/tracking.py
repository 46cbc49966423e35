"""Week by week: how often customers have come back, and how often a model says they would."""

import numpy as np

from simulations.history import Numbers, Whole
from simulations.lifetime_value.analysis import analysis, fitted, fitted_without_leaving
from simulations.lifetime_value.log import Log
from simulations.lifetime_value.market import Market


def repeats_by(log: Log, weeks: Numbers) -> Whole:
    """How many repeat purchases were made up to the end of each of these weeks."""
    repeats = np.sort(log.week[log.is_first == 0])
    return np.searchsorted(repeats, weeks + 1e-9, side="right")


def foretold(market: Market, weeks: Numbers) -> Numbers:
    """The same as the model fitted to the purchases up to the cut foretells it."""
    log = analysis(market).log
    begun, customers = np.unique(log.first_week - log.grain, return_counts=True)
    since = np.maximum(weeks[:, None] - begun, 0.0)
    if market.story == "stay":
        never = fitted_without_leaving(market).model
        return np.asarray(since @ customers * (never.r / never.alpha))
    return np.asarray(fitted(market).model.of_the_living(0, 0.0, since) @ customers)
