"""Judges a file of the library as a whole: can it be read, and does all that it names exist?"""

from dataclasses import dataclass
from pathlib import Path

from course.banks import all_exercises
from course.checks.lesson import lesson_problems
from course.checks.plan import course_problems, glossary_problems
from course.known import Known, known_to_the_lab
from course.layers import Layers
from course.lesson_files import COURSE, GLOSSARY, LIBRARY, Written, lesson_layers, understand
from course.lesson_lint.unused import unused_exercises
from courseware.problem import Problem, ProblemsFoundError
from courseware.source import Source, parse, read_source
from lessons.lesson import Lesson
from lessons.plan import Course
from lessons.terms import Glossary


@dataclass(frozen=True)
class Reading:
    """What became of one file: what it holds if it could be understood, else its problems."""

    source: Source | None
    written: Written | None
    problems: tuple[Problem, ...] = ()


def read(path: Path) -> Reading:
    """Read one file; nothing is raised, the problems are told."""
    try:
        return _understood(read_source(path))
    except ProblemsFoundError as error:
        return Reading(None, None, error.problems)


def read_text(text: str, file: str) -> Reading:
    """Read text as if it stood in `file`."""
    try:
        return _understood(parse(text, file))
    except ProblemsFoundError as error:
        return Reading(None, None, error.problems)


def check_lesson_text(
    text: str, file: str, known: Known | None = None
) -> tuple[tuple[Problem, ...], Written | None]:
    """The problems of a text as if it were saved in `file`, and what it holds if it can be understood.

    Nothing is written. A file named course.yaml holds the plan, glossary.yaml the words, any other a
    lesson.
    """
    reading = read_text(text, file)
    lab = known_to_the_lab() if known is None else known
    return judge(reading, neighbours(Path(file).parent, lab)), reading.written


def judge(reading: Reading, known: Known) -> tuple[Problem, ...]:
    """All problems of what was read, seen beside everything that is known."""
    source, written = reading.source, reading.written
    if source is None or written is None:
        return reading.problems
    if isinstance(written, Lesson):
        return lesson_problems(written, source, known)
    if isinstance(written, Course):
        return course_problems(written, source)
    return glossary_problems(written, source, known)


def check_lesson_files(paths: tuple[Path, ...] = (), known: Known | None = None) -> tuple[Problem, ...]:
    """The problems of these files, or of all files in force, in the order of files and lines.

    Files are judged beside the plan and the glossary that are in force with them. With all files the
    questions that no lesson asks are told too.
    """
    lab = known or known_to_the_lab()
    found = list(lab.problems)
    readings = [(path, read(path)) for path in paths or lesson_layers().files()]
    beside = {folder: neighbours(folder, lab) for folder in {path.parent for path, _ in readings}}
    for path, reading in readings:
        found += judge(reading, beside[path.parent])
    if not paths and lab.exercises is not None:
        lessons = [one.written for _, one in readings if isinstance(one.written, Lesson)]
        found += unused_exercises(lessons, all_exercises())
    return tuple(found)


def neighbours(folder: Path, lab: Known) -> Known:
    """What is known beside the plan and the glossary that are in force with the files of a folder.

    Those of a folder that is no part of the course are its own, else the library's.
    """
    parts = {part.resolve() for part in lesson_layers().folders}
    where = lesson_layers() if folder.resolve() in parts else Layers(LIBRARY, folder)
    plan, glossary = (read(where.path(name)).written for name in (COURSE, GLOSSARY))
    return lab.of(
        plan if isinstance(plan, Course) else None,
        glossary if isinstance(glossary, Glossary) else None,
    )


def _understood(source: Source) -> Reading:
    try:
        return Reading(source, understand(source))
    except ProblemsFoundError as error:
        return Reading(source, None, error.problems)
