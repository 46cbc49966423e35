"""The steps of a lesson as papers ask for them: one module a kind."""

from typing import assert_never

from lessons.steps import AskStep, DiscussStep, ExerciseStep, PlayStep, ReadStep, Step
from papers.steps.ask import AskOnPaper
from papers.steps.contract import StepOnPaper
from papers.steps.discuss import DiscussOnPaper
from papers.steps.exercise import ExerciseOnPaper
from papers.steps.play import PlayOnPaper
from papers.steps.read import ReadOnPaper


def on_paper(step: Step) -> StepOnPaper:
    """The step as plan, handout, worksheet and key ask for it."""
    match step:
        case AskStep():
            return AskOnPaper(step)
        case ReadStep():
            return ReadOnPaper(step)
        case PlayStep():
            return PlayOnPaper(step)
        case ExerciseStep():
            return ExerciseOnPaper(step)
        case DiscussStep():
            return DiscussOnPaper(step)
        case _:
            assert_never(step)
