"""Whether a goal's simulation, parameters, measures and bounds exist."""

from collections.abc import Iterable
from typing import Final

import simulations
from courseware.advice import did_you_mean
from courseware.problem import ReaderError
from courseware.text import Text
from exercises.item import KeyPath
from exercises.kind import Finding
from exercises.kinds.target.solved import no_number
from exercises.kinds.target.written import GoalValue, TargetItem


def check(item: TargetItem) -> Iterable[Finding]:
    """Everything that `item` names and its simulation does not have, or would refuse."""
    try:
        simulation = simulations.find(item.simulation)
    except ReaderError as error:
        yield Finding(("simulation",), error.text, _LOOK)
        return
    if item.view:
        yield from _unknown(("view",), item.view, simulation.views)
    measures = simulation.model(n=40).measures()
    for index, goal in enumerate(item.goals):
        if goal.measure is not None:
            yield from _unknown(("goals", index, "measure"), goal.measure, measures)
    for loc, name, value in _settings(item):
        yield from _refused(simulation.model, loc, name, value)
    for name in item.controls:
        if name in simulation.parameters and simulation.parameters[name].bounds is None:
            yield Finding(("controls", name), no_number(name), _FIX_IT)
    for side, values in (("pass", item.tests.pass_), ("fail", item.tests.fail)):
        if values.keys() != item.controls.keys():
            yield Finding(("tests", side), _TESTS, _TESTS_ADVICE)


def _settings(item: TargetItem) -> Iterable[tuple[KeyPath, str, GoalValue | None]]:
    for name, written in item.controls.items():
        yield ("controls", name), name, None
        for end in ("min", "max", "default"):
            if (value := getattr(written, end)) is not None:
                yield ("controls", name, end), name, value
    for name, fixed in item.set.items():
        yield ("set", name), name, fixed


def _refused(
    model: type[simulations.Model], loc: KeyPath, name: str, value: GoalValue | None
) -> Iterable[Finding]:
    try:
        model.of({name: getattr(model(), name, 0) if value is None else value})
    except ReaderError as error:
        yield Finding(loc, error.text, _LOOK)


def _unknown(loc: KeyPath, name: str, known: Iterable[str]) -> Iterable[Finding]:
    names = list(known)
    if name not in names:
        message = Text(en=f"The simulation has no {name}.", zh=f"该模拟中没有 {name}。")
        yield Finding(loc, message, did_you_mean(name, names))


_FIX_IT: Final = Text(
    en="Write it under set, and let the student set a parameter that is a number.",
    zh="请把它写在 set 下，让学生设置数值型的参数。",
)
_LOOK: Final = Text(en="Look at the parameters of the simulation.", zh="请查看该模拟的参数。")
_TESTS: Final = Text(en="A test sets exactly the controls.", zh="测试须恰好设置全部 controls。")
_TESTS_ADVICE: Final = Text(en="Write one number for each control.", zh="请为每个参数写一个数值。")
