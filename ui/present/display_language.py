"""Words on a slide: in one language, or Chinese large with English under it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, Protocol

import streamlit as st

from course import plain_terms
from course.media import shown_once
from courseware.language import DisplayLanguage, Language, languages_of
from ui.media import with_media

_UNIT: Final = re.compile(r"(?<=\d)(\**) (?=[%\u2e80-\u9fff])")
"""The blank between a number and its unit, where a line must not end."""


class Spoken(Protocol):
    """Something said in both languages: a Text, or a passage of a slide."""

    def __getitem__(self, language: Language) -> str: ...


def languages(display_language: DisplayLanguage) -> tuple[Language, ...]:
    """The languages to show, the larger one first."""
    return languages_of(display_language)


def main_language(display_language: DisplayLanguage) -> Language:
    """The language of everything that is said only once."""
    return languages(display_language)[0]


def tell(text: Spoken, display_language: DisplayLanguage, key: str, *, form: str = "{}") -> None:
    """Writes a text, the second language smaller beneath; `form` is Markdown around it."""
    shown = languages(display_language)
    for place, (language, words) in enumerate(
        zip(shown, shown_once(text[one] for one in shown), strict=True)
    ):
        if not words.strip():
            continue
        said = form.replace("{}", with_media(bound(plain_terms(words, language))))
        if place:
            with st.container(key=f"second-{key}"):
                st.markdown(said)
        else:
            st.markdown(said)


def bound(markdown: str) -> str:
    """The same with every number kept on one line with the unit that follows.

    >>> bound("20 秒内接起 **80** %")
    '20\\xa0秒内接起 **80**\\xa0%'
    """
    return _UNIT.sub("\\1\u00a0", markdown)


def both_in_line(text: Spoken, display_language: DisplayLanguage) -> str:
    """A short text on one line: "中文 · English" where both are shown and differ."""
    return " · ".join(dict.fromkeys(with_media(text[language]) for language in languages(display_language)))


@contextmanager
def fitted(key: str) -> Iterator[None]:
    """A part of the slide whose words grow or shrink in the browser until they fill the room they have."""
    with st.container(key=f"fit-{key}", gap="small"):
        yield
