"""Exporting the questions of a lesson to another platform."""

import argparse
from typing import Final

from authoring.commands.exercises.interchange import WANTED, export, export_arguments
from course import find_exercise
from course.lesson_registry import LessonRegistry
from courseware.commands import Command
from courseware.problem import ReaderError
from courseware.text import Text


def _export(asked: argparse.Namespace) -> int:
    registry = LessonRegistry()
    lesson = registry.lesson(asked.lesson)
    if lesson is None:
        raise ReaderError(_UNKNOWN.fill({"name": asked.lesson, "known": ", ".join(registry.names())}))
    return export(asked, [find_exercise(item) for item in dict.fromkeys(lesson.items())])


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("lesson", metavar="LESSON", help="the lesson's id 课的 id")
    export_arguments(parser)


_UNKNOWN: Final = Text(
    en="There is no lesson {name}. There are: {known}.", zh="没有名为 {name} 的课。现有：{known}。"
)

EXPORTING: Final = (
    Command(
        "export",
        Text(
            en="Write the questions of a lesson for another platform.",
            zh="把一课的题目导出到其他平台。",
        ),
        _export,
        _arguments,
        WANTED,
    ),
)
