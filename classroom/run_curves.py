"""The curve of a run at the points at which students draw theirs, and how far apart two curves lie."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite
from typing import Final

import simulations
from courseware.problem import ReaderError
from courseware.text import Text
from lessons import CurveGuess, PlayStep
from papers.chart import at_the_start
from simulations.model import Model

POINTS: Final = 24
"""A hand draws, and a keyboard sets, no more than these."""


@dataclass(frozen=True)
class RunCurve:
    """Where students draw, from left to right, and what the run comes to there."""

    at: tuple[float, ...]
    run: tuple[float, ...]

    def distance(self, drawn: Sequence[float]) -> float:
        """How far a curve lies from the run's on average."""
        return sum(abs(one - other) for one, other in zip(drawn, self.run, strict=True)) / len(self.run)


def run_curve(step: PlayStep, asked: CurveGuess) -> RunCurve:
    """The curve of the run that the step begins with."""
    return _curve(step.simulation, step.view, at_the_start(step), asked.over, asked.of)


@lru_cache(maxsize=128)
def _curve(simulation: str, view: str, model: Model, over: str, of: str) -> RunCurve:
    table = simulations.find(simulation).views[view].table(model)
    for name in (over, of):
        if name not in table:
            raise ReaderError(_NO_COLUMN.fill({"name": name, "known": ", ".join(table)}))
    found = {float(at): float(y) for at, y in zip(table[over], table[of], strict=True) if isfinite(float(y))}
    points = sorted(found)
    count = min(POINTS, len(points))
    chosen = [points[round(k * (len(points) - 1) / max(1, count - 1))] for k in range(count)]
    return RunCurve(tuple(chosen), tuple(found[at] for at in chosen))


def number_format(low: float, high: float) -> str:
    """How numbers between these bounds are written.

    >>> number_format(0, 1), number_format(-10, 25), number_format(0, 5)
    ('.0%', ',.0f', ',.1f')
    """
    if low >= -1 and high <= 1:
        return ".0%"
    return ",.0f" if high - low >= 20 else ",.1f"


_NO_COLUMN: Final = Text(
    en="A curve is asked for over the column {name}, which this chart has not. It has: {known}.",
    zh="曲线要用到 {name} 列，但这张图的数据里没有。现有的列：{known}。",
)
