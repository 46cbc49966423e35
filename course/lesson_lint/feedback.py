"""Whether a graded step says more to a wrong answer than that it is wrong."""

from collections.abc import Iterator
from typing import Final

from course.known import Known
from courseware.problem import Problem
from courseware.source import Source
from courseware.text import Text
from lessons.lesson import Lesson
from lessons.step import ExerciseStep


def silent_questions(lesson: Lesson, source: Source, known: Known) -> Iterator[Problem]:
    """The questions of graded steps that have neither a reason for a slip nor a hint."""
    for index, step in enumerate(lesson.steps):
        if not isinstance(step, ExerciseStep) or step.mode != "graded":
            continue
        for place, item in enumerate(step.items):
            if item in known.silent:
                where = ("steps", index, "use", place)
                yield source.problem(where, _SILENT.fill({"id": item}), _ADVICE, severity="warning")


_SILENT: Final = Text(
    en="Whoever answers {id} wrongly is told only that it is wrong.",
    zh="答错 {id} 的学生只会知道自己错了。",
)
_ADVICE: Final = Text(
    en="Give it a near miss, a reason (why) or a hint in its bank.",
    zh="请在题库中为它写一个典型错解（near）、理由（why）或提示（hints）。",
)
