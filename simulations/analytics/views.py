"""The tables behind the charts: the groups, the gains, the calibration, the campaign."""

import numpy as np

from courseware.table import Table, make_table
from simulations.analytics.base import population
from simulations.analytics.groups import groups
from simulations.analytics.model import Analytics, earned, order_by_truth
from simulations.analytics.score import fitted

POINTS = np.arange(0, 101) / 100
TENTHS = 10


def segments_table(model: Analytics) -> Table:
    """One row a customer: recency, frequency, money and the group that k-means puts them in."""
    people = population(model)
    return make_table(
        {
            "recency": people.recency,
            "frequency": people.frequency,
            "monetary": people.monetary,
            "group": groups(model) + 1,
            "leaves": people.leaves,
        }
    )


def lift_table(model: Analytics) -> Table:
    """For each share contacted: the share of leavers among them, by score, by perfect sight, by chance."""
    score = fitted(model)
    left = population(model).leaves[score.held_out]
    ranked = left[np.argsort(-score.chance, kind="stable")]
    total = max(int(left.sum()), 1)
    found = np.concatenate([[0], np.cumsum(ranked)]) / total
    places = np.rint(POINTS * len(left)).astype(int)
    return make_table(
        {
            "contacted": POINTS,
            "by_score": found[places],
            "by_sight": np.minimum(places / total, 1.0),
            "by_chance": POINTS,
        }
    )


def calibration_table(model: Analytics) -> Table:
    """One row a tenth of the customers by score: what the score says, what happened, and the truth."""
    people, score = population(model), fitted(model)
    order = np.argsort(score.chance, kind="stable")
    parts = [part for part in np.array_split(order, TENTHS) if len(part)]
    rows = score.held_out
    return make_table(
        {
            "tenth": np.arange(1, len(parts) + 1),
            "score": [score.chance[part].mean() for part in parts],
            "left_share": [people.leaves[rows[part]].mean() for part in parts],
            "risk": [people.risk[rows[part]].mean() for part in parts],
            "people": [len(part) for part in parts],
        }
    )


def campaign_table(model: Analytics) -> Table:
    """For each share contacted: net profit by score, and if one knew whom a contact keeps."""
    by_score = earned(model)
    by_truth = earned(model, order_by_truth(population(model), fitted(model)))
    places = np.rint(POINTS * (len(by_score) - 1)).astype(int)
    return make_table(
        {
            "contacted": POINTS,
            "profit_by_score": by_score[places],
            "profit_by_chance": POINTS * by_score[-1],
            "profit_if_known": by_truth[places],
        }
    )
