"""What the lab thinks of a text before it is saved: its problems, and what it holds if it can be used."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import exercises
import lessons
from courseware.problem import Problem
from courseware.source import shown_path
from exercises import Exercise
from lessons import Course, Glossary, Known, Lesson
from lessons.lint.unused import used_items
from lessons.review import judge, read_text
from ui.desk.files import Entry, Stamp


@dataclass(frozen=True)
class Verdict:
    """The problems of a text in the order of its lines, and what it holds, as far as it is sound."""

    problems: tuple[Problem, ...]
    lesson: Lesson | None = None
    plan: Course | None = None
    glossary: Glossary | None = None
    exercises: Mapping[str, Exercise] = field(default_factory=dict)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps the text from being saved."""
        return tuple(problem for problem in self.problems if problem.severity == "error")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What may be mended at leisure."""
        return tuple(problem for problem in self.problems if problem.severity != "error")


def verdict(entry: Entry, text: str, others: Stamp) -> Verdict:
    """The verdict on `text` as if it stood in the file; `others` is how all files stand just now.

    It is kept for a while: who asks again about the same text among the same files is answered at once.
    """
    return _verdict(entry, text, others)


@lru_cache(maxsize=64)
def _verdict(entry: Entry, text: str, _others: Stamp) -> Verdict:
    file = shown_path(entry.file.target)
    if entry.kind == "bank":
        problems, sound = exercises.check_text(
            text, file, used=used_items(lessons.shelf().lessons().values())
        )
        return Verdict(tuple(sorted(problems)), exercises=sound)
    reading = read_text(text, file)
    written = reading.written
    return Verdict(
        tuple(sorted(judge(reading, known_here()))),
        lesson=written if isinstance(written, Lesson) else None,
        plan=written if isinstance(written, Course) else None,
        glossary=written if isinstance(written, Glossary) else None,
    )


def known_here() -> Known:
    """What lessons may name, from the shelf: to read plan and glossary at each key would take longest."""
    shelf = lessons.shelf()
    return lessons.known_to_the_lab().of(shelf.course(), shelf.glossary())
