"""The integrated firm beside the silo: the same customers, the same luck, two ways to staff the phones."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Final

import numpy as np
from numpy.typing import NDArray

from courseware.chance import BLOCK, stream, uniforms
from courseware.table import Table, make_table
from simulations.integrated.firm import Firm
from simulations.measures import LazyMeasures

Counts = NDArray[np.int64]
Numbers = NDArray[np.float64]

KINDS: Final = ("silo", "integrated")

ENDS: Final = ("customers", "agents", "answered", "profit")
RESTS: Final = tuple(f"{kind}_{what}" for kind in KINDS for what in ("rest", "doubling"))
"""The measures of each firm after the last month, and those of where both rest: few charts show both."""


@dataclass(frozen=True, kw_only=True)
class Integrated(Firm):
    """Two firms that start alike and win the same new customers."""

    def run(self) -> Table:
        """One row a month from 0: customers, agents and share answered of both, and what was expected."""
        columns: dict[str, object] = {"period": np.arange(self.periods + 1)}
        for kind in KINDS:
            customers, agents, answered = account(self, kind)
            columns[kind] = customers
            columns[f"{kind}_expected"] = expected(self, kind)
            columns[f"{kind}_agents"] = agents
            columns[f"{kind}_answered"] = answered
        return make_table(columns)

    def measures(self) -> Mapping[str, float]:
        """Where both firms are after the last month, where they would rest, and what doubling brings."""
        ends = {tuple(f"{kind}_{what}" for what in ENDS): partial(_at_the_end, self, kind) for kind in KINDS}
        return LazyMeasures({**ends, RESTS: partial(_resting, self)})


def _resting(model: Integrated) -> Mapping[str, float]:
    return _at_rest(replace(model, seed=0, periods=1, margin=0.0, wage=0.0, links="silo"))


def _at_the_end(model: Integrated, kind: str) -> dict[str, float]:
    customers, agents, answered = (float(column[-1]) for column in account(model, kind))
    return {
        f"{kind}_customers": customers,
        f"{kind}_agents": agents,
        f"{kind}_answered": answered,
        f"{kind}_profit": model.margin * customers - model.wage * agents,
    }


@lru_cache(maxsize=64)
def _at_rest(model: Integrated) -> Mapping[str, float]:
    found = {}
    for kind in KINDS:
        now, then = rests(model, kind)
        found[f"{kind}_rest"] = now
        found[f"{kind}_doubling"] = then / now - 1 if now else float("nan")
    return found


def rests(model: Firm, kind: str) -> tuple[float, float]:
    """Where a firm rests now, and with twice as many new customers a month."""
    now, twice = (model.rest(integrated=kind == "integrated", times=times) for times in (1, 2))
    return now, twice


def staff(model: Firm, kind: str, customers: float) -> int:
    """How many agents a firm of this kind has for so many customers."""
    return model.agents(customers) if kind == "integrated" else model.silo_agents


@lru_cache(maxsize=64)
def account(model: Integrated, kind: str) -> tuple[Counts, Counts, Numbers]:
    """Customers, agents and the share of calls answered in each month from 0."""
    months = zip(*simulate(model, kind), strict=True)
    counts, agents, answered = (np.array(column) for column in months)
    return counts, agents, answered


def simulate(model: Integrated, kind: str) -> Iterator[tuple[int, int, float]]:
    """The same month by month: each customer stays by a luck of their own, alike in both firms."""
    here = np.ones(model.n + model.periods * model.acquisition, dtype=bool)
    people = model.n
    for period in range(model.periods + 1):
        count = int(np.count_nonzero(here[:people]))
        agents = staff(model, kind, count)
        answered = model.answered(count, agents)
        yield count, agents, answered
        if period < model.periods:
            here[:people] &= _luck(model, period, people) < model.stay(answered)
            people += model.acquisition


def _luck(model: Integrated, period: int, people: int) -> Numbers:
    """One uniform for each customer and month; four months share a block."""
    block = period // BLOCK
    most = model.n + model.acquisition * min(BLOCK * (block + 1), model.periods)
    return _drawn(model.seed, stream(model.number, block, 0)).of(most)[period % BLOCK, :people]


@lru_cache(maxsize=32)
def _drawn(seed: int, number: int) -> "Block":
    return Block(seed, number)


class Block:
    """Four months of luck, a row a month: the same for every model of a seed, however many customers come."""

    def __init__(self, seed: int, number: int) -> None:
        self._seed, self._number = seed, number
        self._rows = np.empty((BLOCK, 0))

    def of(self, people: int) -> Numbers:
        """The luck of at least so many customers; what was drawn before is not drawn again."""
        rows = self._rows
        if rows.shape[1] < people:
            more = uniforms(self._seed, self._number, rows.shape[1], people)
            self._rows = rows = np.concatenate([rows, more.T], axis=1)
        return rows


@lru_cache(maxsize=64)
def expected(model: Integrated, kind: str) -> Numbers:
    """The number of customers in each month by N′ = a + r(service)·N, without luck."""
    customers = [float(model.n)]
    for _ in range(model.periods):
        customers.append(model.next(customers[-1], staff(model, kind, customers[-1])))
    return np.array(customers)


MODEL = Integrated
