"""The customers: what they will do, which nobody sees, and what the purchase records show of it."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import ClassVar, Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import expit, ndtri

from courseware.chance import stream, uniforms
from simulations.model import Model
from simulations.parameter import between, one_of

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]
Counts = NDArray[np.int64]

DAYS: Final = 365
LOYALTY, LUCK, ORDERS, RECENCY, SPEND, TENURE, COMPLAINTS, LEAVES = range(8)
SWAYED, WOKEN = 8, 9
COLUMNS: Final = 12
TINY: Final = 2.0**-54
"""Stands for a uniform of exactly 0, whose normal would be minus infinity."""

NODES, WEIGHTS = np.polynomial.hermite_e.hermegauss(60)
PULL: Final = 2.0
"""How much a step of loyalty lowers the odds of leaving, in logits."""


@dataclass(frozen=True, kw_only=True)
class Customers(Model):
    """Customers with a latent loyalty; all money is per customer."""

    number: ClassVar[int] = 43

    n: int = between(1, 2_000_000, default=4000, step=1)
    churn: float = between(0.05, 0.5, default=0.2, step=0.01)
    signal: float = between(0, 1, default=0.9, step=0.05)
    persuasion: float = between(0, 1, default=0.4, step=0.05)
    sleeping: float = between(0, 0.3, default=0.05, step=0.01)
    groups: int = between(2, 6, default=4, step=1)
    training: str = one_of("as_it_is", "balanced", default="as_it_is")
    contacted: float = between(0, 1, default=0.2, step=0.05)
    contact_cost: float = between(0, 50, default=12.0, step=1)
    margin: float = between(0, 500, default=120.0, step=10)


@dataclass(frozen=True)
class Population:
    """One entry a customer: what the records show, and the truth behind them."""

    recency: Numbers
    """Days since the last order."""
    frequency: Counts
    """Orders in the past year."""
    monetary: Numbers
    """Money spent in the past year."""
    tenure: Numbers
    """Years as a customer."""
    complaints: Counts
    risk: Numbers
    """The true chance to leave within the next year."""
    leaves: Flags
    """Who leaves if nobody contacts them."""
    leaves_if_contacted: Flags

    @property
    def features(self) -> Numbers:
        """What a score may learn from: one row a customer, five columns."""
        counts = (np.log(self.frequency), np.log1p(self.recency), np.log(self.monetary))
        return np.column_stack([*counts, self.tenure, np.log1p(self.complaints)])


def population(model: Customers) -> Population:
    """The customers, kept while only their treatment changes."""
    return _population(
        replace(model, groups=2, training="as_it_is", contacted=0.0, contact_cost=0.0, margin=0.0)
    )


@lru_cache(maxsize=16)
def _population(model: Customers) -> Population:
    luck = uniforms(model.seed, stream(model.number, 0, 0), 0, model.n, COLUMNS)
    loyalty = ndtri(np.maximum(luck[:, LOYALTY], TINY))
    seen = model.signal * loyalty + np.sqrt(1 - model.signal**2) * ndtri(np.maximum(luck[:, LUCK], TINY))
    frequency = 1 + counted(luck[:, ORDERS], 5 * np.exp(0.8 * seen))
    # The last of f orders spread over a year; whoever drifts away ordered longer ago.
    recency = DAYS * (1 - luck[:, RECENCY] ** (1 / frequency)) * np.exp(-1.0 * seen)
    spend = 40 * np.exp(0.5 * ndtri(np.maximum(luck[:, SPEND], TINY)))
    risk = expit(level(model.churn) - PULL * loyalty)
    leaves = luck[:, LEAVES] < risk
    # The most decided cannot be held; the contact reminds some of the others that they may go.
    swayed = luck[:, SWAYED] < np.minimum(1, 2 * model.persuasion * (1 - risk))
    woken = luck[:, WOKEN] < model.sleeping
    return Population(
        recency=np.minimum(recency, DAYS),
        frequency=frequency,
        monetary=spend * frequency,
        tenure=10 * luck[:, TENURE],
        complaints=counted(luck[:, COMPLAINTS], 0.5 * np.exp(-1.0 * seen)),
        risk=risk,
        leaves=leaves,
        leaves_if_contacted=np.where(leaves, ~swayed, woken),
    )


def counted(luck: Numbers, mean: Numbers) -> Counts:
    """Geometric counts from 0 with these means, by inverse transform."""
    return np.asarray(np.floor(np.log1p(-luck) / np.log(mean / (1 + mean))), dtype=np.int64)


@lru_cache(maxsize=64)
def level(churn: float) -> float:
    """Where the odds of leaving must lie so that this share of all leaves."""
    weights = WEIGHTS / WEIGHTS.sum()
    return float(brentq(lambda c: float(weights @ expit(c - PULL * NODES)) - churn, -15, 15))
