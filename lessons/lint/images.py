"""Whether every picture says what it shows and lies in the course."""

from collections.abc import Iterator
from pathlib import Path

from courseware.pictures import flaws, pictures_in
from courseware.problem import Problem
from courseware.source import Source
from courseware.text import LANGUAGES
from lessons.links import texts_in
from lessons.written import Written


def images(written: Written, source: Source) -> Iterator[Problem]:
    """The pictures without words, and those that are not in the folder of the file."""
    folder = Path(source.file).parent
    for path, text in texts_in(written):
        for language in LANGUAGES:
            if text.lacks == language:
                continue
            for picture in pictures_in(text[language]):
                for message, advice in flaws(picture, folder):
                    where = (*path, language)
                    yield source.problem(where, message, advice, at=picture.written, severity="warning")
