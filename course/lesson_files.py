"""Reads the files of the library: lessons, the plan of the course, the glossary."""

import os
from functools import cache
from pathlib import Path
from typing import Final, Literal

from course.layers import Layers, layers_in
from courseware.source import Source, validate
from lessons.lesson import Lesson
from lessons.plan import Course
from lessons.terms import Glossary

LIBRARY: Final = Path(__file__).resolve().parents[1] / "lessons" / "library"
COURSE: Final = "course.yaml"
GLOSSARY: Final = "glossary.yaml"

FileKind = Literal["lesson", "course", "glossary"]
Written = Lesson | Course | Glossary
MODELS: Final[dict[FileKind, type[Written]]] = {
    "lesson": Lesson,
    "course": Course,
    "glossary": Glossary,
}


def understand(source: Source) -> Written:
    """The source as what its name says: the plan, the glossary or else a lesson.

    Raises ProblemsFoundError if it is none.
    """
    return validate(source, MODELS[kind_of_file(source.file)], one_language_will_do=True)


def kind_of_file(file: str) -> FileKind:
    """What a file of the library holds, as its name says."""
    name = Path(file).name
    return "course" if name == COURSE else "glossary" if name == GLOSSARY else "lesson"


@cache
def lesson_layers() -> Layers:
    """The lessons in force: the library, under the lessons of the own course if LAB_COURSE names one.

    A ReaderError tells what to do if that folder cannot be used.
    """
    return layers_in(LIBRARY, "lessons", os.environ)
