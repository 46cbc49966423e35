"""Advice that helps a lesson without standing in its way: every rule here gives warnings only."""

from collections.abc import Iterator

from course.known import KnownNames
from course.lesson_lint.languages import missing_languages
from course.lesson_lint.load import reading_load
from course.lesson_lint.media import media
from course.lesson_lint.minutes import extension_last, minutes
from course.lesson_lint.slides import long_slides
from course.lesson_lint.wordings import wordings
from courseware.problem import Problem
from courseware.source import Source
from lessons.lesson import Lesson
from lessons.written import LessonModel


def warnings(written: LessonModel, source: Source, known: KnownNames) -> Iterator[Problem]:
    """What could be better in a lesson, the plan or the glossary."""
    yield from missing_languages(written, source, known)
    yield from media(written, source, known)
    yield from wordings(written, source)
    if isinstance(written, Lesson):
        yield from minutes(written, source)
        yield from extension_last(written, source)
        yield from reading_load(written, source)
        yield from long_slides(written, source)
