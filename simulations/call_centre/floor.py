"""A steady stream of calls through the room: the same callers, whoever answers them."""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from courseware.chance import stream, uniforms
from simulations.call_centre.centre import Centre
from simulations.call_centre.line import Calls, Flags, Numbers, fifo

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
        return fifo(self.arrival, self.service, agents, self.patience)


def exponential(luck: Numbers, mean: float) -> Numbers:
    """Exponential times by inverse transform."""
    return np.asarray(-mean * np.log1p(-luck))


def drawn(model: Centre, purpose: int, count: int) -> tuple[Numbers, Stream]:
    """So many callers: gaps between them at a rate of one, and all else of the stream at these times."""
    luck = uniforms(model.seed, stream(model.number, 0, purpose), 0, count)
    patience = exponential(luck[:, HOLDS], model.patience) if model.callers == "hang_up" else None
    times = np.cumsum(exponential(luck[:, ARRIVES], 1.0))
    return times, Stream(times, exponential(luck[:, TALKS], model.handling), patience, luck[:, TEAM])


@lru_cache(maxsize=8)
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
