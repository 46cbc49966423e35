"""The call centre: a steady stream of calls, its formulas beside it, the day's rush, one line or many."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial

import numpy as np

from courseware.table import Table, make_table
from simulations.call_centre.centre import Centre
from simulations.call_centre.day import HOUR, day
from simulations.call_centre.floor import calls, calls_of_teams, steady
from simulations.call_centre.line import Flags, Numbers
from simulations.measures import LazyMeasures
from simulations.waiting_line import agents_needed

TARGET = 0.8
"""The share of calls to answer within the threshold: the rule of 80 % in 20 seconds."""

RUN = (
    "mean_wait",
    "service_level",
    "abandon_share",
    "occupancy",
    "first_response",
    "share_waiting",
    "longest_wait",
)
FORMULA = ("load", "mean_wait_expected", "service_level_expected", "abandon_expected", "relaxations")
NEEDED = ("agents_needed", "agents_needed_double", "agents_by_root")
DAY = ("day_wait", "day_service_level", "day_abandon_share", "day_longest_queue", "day_worst_hour")
TEAMS = ("teams_wait", "teams_wait_expected")
"""The measures by what they are found from: no chart shows all of them."""


@dataclass(frozen=True, kw_only=True)
class CallCentre(Centre):
    """A call centre that is run, and laid beside Erlang's formulas."""

    def run(self) -> Table:
        """One row a caller of the steady stream: when they called, how long they waited and talked."""
        stream, found = steady(self), calls(self)
        return make_table(
            {
                "call": np.arange(1, self.n + 1),
                "arrival": stream.arrival,
                "wait": found.wait,
                "abandoned": found.abandoned,
                "talk": np.where(found.abandoned, 0.0, stream.service),
            }
        )

    def measures(self) -> Mapping[str, float]:
        """The run, the formulas, the day and the teams in named numbers; nan where there are none."""
        return LazyMeasures(
            {
                RUN: partial(_of_the_run, self),
                FORMULA: partial(_by_formula, self),
                NEEDED: partial(_needed, self),
                DAY: partial(_of_the_day, self),
                TEAMS: partial(_of_teams, self),
            }
        )


def mean(values: Numbers | Flags) -> float:
    """The mean, or nan of nothing."""
    return float(values.mean()) if len(values) else float("nan")


@lru_cache(maxsize=64)
def _of_the_run(model: CallCentre) -> Mapping[str, float]:
    stream, found = steady(model), calls(model)
    answered = ~found.abandoned
    last = float(stream.arrival[-1])
    begins = (stream.arrival + found.wait)[answered]
    talked = np.minimum(begins + stream.service[answered], last) - np.minimum(begins, last)
    return {
        "mean_wait": mean(found.wait),
        "service_level": mean(answered & (found.wait <= model.threshold)),
        "abandon_share": mean(found.abandoned),
        "occupancy": float(talked.sum()) / (model.agents * last) if last else float("nan"),
        "first_response": mean(found.wait[answered]),
        "share_waiting": mean(found.wait > 0),
        "longest_wait": float(found.wait.max()),
    }


def _by_formula(model: CallCentre) -> dict[str, float]:
    line = model.line(model.agents)
    return {
        "load": model.load,
        "mean_wait_expected": line.mean_wait if line.settles else float("nan"),
        "service_level_expected": line.service_level(model.threshold),
        "abandon_expected": line.abandon_share,
        "relaxations": model.relaxations(line),
    }


def _needed(model: CallCentre) -> Mapping[str, float]:
    return _staff_needed(replace(model, agents=1, n=1, seed=0, teams=1, hours=1, rush=1.0))


@lru_cache(maxsize=64)
def _staff_needed(model: CallCentre) -> Mapping[str, float]:
    now, twice = (
        agents_needed(factor * model.rate, model.handling, model.limit, share=TARGET, seconds=model.threshold)
        for factor in (1, 2)
    )
    root = float(np.ceil(model.load + np.sqrt(model.load)))
    return {"agents_needed": float(now), "agents_needed_double": float(twice), "agents_by_root": root}


@lru_cache(maxsize=64)
def _of_the_day(model: CallCentre) -> Mapping[str, float]:
    today = day(model)
    moments = np.arange(0, model.hours * HOUR, 60)
    waiting = today.waiting(moments)
    found = today.calls
    return {
        "day_wait": mean(found.wait),
        "day_service_level": mean(~found.abandoned & (found.wait <= model.threshold)),
        "day_abandon_share": mean(found.abandoned),
        "day_longest_queue": float(waiting.max()),
        "day_worst_hour": float(moments[int(waiting.argmax())] / HOUR),
    }


def _of_teams(model: CallCentre) -> dict[str, float]:
    return {"teams_wait": mean(calls_of_teams(model).wait), "teams_wait_expected": teams_expected(model)}


def teams_expected(model: Centre) -> float:
    """The mean wait of all callers when each team has its share of them, by formula; nan if it grows."""
    lines = [(team / model.agents, model.line(team, team / model.agents)) for team in model.staff]
    if not all(line.settles for _, line in lines):
        return float("nan")
    return sum(share * line.mean_wait for share, line in lines)


MODEL = CallCentre
