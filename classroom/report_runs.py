"""The runs of a lab report: how the student set a simulation, its chart, and what the measures came to."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

import simulations
from classroom.foreseen import Foreseen
from classroom.lab_work import LabWork
from classroom.portfolio import said_at
from classroom.work_settings import Settings
from courseware.problem import ReaderError
from lessons import PlayStep
from papers.blocks import Chart
from papers.chart import at_the_start, view_words
from papers.lab_report import CellRow, ChartRow, ReportRow
from papers.lab_report import ReportCell as Cell
from papers.settings import setting_label, write_setting
from papers.words import as_written, with_unit, word
from simulations import Simulation
from simulations.model import Model
from simulations.report import written

MeasuresOf = Callable[[Model], Mapping[str, float]]
"""The named numbers of a model's run."""
SEED: Final = "seed"
_WIDE: Final = (10, 7, 7)
_MOST_MEASURES: Final = 4
"""As many as stand below the chart on the screen."""


def run_rows(step: PlayStep, work: LabWork, measures: MeasuresOf) -> Iterator[ReportRow]:
    """What was to be seen, the settings, the chart and the measures; none of a run that is not due."""
    if step.text is not None:
        yield CellRow((Cell(24, (step.text,)),))
    if not is_due(step, work):
        yield CellRow((Cell(24, (word("report_not_done"),)),))
        return
    simulation, start, kept = (
        simulations.find(step.simulation),
        at_the_start(step),
        work.settings.get(step.id),
    )
    mine = start if kept is None else model_of(step, kept)
    if mine is None:
        yield CellRow((Cell(24, (word("report_no_longer"),)),))
        mine = start
    elif mine == start:
        yield CellRow((Cell(24, (word("report_as_set"),)),))
    yield from _settings(step, simulation, start, mine)
    yield ChartRow(step.id, Chart(simulation, step.view, mine, view_words(step).title, is_told=True))
    yield from _measures(step, simulation, measures(start), measures(mine))


def is_due(step: PlayStep, work: LabWork) -> bool:
    """Whether the student may see the run: predicted, played with, or seen where nothing is predicted."""
    if step.id in work.settings:
        return True
    if step.predict is None:
        return step.id in work.seen
    return isinstance(said_at(step, work.said.get(step.id, ())), Foreseen)


def model_of(step: PlayStep, kept: Settings) -> Model | None:
    """The run with these settings; None if the lesson has changed and no longer allows them."""
    starts = {name: one.default for name, one in step.controls.items() if one.default is not None}
    if not kept.keys() <= step.controls.keys() | {SEED}:
        return None
    if any(not _is_within(step, name, value) for name, value in kept.items()):
        return None
    try:
        return simulations.find(step.simulation).model.of({**step.set, **starts, **kept})
    except ReaderError:
        return None


def _is_within(step: PlayStep, name: str, value: object) -> bool:
    control = step.controls.get(name)
    if control is None or isinstance(value, str):
        return True
    low, high = control.min, control.max
    return (
        isinstance(value, int | float) and (low is None or low <= value) and (high is None or value <= high)
    )


def _settings(step: PlayStep, simulation: Simulation, start: Model, mine: Model) -> Iterator[CellRow]:
    yield _heads("parameter", "start", "my_setting")
    for name in step.controls:
        before, after = (write_setting(simulation, name, getattr(model, name)) for model in (start, mine))
        yield CellRow(
            (
                Cell(_WIDE[0], (setting_label(simulation, name),)),
                Cell(_WIDE[1], (before,)),
                Cell(_WIDE[2], (after,)),
            )
        )
    seeds = (as_written(str(model.seed)) for model in (start, mine))
    yield CellRow((Cell(_WIDE[0], (word("report_luck"),)), *(Cell(7, (seed,)) for seed in seeds)))


def _measures(
    step: PlayStep, simulation: Simulation, start: Mapping[str, float], mine: Mapping[str, float]
) -> Iterator[CellRow]:
    names = step.show or simulation.views[step.view].measures
    if names:
        yield _heads("measure", "at_the_start", "report_with_mine")
    for name in names[:_MOST_MEASURES]:
        words = simulation.words.measures[name]
        values = (as_written(written(run[name], words.format)) for run in (start, mine))
        label = with_unit(words.label, words.unit)
        yield CellRow((Cell(_WIDE[0], (label,)), *(Cell(7, (value,)) for value in values)))


def _heads(*names: str) -> CellRow:
    return CellRow(tuple(Cell(wide, (word(name),), "label") for wide, name in zip(_WIDE, names, strict=True)))
