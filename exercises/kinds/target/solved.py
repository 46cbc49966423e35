"""A student's own goals and the unseen runs that tell whether they are reached."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import simulations
from courseware.chance import seed_for
from courseware.problem import ReaderError
from courseware.text import Text
from exercises.fillin import show
from exercises.kinds.target.written import ControlRange, Goal, Op, TargetItem, Value
from exercises.question import Control
from exercises.scope import Scope
from simulations.model import MAX_SEED

SEEDS: Final = 5
"""On how many unseen seeds the controls are run."""

_SIGNS: Final[Mapping[str, str]] = {">=": "≥", "<=": "≤", ">": ">", "<": "<"}


@dataclass(frozen=True)
class Aim:
    """A goal as this student has it: `label` says it in words, `form` is how its measure is written."""

    measure: str
    op: Op
    value: float
    weight: float
    label: Text
    form: str
    why: Text

    def is_met(self, reached: float) -> bool:
        """Whether `reached` is on the right side of the value."""
        if self.op in {">=", ">"}:
            return reached > self.value or (self.op == ">=" and reached == self.value)
        return reached < self.value or (self.op == "<=" and reached == self.value)


@dataclass(frozen=True)
class Solution:
    """What is run, on which seeds, and what it must reach; `passes` are controls that do."""

    simulation: str
    fixed: Mapping[str, Value]
    seeds: tuple[int, ...]
    aims: tuple[Aim, ...]
    passes: Mapping[str, float]
    fails: Mapping[str, float]


def solve(item: TargetItem, scope: Scope) -> Solution:
    """The goals with this student's numbers; the seeds follow from the secret and are never shown."""
    seeds = tuple(_unseen(scope.seed, index) for index in range(SEEDS))
    aims = tuple(_aim(goal, item.simulation, scope) for goal in item.goals)
    return Solution(item.simulation, item.set, seeds, aims, item.tests.pass_, item.tests.fail)


def _unseen(seed: int, index: int) -> int:
    return 2 + seed_for(str(seed).encode(), "unseen", str(index)) % (MAX_SEED - 2)


def _aim(goal: Goal, simulation: str, scope: Scope) -> Aim:
    words = simulations.find(simulation).words.measures[goal.measure]
    value = scope.number(goal.value)
    bound = f" {_SIGNS[goal.op]} {show(value, words.format)}"
    label = Text(en=words.label.en + bound, zh=words.label.zh + bound)
    return Aim(goal.measure, goal.op, value, goal.weight, label, words.format, scope.fill(goal.why))


def controls(item: TargetItem) -> tuple[Control, ...]:
    """What the student may set; bounds, steps and starting points come from the simulation if unsaid."""
    model = simulations.model_of(item.simulation)
    known = {parameter.name: parameter for parameter in simulations.parameters(model)}
    return tuple(_control(name, written, known[name]) for name, written in item.controls.items())


def _control(name: str, written: ControlRange, parameter: simulations.Parameter) -> Control:
    bounds = parameter.bounds
    if bounds is None:
        raise ReaderError(Text(en=f"{name} is not a number.", zh=f"{name} 不是数值参数。"))
    low = bounds.low if written.min is None else written.min
    high = bounds.high if written.max is None else written.max
    default = float(parameter.default) if written.default is None else written.default
    return Control(name, low, high, written.step or bounds.step, min(max(default, low), high))


def reached(solution: Solution, values: Mapping[str, float]) -> dict[str, float]:
    """Each goal's measure, on average over the unseen runs; a ReaderError if the model refuses `values`."""
    model = simulations.model_of(solution.simulation)
    runs = [model.of({**solution.fixed, **values, "seed": seed}).measures() for seed in solution.seeds]
    return {aim.measure: sum(run[aim.measure] for run in runs) / len(runs) for aim in solution.aims}
