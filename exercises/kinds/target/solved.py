"""A student's own goals and the unseen runs that tell whether they are reached."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import simulations
from courseware.chance import seed_for
from courseware.expression import compile_expression
from courseware.problem import ReaderError
from courseware.text import Text
from exercises.fields import AskedControl
from exercises.fillin import show
from exercises.kinds.target.written import ControlRange, Goal, GoalValue, Op, TargetItem
from exercises.scope import Scope
from simulations.model import MAX_SEED

SEEDS: Final = 5
"""On how many unseen seeds the controls are run."""

_SIGNS: Final[Mapping[str, str]] = {">=": "≥", "<=": "≤", ">": ">", "<": "<"}


@dataclass(frozen=True)
class Aim:
    """A goal as this student has it: `label` says it in words, `form` is how its measure is written.

    `expr` is a formula of measures and controls; without one the measure itself is to be reached.
    """

    measure: str
    op: Op
    value: float
    weight: float
    label: Text
    form: str
    why: Text
    expr: str = ""

    def is_met(self, reached: float) -> bool:
        """Whether `reached` is on the right side of the value."""
        if self.op in {">=", ">"}:
            return reached > self.value or (self.op == ">=" and reached == self.value)
        return reached < self.value or (self.op == "<=" and reached == self.value)


@dataclass(frozen=True)
class TargetSolution:
    """What is run, on which seeds, and what it must reach; `passes` are controls that do."""

    simulation: str
    fixed: Mapping[str, GoalValue]
    seeds: tuple[int, ...]
    aims: tuple[Aim, ...]
    passes: Mapping[str, float]
    fails: Mapping[str, float]


def solve(item: TargetItem, scope: Scope) -> TargetSolution:
    """The goals with this student's numbers; the seeds follow from the secret and are never shown."""
    seeds = tuple(_unseen(scope.seed, index) for index in range(SEEDS))
    aims = tuple(_aim(goal, item.simulation, scope) for goal in item.goals)
    return TargetSolution(item.simulation, item.set, seeds, aims, item.tests.pass_, item.tests.fail)


def _unseen(seed: int, index: int) -> int:
    return 2 + seed_for(str(seed).encode(), "unseen", str(index)) % (MAX_SEED - 2)


def _aim(goal: Goal, simulation: str, scope: Scope) -> Aim:
    name, form = _named(goal, simulation)
    value = scope.number(goal.value)
    bound = f" {_SIGNS[goal.op]} {show(value, form)}"
    label = Text(en=name.en + bound, zh=name.zh + bound)
    expr = goal.expr.root if goal.expr else ""
    return Aim(goal.measure or "", goal.op, value, goal.weight, label, form, scope.fill(goal.why), expr)


def _named(goal: Goal, simulation: str) -> tuple[Text, str]:
    """What a goal is about in words, and how its number is written."""
    if goal.measure is None:
        return goal.label or Text(en="", zh=""), goal.format
    words = simulations.find(simulation).words.measures[goal.measure]
    return words.label, words.format


def controls(item: TargetItem) -> tuple[AskedControl, ...]:
    """What the student may set; bounds, steps and starting points come from the simulation if unsaid."""
    model = simulations.model_of(item.simulation)
    known = {parameter.name: parameter for parameter in simulations.parameters(model)}
    return tuple(_control(name, written, known[name]) for name, written in item.controls.items())


def _control(name: str, written: ControlRange, parameter: simulations.Parameter) -> AskedControl:
    bounds = parameter.bounds
    if bounds is None:
        raise ReaderError(no_number(name))
    low = bounds.low if written.min is None else written.min
    high = bounds.high if written.max is None else written.max
    default = float(parameter.default) if written.default is None else written.default
    return AskedControl(name, low, high, written.step or bounds.step, min(max(default, low), high))


def no_number(name: str) -> Text:
    """That a student cannot set this parameter, of which there is only a choice of words."""
    return Text(en=f"{name} is not a number.", zh=f"{name} 不是数值参数。")


def reached(
    solution: TargetSolution, values: Mapping[str, float], seeds: Sequence[int] | None = None
) -> tuple[float, ...]:
    """What each goal comes to on average over the unseen runs, or those with the given seeds.

    A ReaderError if the model refuses `values`.
    """
    model = simulations.model_of(solution.simulation)
    chosen = solution.seeds if seeds is None else seeds
    runs = [model.of({**solution.fixed, **values, "seed": seed}).measures() for seed in chosen]
    return tuple(sum(_value(aim, run, values) for run in runs) / len(runs) for aim in solution.aims)


def _value(aim: Aim, run: Mapping[str, float], values: Mapping[str, float]) -> float:
    if not aim.expr:
        return run[aim.measure]
    return float(compile_expression(aim.expr).evaluate({**run, **values}))
