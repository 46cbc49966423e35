"""The tables behind the charts: the effect by tenths, customers kept, profit by share and by pilot."""

from dataclasses import replace
from functools import lru_cache
from typing import Final

import numpy as np

from courseware.table import Table, make_table
from simulations.uplift import closed_forms as forms
from simulations.uplift.closed_forms import Numbers
from simulations.uplift.learning import LEARNT, Fit, learn, pilot_of, ranking
from simulations.uplift.model import THOUSAND, profits
from simulations.uplift.people import Population, customers
from simulations.uplift.terms import CALL, Terms, only

TENTHS: Final = 10
POINTS: Final = np.arange(0, 51) / 50
"""The shares of customers called that are compared."""
SIZES: Final = (100, 250, 1000, 4000)
"""The pilots that are compared."""
TURNS: Final = 20
"""So many pilots of each size, each with customers of its own, show how chance moves them."""
SEEN: Final = 4000
"""On at most so many customers of the campaign further pilots are tried."""


def effect_table(terms: Terms) -> Table:
    """One row a tenth of the customers, the highest score first: the chance to leave alone and called."""
    people, order = customers(terms), ranking(terms).order
    parts = [part for part in np.array_split(order, TENTHS) if len(part)]
    return make_table(
        {
            "tenth": np.arange(1, len(parts) + 1),
            "people": [len(part) for part in parts],
            "alone": [people.alone[part].mean() for part in parts],
            "called": [people.called[part].mean() for part in parts],
            "effect": [people.effect[part].mean() for part in parts],
        }
    )


def qini_table(terms: Terms) -> Table:
    """For each share called: customers kept per thousand, by each score."""
    places = np.rint(POINTS * terms.n).astype(int)
    each = THOUSAND / terms.n
    return make_table(
        {
            "share_called": POINTS,
            "kept_by_lot": [forms.kept_by_chance(terms, share) * THOUSAND for share in POINTS.tolist()],
            "kept_by_risk": ranking(terms, "risk").kept[places] * each,
            "kept_by_uplift": ranking(terms, "uplift").kept[places] * each,
            "kept_by_truth": ranking(terms, "truth").kept[places] * each,
        }
    )


def campaign_table(terms: Terms) -> Table:
    """For each share called: profit per thousand customers, by each score."""
    places = np.rint(POINTS * terms.n).astype(int)
    by_lot = [
        forms.kept_by_chance(terms, share) * terms.margin - share * terms.call_cost
        for share in POINTS.tolist()
    ]
    return make_table(
        {
            "share_called": POINTS,
            "profit_by_lot": np.array(by_lot) * THOUSAND,
            "profit_by_risk": profits(terms, "risk")[places],
            "profit_by_uplift": profits(terms, "uplift")[places],
            "profit_by_truth": profits(terms, "truth")[places],
        }
    )


def pilot_table(terms: Terms) -> Table:
    """One row a size: what twenty such pilots earn per thousand customers, their own cost left out."""
    rows = np.sort(_earned(terms), axis=1)
    return make_table(
        {
            "pilot": SIZES,
            "lowest": [row[0] for row in rows],
            "middle": [float(np.median(row)) for row in rows],
            "mean": [row.mean() for row in rows],
            "highest": [row[-1] for row in rows],
            "share_losing": [(row < 0).mean() for row in rows],
        }
    )


def _few(terms: Terms) -> int:
    return min(terms.n, SEEN)


def _earned(terms: Terms) -> Numbers:
    """Profit per thousand customers, one row a size, one column a pilot."""
    few, count = _few(terms), round(terms.called * _few(terms))
    kept = _kept(only(replace(terms, n=few), "n", "seed", "score", *CALL), count)
    return np.asarray((terms.margin * kept - terms.call_cost * count) * THOUSAND / few)


@lru_cache(maxsize=64)
def _kept(terms: Terms, count: int) -> Numbers:
    """Customers kept if so many are called, in the order that each of the further pilots teaches."""
    if terms.score not in LEARNT:
        return np.full((len(SIZES), TURNS), ranking(terms).kept[count])
    people = customers(terms)
    pilots = [pilot_of(terms, SIZES[-1], turn) for turn in range(1, TURNS + 1)]
    return np.array([[_kept_by(terms, people, learn(one, size), count) for one in pilots] for size in SIZES])


def _kept_by(terms: Terms, people: Population, fit: Fit, count: int) -> float:
    score = fit.risk(people) if terms.score == "risk" else fit.uplift(people)
    first = np.argpartition(-score, min(count, terms.n - 1))[:count]
    return float(people.effect[first].sum())
