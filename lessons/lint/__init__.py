"""Advice that helps a lesson without standing in its way: every rule here gives warnings only."""

from collections.abc import Iterator

from courseware.problem import Problem
from courseware.source import Source
from lessons.known import Known
from lessons.lesson import Lesson
from lessons.lint.feedback import silent_questions
from lessons.lint.languages import missing_languages
from lessons.lint.load import reading_load
from lessons.lint.media import media
from lessons.lint.minutes import extension_last, hurried_simulations, minutes
from lessons.lint.slides import long_slides
from lessons.lint.wordings import wordings
from lessons.written import Written


def warnings(written: Written, source: Source, known: Known) -> Iterator[Problem]:
    """What could be better in a lesson, the plan or the glossary."""
    yield from missing_languages(written, source, known)
    yield from media(written, source, known)
    yield from wordings(written, source)
    if isinstance(written, Lesson):
        yield from minutes(written, source)
        yield from hurried_simulations(written, source)
        yield from extension_last(written, source)
        yield from reading_load(written, source)
        yield from long_slides(written, source)
        yield from silent_questions(written, source, known)
