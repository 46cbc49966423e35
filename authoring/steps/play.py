"""What a writer is offered for a simulation that is played with."""

from collections.abc import Mapping
from typing import Final

import simulations
from authoring.asked import Asked
from authoring.edit.writing import inline
from authoring.steps.contract import TEXT, StepAuthoring, StepPart, Wanted
from courseware.text import Text
from lessons.steps import Control, PlayStep, Predict
from simulations.parameter import Parameter


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

PLAY: Final = StepAuthoring(
    about=Text(
        en="Play: a simulation beside its text; predict, run, explain.",
        zh="动手实验：在模拟中先预测，再运行，后解释。",
    ),
    model=PlayStep,
    heading=Text(en="Step: play", zh="步骤：模拟"),
    pieces=(
        (Control, Text(en="Control", zh="可调参数")),
        (Predict, Text(en="Prediction", zh="预测题")),
    ),
    keys=("text", "simulation", "view", "controls", "show", "predict"),
    choose="simulation",
    given=_given,
    fields=(
        TEXT,
        Asked(("predict", "question"), Text(en="Prediction", zh="预测题")),
        Asked(("predict", "options", "*"), Text(en="Prediction, option {n}", zh="预测选项 {n}")),
        Asked(
            ("predict", "answer"), Text(en="Number of the right prediction", zh="正确预测的序号"), "number"
        ),
        Asked(("predict", "explain"), Text(en="What the run shows", zh="运行结果的说明"), "passage"),
    ),
    parts={
        "controls": StepPart(Text(en="Slider", zh="滑块"), "slider", "slider"),
        "show": StepPart(Text(en="Measure beside the chart", zh="图旁指标"), "name", "measure"),
        "predict": StepPart(
            Text(en="Prediction before the run", zh="运行前的预测题"), "once", lines=_PREDICT
        ),
    },
)
