"""Whether the questions that a step asks are in the banks, and say more to a wrong answer than so."""

from collections.abc import Iterator
from typing import Final

from course.checks.unknown import unknown
from course.known import KnownNames
from courseware.problem import Problem
from courseware.source import Source
from courseware.text import Text
from lessons.steps import ExerciseStep


def exercise_problems(
    step: ExerciseStep, path: tuple[str | int, ...], source: Source, known: KnownNames
) -> Iterator[Problem]:
    """The problems of the exercise step that stands at `path`."""
    for place, item in enumerate(step.items):
        where = (*path, "use", place)
        if known.exercises is not None and item not in known.exercises:
            yield unknown(item, known.exercises, where, source, EXERCISE)
        if step.mode == "graded" and item in known.silent:
            yield source.problem(where, _SILENT.fill({"id": item}), _ADVICE, severity="warning")


EXERCISE: Final = Text(en="exercise", zh="题目")
_SILENT: Final = Text(
    en="Whoever answers {id} wrongly is told only that it is wrong.",
    zh="答错 {id} 的学生只会知道自己错了。",
)
_ADVICE: Final = Text(
    en="Give it a near miss, a reason (why) or a hint in its bank.",
    zh="请在题库中为它写一个典型错解（near）、理由（why）或提示（hints）。",
)
