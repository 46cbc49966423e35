"""Whether the texts of a lesson use the words and signs of the field."""

from collections.abc import Iterator

from courseware.problem import Problem
from courseware.source import Source
from courseware.wording import slips
from lessons.links import texts_in
from lessons.written import LessonModel


def wordings(written: LessonModel, source: Source) -> Iterator[Problem]:
    """Slips of wording, with the language they stand in."""
    for path, text in texts_in(written):
        for language, (message, advice) in slips(text):
            yield source.problem((*path, language), message, advice, severity="warning")
