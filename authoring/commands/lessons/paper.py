"""`python -m lessons print`: a paper of a lesson as a file."""

import argparse
from pathlib import Path
from typing import Final

from course.lesson_registry import LessonRegistry
from courseware.output import write_output
from courseware.problem import ReaderError
from courseware.text import Language, Text
from lessons.lesson import Lesson
from papers.display_language import read_display_language
from papers.papers import teaching_plan

PAPERS: Final = ("plan",)


def add_arguments(command: argparse.ArgumentParser) -> None:
    """What follows the word ``print``."""
    command.add_argument("paper", choices=PAPERS, help="plan: the teaching plan in Word 教案（Word 文档）")
    command.add_argument("lesson", metavar="LESSON", help="the lesson's id 课的 id")
    command.add_argument(
        "--out", type=Path, metavar="FILE", help="where to (default LESSON-plan.docx) 写到哪里"
    )


def print_paper(asked: argparse.Namespace, language: Language) -> int:
    """Writes the paper that was asked for; a ReaderError says why it cannot be written."""
    registry, display_language = LessonRegistry(), read_display_language(asked.lang)
    lesson = _lesson(registry, asked.lesson)
    path: Path = asked.out or Path(f"{lesson.id}-plan.docx")
    write_output(path, teaching_plan(lesson, registry.course(), registry.glossary(), display_language))
    print(_WRITTEN.fill({"path": path})[language])
    return 0


def _lesson(registry: LessonRegistry, name: str) -> Lesson:
    found = registry.lesson(name)
    if found is None:
        known = ", ".join(registry.names())
        raise ReaderError(_UNKNOWN.fill({"name": name, "known": known}))
    return found


_WRITTEN: Final = Text(en="Written: {path}", zh="已写入：{path}")
_UNKNOWN: Final = Text(
    en="There is no lesson {name} to print. There are: {known}.", zh="没有可打印的课 {name}。现有：{known}。"
)
