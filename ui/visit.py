"""Who is looking, in which language, at which records: what every page is handed."""

from dataclasses import dataclass

import streamlit as st

from classroom import Store, Student
from courseware.text import LANGUAGES, Language
from lessons import Shelf
from ui.components.page import remembered_language

_CHOSEN = "language"
BOTH = "both"
"""What the address of slides says where both languages are shown at once, Chinese first."""


@dataclass(frozen=True)
class Visit:
    """One run of a page for one reader."""

    language: Language
    student: Student
    store: Store
    shelf: Shelf


def language_of_visit() -> Language:
    """The reader's language: the address, this session's choice, the last visit, the browser."""
    asked = st.query_params.get("lang")
    if asked == BOTH:
        asked = "zh"
    if asked not in LANGUAGES:
        asked = st.session_state.get(_CHOSEN) or remembered_language() or _of_browser()
    language: Language = "zh" if asked == "zh" else "en"
    st.session_state[_CHOSEN] = language
    return language


def _of_browser() -> Language:
    return "zh" if str(st.context.locale or "").lower().startswith("zh") else "en"


def choose_language(language: Language) -> None:
    """Keeps the choice for this session and in the address; a callback's work."""
    st.session_state[_CHOSEN] = language
    st.query_params["lang"] = language
