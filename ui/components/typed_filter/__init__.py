"""Narrows a list of the page down while a word is being typed, before the server is asked."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from courseware.text import Language
from courseware.words import WordFile
from web.assets import entry

_WORDS: Final = WordFile.beside(__file__)
_KEY: Final = "typed-filter"

_filter = st.components.v2.component(
    "lab_typed_filter",
    html='<p class="lab-filter" data-lab-filter role="status" data-undrawn></p>',
    css=".lab-filter { min-height: 1.5em; margin: 0; font-size: 0.875rem; color: var(--lab-quiet); }",
    js=entry("typed_filter/typed_filter.js"),
    isolate_styles=False,
)


def typed_filter(also: Mapping[str, str], language: Language) -> None:
    """Hides entries of the glossary that do not contain what is typed above them.

    `also` gives by the id of a term the words by which it is found beside those that stand in its entry.
    """
    _filter(key=_KEY, data={"also": dict(also), "words": _WORDS.spoken(language)})
