"""My work: what I am set, and every answer that I gave with what it earned and why."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from classroom.assignments.history import PastAttempt, history
from classroom.assignments.store import assigned_to
from courseware.interface import say
from courseware.text import Language
from ui.assignments.told import set_for
from ui.past_attempts import show_past
from ui.visit import Visit


def my_work_page(visit: Visit, pages: Mapping[str, Any]) -> None:
    """Draws what the student is set and the history of all answers."""
    language = visit.language
    st.title(say("my_work", language), anchor=False)
    st.markdown(say("work_lead", language))
    assigned = assigned_to(visit.store, visit.student)
    if assigned:
        set_for(visit, pages, assigned)
    found = history(visit.store, visit.student, assigned)
    if not found:
        st.info(say("work_empty", language))
    for number, past in enumerate(found.values()):
        _question(past, language, number)


def _question(past: tuple[PastAttempt, ...], language: Language, number: int) -> None:
    with st.container(border=True, key=f"work-{number}"):
        show_past(past, language)
