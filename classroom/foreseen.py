"""A prediction beside what the run shows: what was chosen or named, what happened, whether it came true."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite
from typing import Final

import simulations
from classroom.prediction import Prediction
from classroom.run_curves import number_format, run_curve
from courseware.text import Text, in_each
from lessons import CurveGuess, NumberGuess, PlayStep, Predict
from papers.chart import at_the_start
from simulations.model import Model
from simulations.report import difference, written

CURVE: Final = "~"
"""What the record holds as the choice of who drew a curve; its points stand in the words."""
_NUMBER: Final = "="
"""What stands in the record before a number that was named, so that it is never taken for an option."""


@dataclass(frozen=True)
class Foreseen:
    """A prediction beside what the run showed; `came_true` is None where nothing was foreseen as right.

    `place` is where it stands on the axis of the chart, `run` what the run itself comes to there.
    """

    step: Text
    question: Text
    predicted: Text
    happened: Text
    came_true: bool | None
    place: float | None = None
    run: float | None = None
    drawn: tuple[float, ...] = ()
    """The curve, at the points of the run's own, if one was drawn."""


def as_choice(value: float) -> str:
    """How the record holds a number that was named.

    >>> as_choice(0.5)
    '=0.5'
    """
    return f"{_NUMBER}{value!r}"


def foreseen(step: PlayStep, said: Sequence[Prediction]) -> Foreseen | None:
    """What was foreseen first at this step, beside its run; None before that, or if it is no longer asked."""
    predict = step.predict
    if predict is None or not said:
        return None
    if predict.curve is not None:
        curve = run_curve(step, predict.curve)
        drawn = _drawn(said[0], predict.curve, len(curve.at))
        return None if drawn is None else _curve(step, predict, predict.curve, drawn)
    if predict.number is not None:
        named = _named(said[0], predict.number)
        return None if named is None else _number(step, predict, predict.number, named)
    chosen = option_in(said, len(predict.options))
    return None if chosen is None else _option(step, predict, chosen)


def option_in(said: Sequence[Prediction], options: int) -> int | None:
    """The index of what was chosen first, if that option is still there."""
    choice = said[0].choice if said else None
    if choice is None or not choice.isdecimal() or int(choice) >= options:
        return None
    return int(choice)


def _option(step: PlayStep, predict: Predict, chosen: int) -> Foreseen:
    mine, right = predict.options[chosen], predict.answer
    if right is None:
        return Foreseen(step.title, predict.question, mine, predict.explain, None, mine.place)
    happened = predict.options[right]
    came_true = right == chosen
    return Foreseen(step.title, predict.question, mine, happened, came_true, mine.place, happened.place)


def _named(said: Prediction, asked: NumberGuess) -> float | None:
    """The number that was named, if the lesson still allows it."""
    choice = said.choice or ""
    if not choice.startswith(_NUMBER):
        return None
    try:
        value = float(choice.removeprefix(_NUMBER))
    except ValueError:
        return None
    return value if isfinite(value) and asked.holds(value) else None


def _number(step: PlayStep, predict: Predict, asked: NumberGuess, named: float) -> Foreseen:
    words = simulations.find(step.simulation).words.measures[str(predict.measure)]
    run = _measure(at_the_start(step), str(predict.measure))
    mine, by = written(named, words.format), difference(named, run, words.format)
    came = in_each(
        lambda one: _CAME[one].format(label=words.label[one], run=written(run, words.format), by=by[one])
    )
    is_near = abs(named - run) <= asked.near
    return Foreseen(step.title, predict.question, Text(en=mine, zh=mine), came, is_near, named, run)


def as_words(points: Sequence[float]) -> str:
    """How the record holds a curve that was drawn: its points from left to right.

    >>> as_words([0.12345, 20.0])
    '0.1235 20'
    """
    return " ".join(f"{one:.4g}" for one in points)


def _drawn(said: Prediction, asked: CurveGuess, count: int) -> tuple[float, ...] | None:
    """The curve that was drawn, if the lesson still asks for these points."""
    if said.choice != CURVE:
        return None
    try:
        points = tuple(float(one) for one in said.words.split())
    except ValueError:
        return None
    return points if len(points) == count and asked.holds(points) else None


def _curve(step: PlayStep, predict: Predict, asked: CurveGuess, drawn: tuple[float, ...]) -> Foreseen:
    curve, how = run_curve(step, asked), number_format(asked.min, asked.max)
    apart = curve.distance(drawn)
    by = difference(apart, 0, how)
    mine, run = (f"{written(one[0], how)} → {written(one[-1], how)}" for one in (drawn, curve.run))
    came = in_each(lambda one: _APART[one].format(run=run, by=by[one].lstrip("+")))
    is_near = apart <= asked.near
    return Foreseen(step.title, predict.question, Text(en=mine, zh=mine), came, is_near, drawn=drawn)


@lru_cache(maxsize=256)
def _measure(model: Model, name: str) -> float:
    return float(model.measures()[name])


_APART: Final = Text(en="{run}; on average your curve lies {by} from it", zh="{run}；你的曲线平均差 {by}")
_CAME: Final = Text(en="{label}: {run}, difference {by}", zh="{label}：{run}，相差 {by}")
