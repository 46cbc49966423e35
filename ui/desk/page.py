"""The desk: every file of the course with its state, and one of them open."""

import streamlit as st

from ui.desk.access import is_teacher_here
from ui.visit import Visit
from ui.wording import say


def desk_page(visit: Visit) -> None:
    """Draws the desk for those who may sit at it; others read how to get in."""
    language = visit.language
    if not is_teacher_here():
        st.title(say("desk_closed", language), anchor=False)
        st.markdown(say("desk_closed_why", language))
        return
    st.title(say("desk", language), anchor=False)
    st.markdown(say("desk_lead", language))
