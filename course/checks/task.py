"""Whether the tasks of a play step speak of what its simulation has, and can be true or false."""

from collections.abc import Iterator
from typing import Final

from course.checks.unknown import unknown
from course.known import Playable
from courseware.expression import Scalar, compile_expression
from courseware.problem import Problem, ReaderError
from courseware.source import Source
from courseware.text import Text
from lessons.steps import PlayStep

KeyPath = tuple[str | int, ...]


def task_problems(step: PlayStep, path: KeyPath, source: Source, found: Playable) -> Iterator[Problem]:
    """The problems of each condition of the tasks of the play step that stands at `path`."""
    for place, condition in _conditions(step, (*path, "tasks")):
        yield from _condition(condition, place, source, found)


def _conditions(step: PlayStep, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    for number, task in enumerate(step.tasks):
        if task.when is not None:
            yield (*path, number, "when"), task.when
        for way, one in enumerate(task.ways):
            yield (*path, number, "ways", way, "when"), one.when


def _condition(condition: str, place: KeyPath, source: Source, found: Playable) -> Iterator[Problem]:
    expression = compile_expression(condition)
    known: dict[str, Scalar] = dict.fromkeys(found.measures, 1.0)
    known |= {name: parameter.default for name, parameter in found.parameters.items()}
    if strange := [name for name in sorted(expression.names) if name not in known]:
        for name in strange:
            yield unknown(name, tuple(known), place, source, _NAME)
        return
    try:
        value = expression.evaluate(known)
    except ReaderError as error:
        yield source.problem(place, error.text, _COMPARE)
        return
    if not isinstance(value, bool):
        yield source.problem(place, _NO_COMPARISON.fill({"text": condition}), _COMPARE)


_NAME: Final = Text(en="measure or parameter", zh="指标或参数")
_NO_COMPARISON: Final = Text(
    en="{text} is not a comparison: it is neither true nor false.", zh="{text} 不是比较式，无法判断成立与否。"
)
_COMPARE: Final = Text(
    en="Compare measures and parameters, for example cpv >= 80 and money <= 20.",
    zh="请用指标和参数写比较式，例如 cpv >= 80 and money <= 20。",
)
