"""Whether the core of a lesson fits the class: minutes add up, more comes last."""

from collections.abc import Iterator
from typing import Final

from courseware.problem import Problem
from courseware.source import Source
from courseware.text import Text
from lessons.lesson import Lesson


def minutes(lesson: Lesson, source: Source) -> Iterator[Problem]:
    """A class that takes longer or shorter than its steps together; what lies outside it is not counted."""
    total = sum(step.minutes for step in lesson.steps if step.in_class)
    if total != lesson.minutes:
        values = {"total": total, "minutes": lesson.minutes}
        yield source.problem(["minutes"], _SUM.fill(values), _ADVICE.fill(values), severity="warning")


def extension_last(lesson: Lesson, source: Source) -> Iterator[Problem]:
    """Steps of the core that come after an extension, where only the quick would meet them."""
    has_begun = False
    for index, step in enumerate(lesson.steps):
        if has_begun and step.stage != "extension":
            yield source.problem(("steps", index, "stage"), _AFTER_MORE, _MORE_LAST, severity="warning")
        has_begun = has_begun or step.stage == "extension"


_SUM: Final = Text(
    en="The lesson takes {minutes} minutes, its steps (without homework and extension) {total}.",
    zh="全课 {minutes} 分钟，各步骤（不含作业和拓展）合计却是 {total} 分钟。",
)
_ADVICE: Final = Text(
    en="Change the steps, or write minutes: {total}.", zh="请调整各步骤的时间，或写 minutes: {total}。"
)
_AFTER_MORE: Final = Text(
    en="This step belongs to the class or its homework, but comes after an extension.",
    zh="这一步属于课堂或作业，却排在拓展之后。",
)
_MORE_LAST: Final = Text(
    en="Move the extension to the end: it is for the quick.", zh="请把拓展移到最后：它留给学有余力的学生。"
)
