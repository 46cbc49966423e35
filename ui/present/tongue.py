"""Words on a slide: in one language, or Chinese large with English under it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

import streamlit as st

from courseware.text import Language
from lessons import plain_terms
from ui.present.state import Tongue


class Spoken(Protocol):
    """Something said in both languages: a Text, or a passage of a slide."""

    def __getitem__(self, language: Language) -> str: ...


def languages(tongue: Tongue) -> tuple[Language, ...]:
    """The languages to show, the larger one first."""
    return ("zh", "en") if tongue == "both" else (tongue,)


def main_language(tongue: Tongue) -> Language:
    """The language of everything that is said only once."""
    return languages(tongue)[0]


def tell(text: Spoken, tongue: Tongue, key: str, *, form: str = "{}") -> None:
    """Writes a text, the second language smaller beneath; `form` is Markdown around it."""
    for place, language in enumerate(languages(tongue)):
        if not text[language]:
            continue
        said = form.replace("{}", plain_terms(text[language], language))
        if place:
            with st.container(key=f"second-{key}"):
                st.markdown(said)
        else:
            st.markdown(said)


def both_in_line(text: Spoken, tongue: Tongue) -> str:
    """A short text on one line: "中文 · English" where both are shown and differ."""
    return " · ".join(dict.fromkeys(text[language] for language in languages(tongue)))


@contextmanager
def fitted(key: str) -> Iterator[None]:
    """A part of the slide whose words grow or shrink in the browser until they fill the room they have."""
    with st.container(key=f"fit-{key}", gap="small"):
        yield
