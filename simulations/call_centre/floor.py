"""A steady stream of calls through the room: the same callers, whoever answers them."""

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np

from courseware.chance import stream, uniforms
from simulations.call_centre.centre import Centre
from simulations.call_centre.line import Calls, Flags, Listed, Numbers, became, listed, walk

ARRIVES, TALKS, HOLDS, TEAM = 0, 1, 2, 3
"""Columns of each caller's uniforms."""

STEADY, DAY = 0, 1
"""Purposes of the streams: the steady stream of calls, and the day with its rush."""


@dataclass(frozen=True)
class Stream:
    """Callers in order of arrival, in seconds; `luck` of the team is a uniform."""

    arrival: Numbers
    service: Numbers
    patience: Numbers | None
    team: Numbers

    def of(self, chosen: Flags) -> "Stream":
        """Only these callers."""
        patience = None if self.patience is None else self.patience[chosen]
        return Stream(self.arrival[chosen], self.service[chosen], patience, self.team[chosen])

    def through(self, agents: int) -> Calls:
        """What becomes of them with so many agents."""
        return became(walk(self._listed, agents), self.arrival, self.patience)

    @cached_property
    def _listed(self) -> Listed:
        return listed(self.arrival, self.service, self.patience)


@dataclass(frozen=True)
class UnscaledCalls:
    """What chance gives each caller, whatever the sliders say: logarithms of uniforms, and one as it is."""

    came: Numbers
    talks: Numbers
    holds: Numbers
    team: Numbers


@lru_cache(maxsize=8)
def _unscaled(seed: int, number: int, count: int) -> UnscaledCalls:
    drawn = uniforms(seed, number, 0, count)
    came, talks, holds = (np.log1p(-drawn[:, column]) for column in (ARRIVES, TALKS, HOLDS))
    return UnscaledCalls(np.cumsum(-came), talks, holds, drawn[:, TEAM])


def drawn(model: Centre, purpose: int, count: int) -> tuple[Numbers, Stream]:
    """So many callers, exponential by inverse transform: when they come at a rate of one, and all else."""
    luck = _unscaled(model.seed, stream(model.number, 0, purpose), count)
    patience = -model.patience * luck.holds if model.callers == "hang_up" else None
    return luck.came, Stream(luck.came, -model.handling * luck.talks, patience, luck.team)


@lru_cache(maxsize=4)
def _steady(seed_of: Centre) -> Stream:
    times, calls = drawn(seed_of, STEADY, seed_of.n)
    return replace(calls, arrival=times / seed_of.rate)


def steady(model: Centre) -> Stream:
    """The steady stream, kept for other numbers of agents."""
    return _steady(replace(model, agents=1, teams=1, threshold=0.0, hours=1, rush=1.0))


@lru_cache(maxsize=16)
def calls(model: Centre) -> Calls:
    """What becomes of each caller of the steady stream with one team of all agents."""
    return steady(model).through(model.agents)


@lru_cache(maxsize=16)
def calls_of_teams(model: Centre) -> Calls:
    """The same callers, each sent by chance to one of several teams with a line of its own."""
    everyone, staff = steady(model), np.array(model.staff)
    team = np.searchsorted(np.cumsum(staff) / model.agents, everyone.team, "right")
    wait, abandoned = np.empty(model.n), np.empty(model.n, dtype=bool)
    for number, agents in enumerate(staff.tolist()):
        own = team == number
        found = everyone.of(own).through(agents)
        wait[own], abandoned[own] = found.wait, found.abandoned
    return Calls(wait, abandoned)
