"""Classes for the instructor: the entry code, the list and what may be done about it, who else teaches."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import streamlit as st

from classroom import SchoolClass, school_classes
from courseware.interface import say
from ui.classes.entry_code import show_entry_code
from ui.classes.importing import CHOSEN, import_list
from ui.classes.staff import show_staff
from ui.classes.students import show_students
from ui.classes.waiting import show_waiting
from ui.visit import Visit

_STYLE: Final = Path(__file__).with_name("classes.css")


def classes_page(visit: Visit, _pages: Mapping[str, Any]) -> None:
    """Draws the class that is chosen, the way to bring a list in, and the staff."""
    language = visit.language
    st.html(_STYLE)
    st.title(say("classes", language), anchor=False)
    known = {one.name: one for one in school_classes(visit.store)}
    if not known:
        st.markdown(say("classes_none", language))
    chosen = _choose(visit, known)
    if chosen is not None:
        show_entry_code(visit, chosen)
        show_waiting(visit, chosen)
        show_students(visit, chosen)
    st.header(say("classes_import", language), anchor=False)
    import_list(visit, chosen.name if chosen else "")
    st.header(say("staff", language), anchor=False)
    show_staff(visit)


def _choose(visit: Visit, known: Mapping[str, SchoolClass]) -> SchoolClass | None:
    if not known:
        return None
    names = list(known)
    if CHOSEN.get() not in known:
        CHOSEN.set(names[0])
    if len(names) > 1:
        st.selectbox(say("class_label", visit.language), names, key=CHOSEN.name)
    return known[CHOSEN.get() or names[0]]
