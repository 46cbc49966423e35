"""The kinds of step: one module a kind. Step and StepKind are all there are, and every room asks them."""

from typing import Annotated, Literal, assert_never

from pydantic import Field

from lessons.steps.ask import AskStep
from lessons.steps.contract import Mode, StepContract
from lessons.steps.discuss import DiscussStep
from lessons.steps.exercise import ExerciseStep
from lessons.steps.play import PlayControl, PlayStep
from lessons.steps.predict import CurveGuess, NumberGuess, Predict, PredictOption
from lessons.steps.read import ReadStep
from lessons.steps.task import PlayTask, TaskProgress, TaskWay, progress_of, ways_met

StepKind = Literal["ask", "read", "play", "exercise", "discuss"]
"""What a file calls the kinds, in the order in which they are offered."""
Step = AskStep | ReadStep | PlayStep | ExerciseStep | DiscussStep
AnyStep = Annotated[Step, Field(discriminator="kind")]


def contract(step: Step) -> StepContract:
    """The step as what every kind has to be; the type checker names here what a kind lacks."""
    match step:  # each by itself, since of a union only the whole would be named
        case AskStep():
            found: StepContract = step
        case ReadStep():
            found = step
        case PlayStep():
            found = step
        case ExerciseStep():
            found = step
        case DiscussStep():
            found = step
        case _:
            assert_never(step)
    return found


def kind_of(step: Step) -> StepKind:
    """The name of the step's kind; the type checker says here if StepKind lacks it."""
    return step.kind


__all__ = [
    "AnyStep",
    "AskStep",
    "CurveGuess",
    "DiscussStep",
    "ExerciseStep",
    "Mode",
    "NumberGuess",
    "PlayControl",
    "PlayStep",
    "PlayTask",
    "Predict",
    "PredictOption",
    "ReadStep",
    "Step",
    "StepContract",
    "StepKind",
    "TaskProgress",
    "TaskWay",
    "contract",
    "kind_of",
    "progress_of",
    "ways_met",
]
