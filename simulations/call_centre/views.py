"""The tables behind the charts: the waits, the staffing, the day, the teams."""

from dataclasses import replace
from functools import lru_cache
from typing import Final

import numpy as np

from courseware.table import Table, make_table
from simulations.call_centre.centre import Centre
from simulations.call_centre.day import HOUR, SLOT, day, rate
from simulations.call_centre.floor import calls, calls_of_teams
from simulations.call_centre.line import Counts, Numbers
from simulations.call_centre.model import teams_expected
from simulations.drawing import snug

SPANS: Final = (120.0, 240.0, 480.0, 960.0, 1920.0, 3840.0)
STEPS: Final = 30
MOST_TEAMS: Final = 5


def span(model: Centre) -> float:
    """How many seconds of waiting the chart shows: nearly all that the formula expects."""
    line = model.line(model.agents)
    return snug(
        next((end for end in SPANS if line.still_waiting(end) < 0.01), SPANS[-1]), (*SPANS, model.threshold)
    )


def waiting_table(model: Centre) -> Table:
    """The share of callers still in the line after so many seconds: in the run, and by formula."""
    seconds = np.linspace(0, span(model), STEPS + 1)
    waits = np.sort(calls(model).wait)
    longer = len(waits) - np.searchsorted(waits, seconds, "right")
    line = model.line(model.agents)
    return make_table(
        {
            "seconds": seconds,
            "still_waiting": longer / model.n,
            "still_waiting_expected": [line.still_waiting(float(moment)) for moment in seconds],
        }
    )


def reach(model: Centre) -> tuple[int, int]:
    """The numbers of agents that are drawn: around the load, and wide enough for today's."""
    load = model.load
    grain = 10 if load < 50 else 100
    low = int(max(0.0, load - 3 * np.sqrt(load)) // grain * grain)
    high = int(-(-(load + 4.5 * np.sqrt(load)) // grain) * grain)
    return min(low, (model.agents - 1) // grain * grain), max(high, -(-model.agents // grain) * grain)


def staffing_table(model: Centre) -> Table:
    """What each number of agents would bring, by formula; a wait that grows for ever is nan."""
    low, high = reach(model)
    return _staffing(replace(model, agents=1, n=1, seed=0, teams=1, hours=1, rush=1.0), max(low, 1), high)


@lru_cache(maxsize=64)
def _staffing(model: Centre, low: int, high: int) -> Table:
    numbers = range(low, high + 1, max(1, (high - low) // 200))
    lines = [model.line(agents) for agents in numbers]
    level = np.array([line.service_level(model.threshold) for line in lines])
    return make_table(
        {
            "agents": list(numbers),
            "service_level_expected": level,
            "gain": np.diff(level, prepend=np.nan),
            "wait_expected": [line.mean_wait if line.settles else float("nan") for line in lines],
        }
    )


def day_table(model: Centre) -> Table:
    """The day in quarters of an hour: calls that came, how many waited and talked, and how long."""
    today = day(model)
    edges = np.arange(0, model.hours * HOUR + 1, SLOT)
    slot = np.searchsorted(edges, today.stream.arrival, "right") - 1
    came = np.bincount(slot, minlength=len(edges))[: len(edges) - 1]
    gone = np.bincount(slot[today.calls.abandoned], minlength=len(edges))[: len(edges) - 1]
    return make_table(
        {
            "hour": edges[1:] / HOUR,
            "calls": came,
            "calls_expected": rate(model, edges[1:] - SLOT / 2) * SLOT,
            "hung_up": gone,
            "longest": _most(today.waiting(np.arange(0, model.hours * HOUR, 60)), len(edges) - 1),
            "busy": today.busy(edges[1:]),
            "mean_wait": _means(today.calls.wait, slot, came),
        }
    )


def _most(waiting: Counts, slots: int) -> Counts:
    return np.asarray(waiting.reshape(slots, -1).max(axis=1))


def _means(waits: Numbers, slot: Counts, came: Counts) -> Numbers:
    sums = np.bincount(slot, waits, minlength=len(came) + 1)[: len(came)]
    return np.asarray(np.divide(sums, came, out=np.full(len(came), np.nan), where=came > 0))


def pooling_table(model: Centre) -> Table:
    """The mean wait with one to five teams: by formula, and in the run for one and for today's."""
    numbers = range(1, min(MOST_TEAMS, model.agents) + 1)
    run = {1: calls(model)}
    run[len(model.staff)] = calls_of_teams(model) if len(model.staff) > 1 else calls(model)
    return make_table(
        {
            "teams": list(numbers),
            "wait": [float(run[teams].wait.mean()) if teams in run else np.nan for teams in numbers],
            "wait_expected": [teams_expected(replace(model, teams=teams)) for teams in numbers],
        }
    )
