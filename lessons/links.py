"""Links from a text to the glossary: `[[term]]`, or `[[term|the words to show]]`."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from pydantic import BaseModel

from courseware.text import LANGUAGES, Text

_LINK: Final = re.compile(
    r"(?P<code>(?<!`)(?P<tick>`{1,3})(?!`).*?(?<!`)(?P=tick)(?!`))"
    r"|\[\[(?P<id>[^\[\]|\n]*)(?:\|(?P<shown>[^\[\]\n]*))?\]\]"
)


def linked_terms(markdown: str) -> tuple[str, ...]:
    """The ids that a text links to, each once, in order; code is left alone.

    >>> linked_terms("A [[gap]] and `[[code]]`, [[value|worth]], [[gap]].")
    ('gap', 'value')
    """
    found = (match["id"].strip() for match in _LINK.finditer(markdown) if match["id"] is not None)
    return tuple(dict.fromkeys(found))


def link_words(markdown: str, address: Callable[[str], str], name: Callable[[str], str]) -> str:
    """The text with its links to terms as Markdown links; `name` gives the words of a bare link.

    >>> link_words("A [[gap]].", lambda term: f"/glossary?term={term}", str.title)
    'A [Gap](/glossary?term=gap).'
    """

    def link(match: re.Match[str]) -> str:
        if match["id"] is None:
            return match[0]
        term = match["id"].strip()
        return f"[{(match['shown'] or '').strip() or name(term)}]({address(term)})"

    return _LINK.sub(link, markdown)


def plain_words(markdown: str, name: Callable[[str], str]) -> str:
    """The text with the words of its links to terms and no link; `name` gives the words of a bare link.

    >>> plain_words("A [[gap]], [[value|worth]].", str.title)
    'A Gap, worth.'
    """

    def words(match: re.Match[str]) -> str:
        return (
            match[0] if match["id"] is None else (match["shown"] or "").strip() or name(match["id"].strip())
        )

    return _LINK.sub(words, markdown)


def terms_in(written: BaseModel) -> tuple[str, ...]:
    """The ids of the terms that a lesson, a step or any part of one links to, each once, in order."""
    texts = [text[language] for _, text in texts_in(written) for language in LANGUAGES]
    return tuple(dict.fromkeys(term for text in texts for term in linked_terms(text)))


def texts_in(
    written: object, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], Text]]:
    """Every Text in what a teacher wrote, with its place: the keys and numbers that lead to it."""
    if isinstance(written, Text):
        yield path, written
    elif isinstance(written, BaseModel):
        for name, info in type(written).model_fields.items():
            yield from texts_in(getattr(written, name), (*path, info.alias or name))
    elif isinstance(written, tuple):
        for index, inner in enumerate(written):
            yield from texts_in(inner, (*path, index))
