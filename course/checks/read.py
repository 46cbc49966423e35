"""Whether the drawing that a passage names is one of the lab's."""

from collections.abc import Iterator
from typing import Final

from course.checks.unknown import unknown
from courseware.problem import Problem
from courseware.source import Source
from courseware.text import Text
from lessons.drawings import drawings
from lessons.steps import ReadStep


def read_problems(step: ReadStep, path: tuple[str | int, ...], source: Source) -> Iterator[Problem]:
    """The problems of the passage that stands at `path`."""
    if step.drawing is not None and step.drawing not in drawings():
        yield unknown(step.drawing, tuple(drawings()), (*path, "drawing"), source, _DRAWING)


_DRAWING: Final = Text(en="drawing", zh="示意图")
