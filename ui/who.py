"""Who is learning: signed in to a class, or by a name asked once and changeable at any time."""

from html import escape
from urllib.parse import urlencode, urlsplit

import streamlit as st

from classroom import Store
from classroom.classes import has_classes
from courseware.interface import say
from courseware.problem import ReaderError
from courseware.text import Language
from ui.prose import literal
from ui.visit import Visit
from web.settings import settings_here


def ask_name(visit: Visit) -> None:
    """Asks for the name, once, without standing in anybody's way."""
    language = visit.language
    with st.container(border=True, key="who"):
        st.markdown(f"**{say('name_question', language)}**")
        st.caption(say("name_why", language))
        name_form(visit, "page")


def is_class(store: Store) -> bool:
    """Whether students sign in here: there is a class with a list, or it was set so."""
    return settings_here().is_class or has_classes(store)


def name_button(visit: Visit) -> None:
    """Who is learning, in the bar; a click opens the ways out of a class, or the form to change the name."""
    language, student = visit.language, visit.student
    if visit.is_asked_to_sign_in and not visit.is_teacher:
        sign_in_link(visit)
        return
    name = literal(student.name) if student.name else say("no_name", language)
    with st.popover(name, type="tertiary", icon=":material/person:"):
        if student.kind == "enrolled":
            st.markdown(literal(" · ".join(filter(None, [student.class_name, student.number, student.name]))))
            _plain_link("/enter", say("enter_ways", language), language)
            return
        st.caption(say("name_why", language))
        name_form(visit, "bar")


def sign_in_link(visit: Visit) -> None:
    """The way to the entrance, and from there back to this page."""
    page = urlsplit(st.context.url or "").path.strip("/")
    _plain_link("/enter", say("enter", visit.language), visit.language, to=page)


def _plain_link(address: str, words: str, language: Language, **query: str) -> None:
    """A link out of the pages, in the same tab: the page that follows sets a cookie."""
    asked = urlencode({"lang": language, **{name: value for name, value in query.items() if value}})
    link = f'<a href="{address}?{escape(asked)}" target="_self">{escape(words)}</a>'
    st.markdown(link, unsafe_allow_html=True, width="content")


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
