"""A day in the room: calls come in a rush at one hour and slowly at others."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

import numpy as np

from simulations.call_centre.centre import Centre
from simulations.call_centre.floor import DAY, Stream, drawn
from simulations.call_centre.line import Calls, Counts, Numbers

PEAK: Final = 0.4
"""The share of the day at which most calls come."""

WIDTH: Final = 2700.0
"""How long the rush lasts to either side, in seconds (the spread of a bell)."""

HOUR: Final = 3600.0

SLOT: Final = 900.0
"""The day is counted in quarters of an hour."""


def rate(model: Centre, seconds: Numbers) -> Numbers:
    """Calls per second at a time of the day: the usual rate, `rush` times as many at the peak."""
    bell = np.exp(-0.5 * ((seconds - PEAK * model.hours * HOUR) / WIDTH) ** 2)
    return np.asarray(model.rate * (1 + (model.rush - 1) * bell))


@dataclass(frozen=True)
class Day:
    """The callers of one day and what became of them."""

    stream: Stream
    calls: Calls

    def waiting(self, seconds: Numbers) -> Counts:
        """How many wait at these times."""
        leaves = np.sort(self.stream.arrival + self.calls.wait)
        came = np.searchsorted(self.stream.arrival, seconds, "right")
        return came - np.searchsorted(leaves, seconds, "right")

    def busy(self, seconds: Numbers) -> Counts:
        """How many agents talk at these times."""
        answered = ~self.calls.abandoned
        begins = (self.stream.arrival + self.calls.wait)[answered]
        ends = np.sort(begins + self.stream.service[answered])
        return np.searchsorted(np.sort(begins), seconds, "right") - np.searchsorted(ends, seconds, "right")


@lru_cache(maxsize=8)
def _comers(model: Centre) -> Stream:
    """The callers of the day; the clock runs so that at its own pace one calls each second."""
    seconds = np.linspace(0, model.hours * HOUR, 60 * model.hours + 1)
    pace = rate(model, seconds)
    clock = np.concatenate([[0.0], np.cumsum((pace[1:] + pace[:-1]) / 2 * np.diff(seconds))])
    enough = int(clock[-1] + 8 * np.sqrt(clock[-1]) + 20)
    times, comers = drawn(model, DAY, enough)
    today = times < clock[-1]
    return replace(comers.of(today), arrival=np.interp(times[today], clock, seconds))


@lru_cache(maxsize=16)
def day(model: Centre) -> Day:
    """The day of a model; nobody waits at its start, and the last callers are still answered."""
    comers = _comers(replace(model, agents=1, teams=1, threshold=0.0, n=1))
    return Day(comers, comers.through(model.agents))
