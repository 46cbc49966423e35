"""What a writer is offered for a simulation that is played with."""

from collections.abc import Mapping
from typing import Final

import simulations
from authoring.edit.writing import inline
from authoring.steps.contract import TEXT, StepAuthoring, StepPart, Wanted
from courseware.asked import Asked
from courseware.words import WordFile
from lessons.steps import (
    CurveGuess,
    NumberGuess,
    PlayControl,
    PlayStep,
    PlayTask,
    Predict,
    PredictOption,
    TaskWay,
)
from simulations.parameter import Parameter

_WORDS: Final = WordFile.beside(__file__)


def sliders_of(simulation: str) -> Mapping[str, Parameter]:
    """The parameters of a simulation that students may move, by their names."""
    found = simulations.catalogue().get(simulation)
    return {one.name: one for one in simulations.parameters(found.model)} if found else {}


def slider(parameter: Parameter) -> str:
    """What stands under the name of a slider that begins and ends where the simulation allows."""
    bounds = parameter.bounds
    start: dict[str, float | int | str] = {"default": parameter.default}
    return inline(start | ({"min": _short(bounds.low), "max": _short(bounds.high)} if bounds else {}))


def _short(number: float) -> float | int:
    return int(number) if float(number).is_integer() else number


def _given(wanted: Wanted) -> Mapping[str, str]:
    """The simulation that was chosen, with its view, sliders and first measures."""
    known = sliders_of(wanted.simulation)
    controls = [f"\n  {name}: {slider(known[name])}" for name in wanted.sliders if name in known]
    measures = list(simulations.catalogue()[wanted.simulation].words.measures)[:2]
    return {
        "simulation": wanted.simulation,
        "view": wanted.view,
        "controls": "".join(controls) or "{}",
        "show": inline(measures),
    }


_PREDICT: Final = (
    "question: {en: '${1}', zh: '${2}'}\noptions:\n  - {en: '${3}', zh: '${4}'}\n"
    "  - {en: '${5}', zh: '${6}'}\nexplain: {en: '${7}', zh: '${8}'}"
)
_TASKS: Final = "- text: {en: '${1}', zh: '${2}'}\n  when: ${3:n > 0}"

PLAY: Final = StepAuthoring(
    about=_WORDS["play_a_simulation_beside_its_text"],
    model=PlayStep,
    heading=_WORDS["step_play"],
    pieces=(
        (PlayControl, _WORDS["control"]),
        (Predict, _WORDS["prediction"]),
        (PredictOption, _WORDS["prediction_option"]),
        (NumberGuess, _WORDS["prediction_number"]),
        (CurveGuess, _WORDS["prediction_curve"]),
        (PlayTask, _WORDS["task"]),
        (TaskWay, _WORDS["way_of_a_task"]),
    ),
    keys=("text", "simulation", "view", "controls", "show", "predict"),
    choose="simulation",
    given=_given,
    fields=(
        TEXT,
        Asked(("predict", "question"), _WORDS["prediction"]),
        Asked(("predict", "options", "*"), _WORDS["prediction_option_n"]),
        Asked(("predict", "answer"), _WORDS["number_of_the_right_prediction"], "number"),
        Asked(("predict", "number", "min"), _WORDS["prediction_number_from"], "number"),
        Asked(("predict", "number", "max"), _WORDS["prediction_number_to"], "number"),
        Asked(("predict", "number", "near"), _WORDS["prediction_number_near"], "number"),
        Asked(("predict", "explain"), _WORDS["what_the_run_shows"], "passage"),
        Asked(("tasks", "*", "text"), _WORDS["task_n"]),
        Asked(("tasks", "*", "when"), _WORDS["task_n_when"], "line"),
    ),
    parts={
        "controls": StepPart(_WORDS["slider"], "slider", "slider"),
        "show": StepPart(_WORDS["measure_beside_the_chart"], "name", "measure"),
        "tasks": StepPart(_WORDS["task_that_is_noticed"], "once", lines=_TASKS),
        "predict": StepPart(_WORDS["prediction_before_the_run"], "once", lines=_PREDICT),
    },
)
