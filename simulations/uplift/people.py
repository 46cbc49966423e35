"""The customers: three traits that the firm sees, the chance to leave in two worlds, one luck for both."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from courseware.chance import stream, uniforms
from simulations.uplift.closed_forms import Numbers, chance_alone, chance_called
from simulations.uplift.terms import CALL, Terms, only

DECIDED, OPEN, NOISE, LUCK = range(4)
"""Columns of each customer's uniforms: the traits, and what decides who leaves."""
TRAITS: Final = (DECIDED, OPEN, NOISE)
WHO, LOT = 0, 1
"""Purposes of the streams: who the customers are, and what is drawn for each by lot."""
CAMPAIGN: Final = 0
"""The period of the campaign's customers; those of the pilots follow."""
TINY: Final = 2.0**-54
"""Stands for a uniform of exactly 0, whose normal would be minus infinity."""


@dataclass(frozen=True)
class Population:
    """One entry a customer; one uniform decides both worlds, so that only the call differs between them."""

    traits: Numbers
    """How decided to leave, how open to the call, and a column that means nothing."""
    alone: Numbers
    """The chance to leave if nobody calls."""
    called: Numbers
    """The chance to leave if called."""
    luck: Numbers
    lot: Numbers
    """A number drawn for each, for whatever is to be decided by lot."""

    @cached_property
    def columns(self) -> Numbers:
        """What a regression sees of each: a one, and the traits."""
        return np.column_stack([np.ones(len(self.traits)), self.traits])

    @cached_property
    def effect(self) -> Numbers:
        """By how much the call lowers the chance to leave; negative where it drives away."""
        return self.alone - self.called

    @property
    def leaves_alone(self) -> NDArray[np.bool_]:
        """Who leaves if nobody calls."""
        return self.luck < self.alone

    @property
    def leaves_called(self) -> NDArray[np.bool_]:
        """Who leaves if called."""
        return self.luck < self.called


def population(terms: Terms, start: int, stop: int, period: int = CAMPAIGN) -> Population:
    """The customers from `start` up to `stop`, the same in any company."""
    traits, alone, luck, lot = _uncalled(terms.seed, terms.number, start, stop, period)
    return Population(traits, alone, chance_called(terms, traits[:, DECIDED], traits[:, OPEN]), luck, lot)


@lru_cache(maxsize=24)
def _uncalled(
    seed: int, number: int, start: int, stop: int, period: int
) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """What no call changes, kept for every call: traits, the chance to leave alone, luck and lot."""
    luck = uniforms(seed, stream(number, period, WHO), start, stop)
    traits = ndtri(np.maximum(luck[:, TRAITS], TINY))
    lot = uniforms(seed, stream(number, period, LOT), start, stop)[:, 0]
    return traits, chance_alone(traits[:, DECIDED]), luck[:, LUCK], lot


def customers(terms: Terms) -> Population:
    """The customers of the campaign, kept while only money, pilot and choice change."""
    return _customers(only(terms, "n", "seed", *CALL))


@lru_cache(maxsize=8)
def _customers(terms: Terms) -> Population:
    return population(terms, 0, terms.n)
