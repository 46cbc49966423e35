"""Whether what a step names is there, and advice on it: one function for each kind of step."""

from collections.abc import Iterator
from typing import assert_never

from course.checks.exercise import exercise_problems
from course.checks.play import play_problems
from course.checks.read import read_problems
from course.known import KnownNames
from courseware.problem import Problem
from courseware.source import Source
from lessons.steps import AskStep, DiscussStep, ExerciseStep, PlayStep, ReadStep, Step


def step_problems(
    step: Step, place: tuple[str | int, ...], source: Source, known: KnownNames
) -> Iterator[Problem]:
    """What is to be said of the step at `place` because of its kind."""
    match step:
        case PlayStep():
            return play_problems(step, place, source, known)
        case ExerciseStep():
            return exercise_problems(step, place, source, known)
        case ReadStep():
            return read_problems(step, place, source)
        case AskStep() | DiscussStep():
            return iter(())  # they name nothing beside themselves
        case _:
            assert_never(step)
