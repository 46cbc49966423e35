"""Who else teaches: assistants and instructors by name, each let in by a link that works once."""

from typing import Final, get_args
from urllib.parse import urlsplit

import streamlit as st

from classroom import make_link
from classroom.staff import StaffMember, StaffRole, add_staff, end_staff, staff_members
from courseware.interface import say
from courseware.problem import ReaderError
from ui.prose import literal
from ui.session import SessionKey
from ui.visit import Visit
from web.greeting import link_of

_LINK: Final = SessionKey[tuple[str, str] | None]("staff-link", None)


def show_staff(visit: Visit) -> None:
    """Draws everybody with what may be done, and the form for one more."""
    language = visit.language
    st.markdown(say("staff_lead", language))
    for member in staff_members(visit.store):
        _row(visit, member)
    made = _LINK.pop()
    if made is not None:
        st.success(say("staff_link", language, who=literal(made[0])))
        st.code(made[1], language=None)
    with (
        st.form("staff-new", border=False, clear_on_submit=True),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        name = st.text_input(say("name_label", language), max_chars=80)
        role = st.selectbox(
            say("staff_role", language),
            get_args(StaffRole),
            format_func=lambda one: say(f"staff_{one}", language),
        )
        if not st.form_submit_button(say("staff_add", language)):
            return
    try:
        _offer(visit, add_staff(visit.store, name, role, visit.actor))
    except ReaderError as error:
        st.error(error.text[language])
        return
    st.rerun()


def _row(visit: Visit, member: StaffMember) -> None:
    language = visit.language
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.markdown(f"{literal(member.name)} · {say(f'staff_{member.role}', language)}", width="content")
        st.button(
            say("staff_new_link", language),
            key=f"staff-link-{member.id}",
            type="tertiary",
            on_click=lambda: _offer(visit, member),
        )
        st.button(
            say("staff_end", language),
            key=f"staff-end-{member.id}",
            type="tertiary",
            on_click=lambda: end_staff(visit.store, member, visit.actor),
        )


def _offer(visit: Visit, member: StaffMember) -> None:
    """Makes a link, which is shown once."""
    here = urlsplit(st.context.url or "")
    _LINK.set((member.name, link_of(f"{here.scheme}://{here.netloc}", make_link(visit.store, member))))
