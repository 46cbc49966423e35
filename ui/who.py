"""Who is learning: a name asked once, changeable at any time, and nothing more than is needed."""

import streamlit as st

from courseware.interface import say
from courseware.problem import ReaderError
from ui.prose import literal
from ui.visit import Visit


def ask_name(visit: Visit) -> None:
    """Asks for the name, once, without standing in anybody's way."""
    language = visit.language
    with st.container(border=True, key="who"):
        st.markdown(f"**{say('name_question', language)}**")
        st.caption(say("name_why", language))
        name_form(visit, "page")


def name_button(visit: Visit) -> None:
    """Who is learning, in the bar; a click opens the form to change it."""
    language = visit.language
    name = literal(visit.student.name) if visit.student.name else say("no_name", language)
    with st.popover(name, type="tertiary", icon=":material/person:"):
        st.caption(say("name_why", language))
        name_form(visit, "bar")


def name_form(visit: Visit, where: str) -> None:
    """The form with name, class and number; what was known stands in it."""
    language, student = visit.language, visit.student
    optional = say("optional", language)
    with st.form(f"who-{where}", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.text_input(say("name_label", language), student.name, max_chars=60)
        group = st.text_input(
            f"{say('class_label', language)} · {optional}", student.class_name, max_chars=60
        )
        number = st.text_input(f"{say('number_label', language)} · {optional}", student.number, max_chars=30)
        if not st.form_submit_button(say("save_name", language), type="primary"):
            return
    try:
        visit.store.rename(student, name, class_name=group, number=number)
    except ReaderError as error:
        st.error(error.text[language])
        return
    st.rerun()
