"""Whether the minutes of the steps add up to those of the class."""

from collections.abc import Iterator
from typing import Final

from courseware.problem import Problem
from courseware.source import Source
from courseware.text import Text
from lessons.lesson import Lesson


def minutes(lesson: Lesson, source: Source) -> Iterator[Problem]:
    """A class that takes longer or shorter than its steps together; homework is not counted."""
    total = sum(step.minutes for step in lesson.steps if step.stage != "homework")
    if total != lesson.minutes:
        values = {"total": total, "minutes": lesson.minutes}
        yield source.problem(["minutes"], _SUM.fill(values), _ADVICE.fill(values), severity="warning")


_SUM: Final = Text(
    en="The lesson takes {minutes} minutes, its steps (without homework) {total}.",
    zh="全课 {minutes} 分钟，各步骤（不含作业）合计却是 {total} 分钟。",
)
_ADVICE: Final = Text(
    en="Change the steps, or write minutes: {total}.", zh="请调整各步骤的时间，或写 minutes: {total}。"
)
