"""Whether what stands under one heading fits on one slide."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from courseware.problem import Problem
from courseware.source import Source
from courseware.text import LANGUAGES, Text
from lessons.lesson import Lesson
from lessons.links import texts_in
from lessons.reading_load import CHARACTERS, WORDS, fill, load_of

SHOWN: Final = frozenset({"text", "explain", "answer"})
"""The keys under which the passages of a step stand."""

_HEADING: Final = re.compile(r"^#{1,6}[ \t]", re.MULTILINE)


def long_slides(lesson: Lesson, source: Source) -> Iterator[Problem]:
    """The passages with more under one heading than fits on a slide, each told once a language."""
    for path, text in texts_in(lesson):
        if path[0] != "steps" or path[-1] not in SHOWN:
            continue
        for language in LANGUAGES:
            loads = [load_of(section) for section in sections(text[language])]
            longest = max(loads, key=fill)
            if fill(longest) > 1 and text.lacks != language:
                values = {"words": longest.words, "characters": longest.characters}
                message = (_LONG if longest.words > longest.characters else _LONG_CHINESE).fill(values)
                yield source.problem((*path, language), message, _ADVICE, severity="warning")


def sections(markdown: str) -> list[str]:
    """The parts of a text that begin with a heading, and what stands before the first."""
    starts = [0, *(match.start() for match in _HEADING.finditer(markdown)), len(markdown)]
    return [markdown[start:end] for start, end in pairwise(starts)]


_LONG: Final = Text(
    en="There are {words} words under one heading; a slide holds about " + f"{WORDS}.",
    zh="同一个标题下有 {words} 个英文单词，" + f"一页幻灯片大约只放得下 {WORDS} 个。",
)
_LONG_CHINESE: Final = Text(
    en="There are {characters} characters under one heading; a slide holds about " + f"{CHARACTERS}.",
    zh="同一个标题下有 {characters} 个字，" + f"一页幻灯片大约只放得下 {CHARACTERS} 个。",
)
_ADVICE: Final = Text(
    en="Shorten it, or begin a new part with a heading (## …).",
    zh="请精简，或用小标题（## ……）分成几部分。",
)
