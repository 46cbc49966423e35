"""Judges a file of the library as a whole: can it be read, and does all that it names exist?"""

from pathlib import Path

from course.bank_registry import all_exercises
from course.checks.lesson import lesson_problems
from course.checks.plan import course_problems, glossary_problems
from course.documents import COURSE, GLOSSARY, Document, Written, document_of, read_document
from course.folders import LIBRARY, lesson_layers
from course.known import KnownNames, known_to_the_lab
from course.layers import Layers
from course.lesson_lint.unused import unused_exercises
from courseware.problem import Problem
from lessons.lesson import Lesson
from lessons.plan import Course


def check_lesson_text(
    text: str, file: str, known: KnownNames | None = None
) -> tuple[tuple[Problem, ...], Written | None]:
    """The problems of a text as if it were saved in `file`, and what it holds if it can be understood.

    Nothing is written. A file named course.yaml holds the plan, glossary.yaml the words, any other a
    lesson.
    """
    document = document_of("lessons", text, file)
    lab = known_to_the_lab() if known is None else known
    return judge(document, neighbours(Path(file).parent, lab)), document.written


def judge(document: Document, known: KnownNames) -> tuple[Problem, ...]:
    """All problems of a lesson, the plan or the glossary, seen beside everything that is known."""
    source, written = document.source, document.written
    if source is None or written is None:
        return document.problems
    if isinstance(written, Lesson):
        return lesson_problems(written, source, known)
    if isinstance(written, Course):
        return course_problems(written, source, known)
    return glossary_problems(written, source, known)


def check_lesson_files(paths: tuple[Path, ...] = (), known: KnownNames | None = None) -> tuple[Problem, ...]:
    """The problems of these files, or of all files in force, in the order of files and lines.

    Files are judged beside the plan and the glossary that are in force with them. With all files the
    questions that no lesson asks are told too.
    """
    lab = known or known_to_the_lab()
    found = list(lab.problems)
    documents = {path: read_document("lessons", path) for path in paths or lesson_layers().files()}
    beside = {folder: neighbours(folder, lab) for folder in {path.parent for path in documents}}
    for path, document in documents.items():
        found += judge(document, beside[path.parent])
    if not paths and lab.exercises is not None:
        lessons = [one.lesson for one in documents.values() if one.lesson is not None]
        found += unused_exercises(lessons, all_exercises())
    return tuple(found)


def neighbours(folder: Path, lab: KnownNames) -> KnownNames:
    """What is known beside the plan and the glossary that are in force with the files of a folder.

    Those of a folder that is no part of the course are its own, else the library's.
    """
    parts = {part.resolve() for part in lesson_layers().folders}
    where = lesson_layers() if folder.resolve() in parts else Layers(LIBRARY, folder)
    plan, words = (read_document("lessons", where.path(name)) for name in (COURSE, GLOSSARY))
    return lab.of(plan.course, words.glossary)
