"""The chart of a play step as it stands before anything is moved."""

import simulations
from lessons.steps import PlayStep
from papers.blocks import Chart
from simulations.model import Model
from simulations.words import ViewWords


def chart(step: PlayStep, *, is_told: bool = False) -> Chart:
    """The chart that the step begins with, as a picture for paper."""
    return Chart(
        simulations.find(step.simulation), step.view, at_the_start(step), view_words(step).title, is_told
    )


def at_the_start(step: PlayStep) -> Model:
    """The run that the step shows at first: what it sets, where its controls start, the usual seed."""
    starts = {name: one.default for name, one in step.controls.items() if one.default is not None}
    return simulations.find(step.simulation).model.of({**step.set, **starts})


def view_words(step: PlayStep) -> ViewWords:
    """The words of the chart of a play step."""
    return simulations.find(step.simulation).words.views[step.view]
