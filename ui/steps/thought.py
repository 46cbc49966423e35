"""A thought written down: kept on the record, changeable, never marked."""

import streamlit as st

from classroom import predict, predictions
from courseware.interface import say
from lessons import Lesson
from ui.visit import Visit


def thought_before(visit: Visit, lesson: Lesson, step: str) -> str | None:
    """What the reader last wrote at this step, if anything is on the record."""
    said = predictions(visit.store, visit.student, lesson.id, step)
    return said[-1].words if said else None


def keep_thought(visit: Visit, lesson: Lesson, step: str) -> str | None:
    """Asks for a thought in the reader's own words; returns what is on the record, if anything."""
    language = visit.language
    before = thought_before(visit, lesson, step)
    with st.form(f"thought:{lesson.id}:{step}", border=False):
        text = st.text_area(say("your_thought", language), before or "", max_chars=2000)
        sent = st.form_submit_button(say("save_thought", language))
    if not sent:
        return before
    if not text.strip():
        st.warning(say("write_first", language))
        return before
    predict(visit.store, visit.student, lesson.id, step, words=text)
    st.success(say("thought_kept", language))
    return text
