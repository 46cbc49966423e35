"""What the lab thinks of a text before it is saved: its problems, and what it holds if it can be used."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from course import KnownNames, all_exercises, check_bank_text, known_to_the_lab, lesson_registry, media
from course.documents import document_of
from course.files import FileEntry
from course.judge import judge
from course.languages import course_languages
from course.lesson_lint.unused import used_items
from courseware.problem import Problem, ProblemsFoundError
from courseware.source import shown_path
from exercises import Exercise
from lessons import Course, Glossary, Lesson


@dataclass(frozen=True)
class TextVerdict:
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


def verdict(entry: FileEntry, text: str) -> TextVerdict:
    """The verdict on `text` as if it stood in the file, beside all other files as they are now.

    It is kept for a while: who asks again is answered at once, as long as nothing has changed of what
    the text may name.
    """
    around = _around_bank() if entry.kind == "bank" else _around_lesson()
    return _verdict(entry, text, (around, tuple(media.layers().stamps().values())))


def known_here() -> KnownNames:
    """What lessons may name, from the registry: to read plan and glossary at each key would take longest."""
    registry = lesson_registry()
    return known_to_the_lab().of(registry.course(), registry.glossary())


def _around_bank() -> Hashable:
    """What a verdict on a bank depends on beside its text: the questions of all banks, and who asks them."""
    try:
        taken = frozenset((one.id, one.file) for one in all_exercises().values())
    except ProblemsFoundError:  # no bank is good
        taken = frozenset()
    return taken, _used(), course_languages()


def _around_lesson() -> Hashable:
    """The same for a lesson, the plan or the glossary: the names that there are."""
    known = known_here()
    return known.lessons, known.terms, known.exercises, known.problems, known.languages


def _used() -> frozenset[str]:
    return used_items(lesson_registry().lessons().values())


@lru_cache(maxsize=128)
def _verdict(entry: FileEntry, text: str, _around: Hashable) -> TextVerdict:
    file = shown_path(entry.file.target)
    if entry.kind == "bank":
        problems, sound = check_bank_text(text, file, used=_used())
        return TextVerdict(tuple(sorted(problems)), exercises=sound)
    document = document_of("lessons", text, file)
    problems = tuple(sorted(judge(document, known_here())))
    return TextVerdict(problems, document.lesson, document.course, document.glossary)
