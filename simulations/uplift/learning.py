"""Learning whom to call: a pilot with a random half called, two regressions, and the order that follows."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from simulations.logistic import logistic
from simulations.uplift.closed_forms import Numbers
from simulations.uplift.people import CAMPAIGN, Population, customers, population
from simulations.uplift.terms import CALL, Terms, only

RIDGE: Final = (1e-3, 1.0, 1.0, 1.0)
"""The weight against large slopes; next to none for the level, which is to be that of the pilot."""
PILOT: Final = CAMPAIGN + 1
"""The period of the customers of the pilot; those of further pilots follow."""
LEARNT: Final = ("risk", "uplift")
"""The scores that a pilot has to be paid for."""


@dataclass(frozen=True)
class Fit:
    """What a pilot has taught: slopes of the log-odds to leave, alone and called."""

    alone: Numbers
    called: Numbers

    def risk(self, people: Population) -> Numbers:
        """What the pilot takes for the chance to leave if nobody calls."""
        return np.asarray(expit(people.columns @ self.alone))

    def uplift(self, people: Population) -> Numbers:
        """What the pilot takes for the effect of the call."""
        return np.asarray(self.risk(people) - expit(people.columns @ self.called))


def pilot_of(terms: Terms, size: int, turn: int = 0) -> Population:
    """The customers of a pilot; a larger one begins with those of a smaller. `turn` takes another pilot."""
    return population(terms, 0, size, PILOT + turn)


def learn(people: Population, size: int) -> Fit:
    """What a pilot with the first `size` of these people teaches; a half of them, by lot, was called."""
    is_called = people.lot[:size] < 0.5
    left = np.where(is_called, people.leaves_called[:size], people.leaves_alone[:size])
    columns, weights = people.columns[:size], np.ones(size)
    alone, called = (
        logistic(columns[arm], left[arm], weights[arm], RIDGE) for arm in (~is_called, is_called)
    )
    return Fit(alone, called)


@dataclass(frozen=True)
class Ranking:
    """The customers of a campaign in the order in which a score calls them."""

    order: NDArray[np.int64]
    kept: Numbers
    """Customers kept by chances, after nobody, the first, the first two, …, are called."""


def ranking(terms: Terms, name: str = "") -> Ranking:
    """The order by the chosen score, or by the one of this name; money does not change it."""
    chosen = replace(terms, score=name or terms.score)
    is_learnt = chosen.score in LEARNT
    return _ranking(only(chosen, "n", "seed", "score", *CALL, *(("pilot",) if is_learnt else ())))


@lru_cache(maxsize=16)
def _ranking(terms: Terms) -> Ranking:
    people = customers(terms)
    order = np.argsort(-scores(terms, people), kind="stable")
    return Ranking(order, np.concatenate([[0.0], np.cumsum(people.effect[order])]))


def scores(terms: Terms, people: Population) -> Numbers:
    """The score by which customers are called first: by lot, risk, uplift, or the truth that nobody has."""
    if terms.score == "chance":
        return people.lot
    if terms.score == "truth":
        return people.effect
    fit = fitted(terms)
    return fit.risk(people) if terms.score == "risk" else fit.uplift(people)


def fitted(terms: Terms) -> Fit:
    """What the run's own pilot has taught, kept while only the campaign changes."""
    return _fitted(only(terms, "seed", "pilot", *CALL))


@lru_cache(maxsize=32)
def _fitted(terms: Terms) -> Fit:
    return learn(pilot_of(terms, terms.pilot), terms.pilot)
