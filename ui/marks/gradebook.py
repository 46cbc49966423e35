"""The gradebook: a class at a glance, attendance, what is brought in and what is handed out."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import streamlit as st

from classroom.classes import SchoolClass, school_classes
from classroom.gradebook.reading import gradebook
from courseware.interface import say
from ui.marks.attendance import attendance_section
from ui.marks.bring_in import bring_in_section
from ui.marks.course import graded_course
from ui.marks.glance import glance_section
from ui.marks.hand_out import hand_out_section
from ui.marks.peers import peers_section
from ui.marks.sections import ClassView
from ui.session import SessionKey
from ui.visit import Visit

_CLASS: Final = SessionKey[str | None]("gradebook-class", None)
_SECTION: Final = SessionKey[str | None]("gradebook-section", None)
_SECTIONS: Final[Mapping[str, Callable[[ClassView], None]]] = {
    "glance": glance_section,
    "attendance": attendance_section,
    "bring_in": bring_in_section,
    "peers": peers_section,
    "hand_out": hand_out_section,
}


def gradebook_page(visit: Visit, pages: Mapping[str, Any]) -> None:
    """Draws the gradebook for those who may see it; others read how to get in."""
    language = visit.language
    if not visit.is_teacher:
        st.title(say("desk_closed", language), anchor=False)
        st.markdown(say("desk_closed_why", language))
        return
    st.title(say("gradebook", language), anchor=False)
    chosen = _class(visit)
    if chosen is None:
        st.info(say("gradebook_no_class", language))
        st.page_link(pages["classes"], label=say("classes", language), query_params={"lang": language})
        return
    section = st.segmented_control(
        say("gradebook_section", language),
        tuple(_SECTIONS),
        default="glance",
        format_func=lambda name: say(f"gradebook_{name}", language),
        key=_SECTION.name,
        required=True,
        label_visibility="collapsed",
    )
    course = graded_course(visit)
    _SECTIONS[section or "glance"](ClassView(visit, chosen, course, gradebook(visit.store, chosen, course)))


def _class(visit: Visit) -> SchoolClass | None:
    """The class that is looked at: asked for where there are several."""
    known = {one.name: one for one in school_classes(visit.store)}
    if len(known) < 2:
        return next(iter(known.values()), None)
    name = st.selectbox(say("class_label", visit.language), tuple(known), key=_CLASS.name)
    return known.get(name or "")
