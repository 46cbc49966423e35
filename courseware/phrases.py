"""Texts put together in every language as that language does it: sentences, lists, words in brackets."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from courseware.language import Conventions, Language, conventions
from courseware.text import Text, as_text, in_each


def sentences(*said: Text) -> Text:
    """Sentences one after the other.

    >>> sentences(Text(en="One.", zh="一。"), Text(en="Two.", zh="二。"))["zh"]
    '一。二。'
    """
    return _joined(said, lambda one: one.blank)


def listed(names: Iterable[str | Text]) -> Text:
    """Names in a row.

    >>> listed(["a", "b"])["zh"]
    'a、b'
    """
    return _joined(map(as_text, names), lambda one: one.list_comma)


def clauses(parts: Iterable[Text]) -> Text:
    """Parts in a row that may have commas of their own."""
    return _joined(parts, lambda one: one.semicolon)


def with_aside(what: Text, aside: Text) -> Text:
    """Words and what is added to them in brackets.

    >>> with_aside(Text(en="price", zh="价格"), Text(en="EUR", zh="欧元"))["zh"]
    '价格（欧元）'
    """
    return in_each(lambda one: conventions(one).aside.format(what=what[one], aside=aside[one]))


def language_name(language: Language) -> Text:
    """What a language is called in each language."""
    return _NAMES[language]


def _joined(parts: Iterable[Text], between: Callable[[Conventions], str]) -> Text:
    told = tuple(parts)
    return in_each(lambda one: between(conventions(one)).join(text[one] for text in told))


_NAMES: Final[Mapping[Language, Text]] = {
    "en": Text(en="English", zh="英文"),
    "zh": Text(en="Chinese", zh="中文"),
}
