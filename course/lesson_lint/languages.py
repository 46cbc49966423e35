"""Whether every sentence is written in all languages of the course."""

from collections.abc import Iterator

from course.known import KnownNames
from courseware.advice import missing_language
from courseware.problem import Problem
from courseware.source import Source
from lessons.links import texts_in
from lessons.written import LessonModel


def missing_languages(written: LessonModel, source: Source, known: KnownNames) -> Iterator[Problem]:
    """The sentences of which only one language is there; readers of the other one see it too."""
    for path, text in texts_in(written):
        if text.lacks and text.lacks in known.languages:
            message, advice = missing_language(text.lacks)
            yield source.problem((*path, text.lacks), message, advice, severity="warning")
