"""Saves what a teacher wrote: all of it or nothing, and nothing while it has errors."""

from pathlib import Path

from course.documents import document_of
from course.judge import judge, neighbours
from course.known import KnownNames, known_to_the_lab
from courseware.problem import Problem, ProblemsFoundError
from courseware.replacing import replace_file
from courseware.source import shown_path


def save_lesson_file(path: Path, text: str, known: KnownNames | None = None) -> tuple[Problem, ...]:
    """Replace the file at `path` by `text`, kept letter by letter; returns the warnings.

    Raises ProblemsFoundError, and leaves the file as it was, if the text has errors.
    """
    found = judge(
        document_of("lessons", text, shown_path(path)),
        neighbours(path.parent, known_to_the_lab() if known is None else known),
    )
    if any(problem.severity == "error" for problem in found):
        raise ProblemsFoundError(found)
    replace_file(path, text)
    return found
