"""Whether every picture, sound and video says what it is, lies in the course and can be shown."""

from collections.abc import Iterator
from typing import Final

from course.known import KnownNames
from course.media import flaws_in, media_store, references_in
from courseware.problem import Problem
from courseware.source import Source
from courseware.text import LANGUAGES, Text
from lessons.links import texts_in
from lessons.written import LessonModel

_ONE_LINE: Final = frozenset({"title", "term", "also", "cite", "source", "school"})
"""What stands in lists, buttons and the titles of windows, where nothing is shown."""


def media(written: LessonModel, source: Source, known: KnownNames) -> Iterator[Problem]:
    """What keeps something from being seen or heard, with the language of the text where it stands."""
    there = media_store().with_coming(known.media)
    for path, text in texts_in(written):
        for language in LANGUAGES:
            if text.lacks == language:
                continue
            for words, (message, advice) in flaws_in(text[language], there):
                yield source.problem((*path, language), message, advice, at=words, severity="warning")
            if not _ONE_LINE.isdisjoint(path):
                for one in references_in(text[language]):
                    where = (*path, language)
                    yield source.problem(where, *_NOT_HERE, at=one.written, severity="warning")


_NOT_HERE: Final = (
    Text(en="Nothing is shown in a title or a name.", zh="标题和名称中不能放图片、声音或视频。"),
    Text(en="Put it into a text, and words here.", zh="请把它放到正文里，这里只写文字。"),
)
