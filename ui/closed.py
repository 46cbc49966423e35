"""Who may read a page of the lab's own, asked before it is drawn; and what all others read there."""

from typing import assert_never

import streamlit as st

from courseware.interface import say
from ui.visit import Visit
from ui.who import sign_in_link
from web.addresses import Page
from web.settings import settings_here


def is_closed(visit: Visit, page: Page | None) -> bool:
    """Whether this page (None: a lesson) is not for this reader; then it says so, and how to get in."""
    if visit.student.kind == "guest" and not visit.is_teacher and not settings_here().lets_guests_in:
        st.title(say("guests_not_let_in", visit.language), anchor=False)
        sign_in_link(visit)
        return True
    if page is None or may_read(visit, page):
        return False
    _tell(visit, page)
    return True


def may_read(visit: Visit, page: Page) -> bool:
    """Whether a page is for this reader, by role."""
    reader = page.value.reader
    match reader:
        case "everybody":
            return True
        case "teachers":
            return visit.is_teacher
        case "instructors":
            return visit.is_instructor
        case _:
            assert_never(reader)


def _tell(visit: Visit, page: Page) -> None:
    language = visit.language
    is_assistant = visit.is_teacher
    hall = (Page.PRESENT, Page.SPEAKER)
    title = "instructors_only" if is_assistant else "present_closed" if page in hall else "desk_closed"
    st.title(say(title, language), anchor=False)
    st.markdown(say("instructors_only_why" if is_assistant else "desk_closed_why", language))
