"""Scores and what they are worth: RFM quintiles, a churn score, and the figures that judge it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from simulations.analytics.base import Customers, Flags, Numbers, population
from simulations.logistic import logistic

RIDGE: Final = 1e-3
"""A little weight against endless coefficients where the records tell all."""


def quintiles(values: Sequence[float] | NDArray[Any], *, low_is_best: bool = False) -> NDArray[np.int64]:
    """The fifth in which each value lies by rank, 5 the best (Hughes); equals have that of their middle.

    >>> quintiles([1, 1, 1, 1, 9]).tolist()
    [2, 2, 2, 2, 5]
    """
    numbers = np.asarray(values, dtype=np.float64)
    _, kind, count = np.unique(-numbers if low_is_best else numbers, return_inverse=True, return_counts=True)
    end = np.cumsum(count)
    twice_the_middle = 2 * end - count - 1  # of the first and the last place, both counted from 0
    return np.asarray((5 * twice_the_middle // max(2 * len(numbers), 1) + 1)[kind], dtype=np.int64)


@dataclass(frozen=True)
class Score:
    """The churn score of the customers who were held out of the training."""

    held_out: NDArray[np.int64]
    """Which customers these are."""
    chance: Numbers
    """What the score takes for their chance to leave."""


@lru_cache(maxsize=16)
def _fitted(model: Customers) -> Score:
    people = population(model)
    everyone = np.arange(model.n)
    past, held_out = everyone[::2], everyone[1::2] if model.n > 1 else everyone
    features = people.features
    centre, scale = features[past].mean(axis=0), features[past].std(axis=0)
    columns = np.column_stack([np.ones(model.n), (features - centre) / np.where(scale > 0, scale, 1)])
    left = people.leaves[past]
    weights = _balance(left) if model.training == "balanced" else np.ones(len(past))
    slopes = logistic(columns[past], left, weights, RIDGE)
    return Score(held_out, expit(columns[held_out] @ slopes))


def fitted(model: Customers) -> Score:
    """The score learnt from every other customer, kept while only the campaign changes."""
    return _fitted(replace(model, groups=2, contacted=0.0, contact_cost=0.0, margin=0.0))


def _balance(left: Flags) -> Numbers:
    """Weights that make leavers and stayers count alike in sum."""
    share = min(max(float(left.mean()), 1e-6), 1 - 1e-6)
    return np.where(left, 0.5 / share, 0.5 / (1 - share))


def auc(score: Numbers, left: Flags) -> float:
    """The chance that a leaver scores higher than a stayer; equals count half. nan if all are alike."""
    leavers, stayers = score[left], np.sort(score[~left])
    if not len(leavers) or not len(stayers):
        return float("nan")
    below = np.searchsorted(stayers, leavers, "left") + np.searchsorted(stayers, leavers, "right")
    return float(below.mean() / 2 / len(stayers))


def brier(score: Numbers, left: Flags) -> float:
    """The mean squared error of the chances."""
    return float(np.mean((score - left) ** 2))


def captured(score: Numbers, left: Flags, share: float) -> float:
    """The share of all leavers who are among this share of customers with the highest score."""
    count = round(share * len(score))
    return _leavers(score, left, count) / float(left.sum()) if left.any() else float("nan")


def lift(score: Numbers, left: Flags, share: float) -> float:
    """How many times as many leave among this share with the highest score as among all."""
    count = round(share * len(score))
    if not left.any() or not count:
        return float("nan")
    return _leavers(score, left, count) / count / float(left.mean())


def _leavers(score: Numbers, left: Flags, count: int) -> float:
    """The leavers among so many with the highest score; of equals at the edge each counts in part."""
    if not count:
        return 0.0
    edge = np.partition(score, -count)[-count]
    above, equal = score > edge, score == edge
    return float(left[above].sum() + (count - above.sum()) * left[equal].mean())
