"""Whether a play step names what its simulation has, within the bounds that it allows."""

from collections.abc import Iterator
from typing import Final

from course.checks.task import task_problems
from course.checks.unknown import unknown
from course.known import KnownNames, Playable
from courseware.problem import Problem, ReaderError
from courseware.source import Source
from courseware.text import Text
from lessons.steps import PlayControl, PlayStep
from lessons.written import ParameterSetting
from simulations.parameter import Parameter

KeyPath = tuple[str | int, ...]


def play_problems(step: PlayStep, path: KeyPath, source: Source, known: KnownNames) -> Iterator[Problem]:
    """The problems of the play step that stands at `path`."""
    yield from _prediction(step, path, source)
    yield from _hurried(step, path, source)
    if known.simulations is None:
        return
    found = known.simulations.get(step.simulation)
    if found is None:
        yield unknown(step.simulation, tuple(known.simulations), (*path, "simulation"), source, _SIMULATION)
        return
    if step.view not in found.views:
        yield unknown(step.view, found.views, (*path, "view"), source, _VIEW)
    for place, measure in enumerate(step.show):
        if measure not in found.measures:
            yield unknown(measure, found.measures, (*path, "show", place), source, _MEASURE)
    asked = step.predict.measure if step.predict else None
    if asked is not None and asked not in found.measures:
        yield unknown(asked, found.measures, (*path, "predict", "measure"), source, _MEASURE)
    curve = step.predict.curve if step.predict else None
    for key, column in (("over", curve.over), ("of", curve.of)) if curve else ():
        if column not in found.columns:
            yield unknown(column, found.columns, (*path, "predict", "curve", key), source, _COLUMN)
    yield from _controls(step, path, source, found)
    yield from _settings(step, path, source, found)
    yield from _applied(step, path, source, found)
    yield from task_problems(step, path, source, found)


def _prediction(step: PlayStep, path: KeyPath, source: Source) -> Iterator[Problem]:
    if step.predict and step.predict.right and step.predict.right > len(step.predict.options):
        values = {"number": step.predict.right, "options": len(step.predict.options)}
        yield source.problem((*path, "predict", "answer"), _NO_OPTION[0].fill(values), _NO_OPTION[1])


def _hurried(step: PlayStep, path: KeyPath, source: Source) -> Iterator[Problem]:
    """A simulation in class with too little time to predict, run and explain, if its time is planned yet."""
    if step.in_class and 0 < step.minutes < step.LEAST_MINUTES:
        values = {"minutes": step.minutes, "needed": step.LEAST_MINUTES}
        yield source.problem(
            (*path, "minutes"), _HURRIED.fill(values), _SLOWER.fill(values), severity="warning"
        )


def _applied(step: PlayStep, path: KeyPath, source: Source, found: Playable) -> Iterator[Problem]:
    """The problems of the setting that shows the answer: sliders that are there, within their bounds."""
    for name, value in step.predict.apply.items() if step.predict else ():
        place = (*path, "predict", "apply", name)
        control = step.controls.get(name)
        if control is None or name not in found.parameters:
            yield unknown(name, tuple(step.controls), place, source, _SLIDER, at_key=True)
        elif problem := _outside(found.parameters[name], value, place, source):
            yield problem
        elif isinstance(value, (int, float)):
            low = -float("inf") if control.min is None else control.min
            high = float("inf") if control.max is None else control.max
            if not low <= value <= high:
                values = {"value": f"{value:g}", "low": f"{low:g}", "high": f"{high:g}"}
                yield source.problem(place, _BEYOND[0].fill(values), _BEYOND[1])


def _controls(step: PlayStep, path: KeyPath, source: Source, found: Playable) -> Iterator[Problem]:
    for name, control in step.controls.items():
        place = (*path, "controls", name)
        if name not in found.parameters:
            yield unknown(name, tuple(found.parameters), place, source, _PARAMETER, at_key=True)
            continue
        yield from _control(control, place, source, found.parameters[name])


def _control(control: PlayControl, place: KeyPath, source: Source, parameter: Parameter) -> Iterator[Problem]:
    given = {"min": control.min, "max": control.max, "default": control.default}
    outside = [
        _outside(parameter, value, (*place, key), source) for key, value in given.items() if value is not None
    ]
    if problems := [problem for problem in outside if problem]:
        yield from problems
        return
    start = parameter.default if control.default is None else control.default
    low = -float("inf") if control.min is None else control.min
    high = float("inf") if control.max is None else control.max
    if isinstance(start, (int, float)) and not low <= start <= high:
        values = {"start": f"{start:g}", "low": f"{low:g}", "high": f"{high:g}"}
        yield source.problem((*place, "default"), _START[0].fill(values), _START[1])


def _settings(step: PlayStep, path: KeyPath, source: Source, found: Playable) -> Iterator[Problem]:
    for name, value in step.set.items():
        place = (*path, "set", name)
        if name not in found.parameters:
            yield unknown(name, tuple(found.parameters), place, source, _PARAMETER, at_key=True)
        elif name in step.controls:
            yield source.problem(place, _BOTH[0].fill({"name": name}), _BOTH[1], at_key=True)
        elif problem := _outside(found.parameters[name], value, place, source):
            yield problem


def _outside(parameter: Parameter, value: ParameterSetting, place: KeyPath, source: Source) -> Problem | None:
    if parameter.bounds is not None and isinstance(value, str):
        return source.problem(place, _WORD.fill({"name": parameter.name}), _DIGITS)
    try:
        parameter.read(value)
    except ReaderError as error:
        return source.problem(place, error.text, _nearest(parameter, value))
    return None


def _nearest(parameter: Parameter, value: ParameterSetting) -> Text:
    """Which bound a number has passed, as advice."""
    bounds = parameter.bounds
    if bounds is None or not isinstance(value, (int, float)):
        return _CHANGE
    if value < bounds.low:
        return _LOW.fill({"low": f"{bounds.low:.16g}"})
    return _HIGH.fill({"high": f"{bounds.high:.16g}"}) if value > bounds.high else _CHANGE


_SIMULATION = Text(en="simulation", zh="模拟")
_VIEW = Text(en="view", zh="图")
_COLUMN = Text(en="column", zh="列")
_MEASURE = Text(en="measure", zh="指标")
_PARAMETER = Text(en="parameter", zh="参数")
_SLIDER = Text(en="slider", zh="滑块")
_BEYOND = (
    Text(
        en="{value} is outside this slider, {low} to {high}.",
        zh="{value} 超出了这个滑块的范围 {low} 到 {high}。",
    ),
    Text(en="Write a value between min and max.", zh="请写一个介于 min 和 max 之间的值。"),
)
_CHANGE = Text(en="Write a value that the simulation takes.", zh="请写模拟允许的值。")
_LOW = Text(en="It is too small: write {low} or more.", zh="太小了：请写不小于 {low} 的数。")
_HIGH = Text(en="It is too large: write {high} or less.", zh="太大了：请写不大于 {high} 的数。")
_WORD = Text(en="{name} takes a number, not a word.", zh="{name} 应为数值，不是文字。")
_DIGITS = Text(en="Write digits only, without quotes.", zh="请只写数字，不加引号。")
_NO_OPTION = (
    Text(
        en="There is no option {number}; there are {options}.",
        zh="没有第 {number} 个选项，一共只有 {options} 个。",
    ),
    Text(en="Count the options from 1.", zh="选项从 1 数起。"),
)
_START = (
    Text(
        en="It starts at {start}, outside {low} to {high}.", zh="起始值 {start} 不在 {low} 到 {high} 之间。"
    ),
    Text(en="Write a default between min and max.", zh="请写一个介于 min 和 max 之间的 default。"),
)
_BOTH = (
    Text(
        en="{name} is held fixed here and moved in controls.",
        zh="{name} 在这里固定，却又在 controls 中可调。",
    ),
    Text(en="Keep one of the two.", zh="请只保留其中一处。"),
)
_HURRIED: Final = Text(
    en="This simulation has {minutes} minutes; to predict, run and explain takes a class about {needed}.",
    zh="这个模拟只有 {minutes} 分钟；先预测、再运行、后解释，一个班大约要 {needed} 分钟。",
)
_SLOWER: Final = Text(
    en="Give it minutes: {needed}, or make it stage: extension at the end of the lesson.",
    zh="请改为 minutes: {needed}，或移到课的最后并写 stage: extension。",
)
