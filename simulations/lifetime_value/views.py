"""The tables behind the charts: recency and frequency, who is still there, the forecast, the value."""

from typing import Final

import numpy as np

from courseware.table import Table, make_table
from simulations.history import Whole, histories
from simulations.lifetime_value.analysis import analysis, values
from simulations.lifetime_value.market import Market
from simulations.lifetime_value.tracking import foretold, repeats_by

COLUMNS: Final = 13
ROWS: Final = 15
POINTS: Final = 80
"""The most weeks that a line goes through."""
SHOWN: Final = 25
"""The best customers so far, whose value is drawn."""
LINES: Final = 8
"""Customers whose purchases are laid out one by one."""


def alive_table(market: Market) -> Table:
    """For customers with so many repeat purchases, the last in that week: alive, and what to expect."""
    found = analysis(market)
    week = found.log.cut * np.arange(1, COLUMNS + 1) / COLUMNS
    last, repeats = (part.ravel() for part in np.meshgrid(week, np.arange(1, ROWS + 1)))
    known = histories(repeats, last, np.full(len(last), found.log.cut), "weeks")
    return make_table(
        {
            "last_week": last,
            "repeats": repeats,
            "alive": found.buying.alive(known),
            "expected": found.buying.conditional(known, market.future),
        }
    )


def tracking_table(market: Market) -> Table:
    """Repeat purchases up to each week: made, and foretold from what was known at the cut."""
    log = analysis(market).log
    weeks = np.arange(0.0, log.end + 1, int(np.ceil(log.end / POINTS)))
    weeks = np.append(weeks[weeks < log.end], log.end)
    return make_table({"week": weeks, "actual": repeats_by(log, weeks), "foretold": foretold(market, weeks)})


def value_table(market: Market) -> Table:
    """The value of the best customers so far in its three parts."""
    worth, known = values(market), analysis(market).known
    order = np.argsort(-worth.historical, kind="stable")[:SHOWN]
    return make_table(
        {
            "rank": np.arange(1, len(order) + 1),
            "customer": order + 1,
            "repeats": known.histories.x[order],
            "historical": worth.historical[order],
            "current": worth.current[order],
            "potential": worth.potential[order],
        }
    )


def rfm_table(market: Market) -> Table:
    """Recency, frequency, age and mean amount of a few customers, from their purchases."""
    found = analysis(market)
    chosen = picked(found.known.histories.x)
    known = found.known.histories
    return make_table(
        {
            "customer": chosen + 1,
            "first_week": found.log.first_week[chosen],
            "repeats": known.x[chosen],
            "recency": known.recency[chosen],
            "age": known.age[chosen],
            "spent": found.known.spent[chosen],
        }
    )


def picked(x: Whole) -> Whole:
    """A few customers to lay out: mostly such as came back, but not too often to be seen."""
    back = np.flatnonzero((x > 0) & (x <= 8))[: LINES - 2]
    once = np.flatnonzero(x == 0)[: LINES - len(back)]
    often = np.flatnonzero(x > 8)[: LINES - len(back) - len(once)]
    return np.sort(np.concatenate([back, once, often]))
