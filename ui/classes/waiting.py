"""Who waits to be let into a class, since the list does not have them."""

import streamlit as st

from classroom import SchoolClass
from classroom.sign_in.requests import EntryRequest, approve, decline, waiting_for
from courseware.interface import say
from ui.prose import literal
from ui.visit import Visit


def show_waiting(visit: Visit, of: SchoolClass) -> None:
    """Draws a row for each, with what may be done; nothing if nobody waits."""
    waiting = waiting_for(visit.store, of)
    if not waiting:
        return
    st.header(say("class_waiting", visit.language, n=len(waiting)), anchor=False)
    for request in waiting:
        _row(visit, of, request)


def _row(visit: Visit, of: SchoolClass, request: EntryRequest) -> None:
    language = visit.language
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.markdown(literal(f"{request.number} · {request.name}"), width="content")
        if request.listed_as:
            st.caption(say("class_listed_as", language, one=literal(request.listed_as)), width="content")
        else:
            st.button(
                say("class_approve", language),
                key=f"approve-{request.id}",
                on_click=lambda: approve(visit.store, of, request, visit.actor),
            )
        st.button(
            say("class_decline", language),
            key=f"decline-{request.id}",
            type="tertiary",
            on_click=lambda: decline(visit.store, of, request, visit.actor),
        )
