"""Whether every question in the banks is asked in some lesson."""

from collections.abc import Iterable, Iterator, Mapping

from course.bank_references import problem_of, unused
from courseware.problem import Problem
from courseware.source import Source, read_source
from exercises.exercise import Exercise
from lessons.lesson import Lesson


def used_items(lessons: Iterable[Lesson]) -> frozenset[str]:
    """The ids of all questions that these lessons ask."""
    return frozenset(item for lesson in lessons for item in lesson.items())


def unused_exercises(lessons: Iterable[Lesson], bank: Mapping[str, Exercise]) -> Iterator[Problem]:
    """The questions of the banks that none of these lessons asks, each with its place in its bank.

    Raises ProblemsFoundError if a bank cannot be read.
    """
    used = used_items(lessons)
    sources: dict[str, Source] = {}
    for one in bank.values():
        if one.id not in used:
            source = sources.get(one.file) or sources.setdefault(one.file, read_source(one.file))
            yield problem_of(unused(one.id), source, one.index)
