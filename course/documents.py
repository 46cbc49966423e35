"""Reads the files of a course, each text once: its places, what it says, what is amiss in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal

from course.bank_references import reference_problems, twice_problems
from course.layers import FileStamp
from courseware.problem import Problem, ProblemsFoundError
from courseware.source import Source, parse, read_text, shown_path, validate
from exercises.bank_file import Bank, understand
from exercises.exercise import Exercise, exercises_of
from lessons.lesson import Lesson
from lessons.plan import Course
from lessons.terms import Glossary

COURSE: Final = "course.yaml"
GLOSSARY: Final = "glossary.yaml"

Part = Literal["lessons", "bank"]
PARTS: Final[tuple[Part, ...]] = ("lessons", "bank")
FileKind = Literal["lesson", "course", "glossary"]
Written = Lesson | Course | Glossary
MODELS: Final[Mapping[FileKind, type[Written]]] = {"lesson": Lesson, "course": Course, "glossary": Glossary}


@dataclass(frozen=True)
class Document:
    """One file, looked at by itself: its text with places and what it says, as far as it is sound.

    `problems` are its own; what it names is judged beside the other files, see `course.judge`.
    """

    source: Source | None = None
    content: Written | Bank | None = None
    exercises: tuple[Exercise, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def written(self) -> Written | None:
        """The lesson, plan or glossary; None if it is none, or broken."""
        return None if isinstance(self.content, Bank) else self.content

    @property
    def lesson(self) -> Lesson | None:
        """The lesson that it holds."""
        return self.content if isinstance(self.content, Lesson) else None

    @property
    def course(self) -> Course | None:
        """The plan of a course that it holds."""
        return self.content if isinstance(self.content, Course) else None

    @property
    def glossary(self) -> Glossary | None:
        """The glossary that it holds."""
        return self.content if isinstance(self.content, Glossary) else None

    def repeated(self, taken: Mapping[str, str]) -> tuple[Problem, ...]:
        """The items of a bank that another file has already; `taken` tells the file of each item."""
        if self.source is None or not isinstance(self.content, Bank):
            return ()
        return tuple(twice_problems(self.content, self.source, taken))


def document_at(part: Part, stamp: FileStamp) -> Document:
    """The file as it stood at this stamp; its bytes are read once for each stamp. Nothing is raised."""
    return _at(part, stamp, shown_path(stamp.path))


def read_document(part: Part, path: Path) -> Document:
    """The file as it stands now. Nothing is raised, the problems are told."""
    return _read(part, path, shown_path(path))


@lru_cache(maxsize=256)
def document_of(part: Part, text: str, file: str) -> Document:
    """What a text says as if it stood in `file`; equal texts are read once, saved or not."""
    try:
        source = parse(text, file)
    except ProblemsFoundError as error:
        return Document(problems=error.problems)
    try:
        return _bank(source) if part == "bank" else Document(source, _written(source))
    except ProblemsFoundError as error:
        return Document(source, problems=error.problems)


def kind_of_file(file: str) -> FileKind:
    """What a file among the lessons holds, as its name says."""
    name = Path(file).name
    return "course" if name == COURSE else "glossary" if name == GLOSSARY else "lesson"


@lru_cache(maxsize=512)
def _at(part: Part, stamp: FileStamp, file: str) -> Document:
    return _read(part, stamp.path, file)


def _read(part: Part, path: Path, file: str) -> Document:
    try:
        text = read_text(path, file)
    except ProblemsFoundError as error:
        return Document(problems=error.problems)
    return document_of(part, text, file)


def _written(source: Source) -> Written:
    return validate(source, MODELS[kind_of_file(source.file)], one_language_will_do=True)


def _bank(source: Source) -> Document:
    bank = understand(source)
    wrong = tuple(reference_problems(bank, source, {}))
    return Document(source, bank, () if wrong else exercises_of(bank, source.file), wrong)
