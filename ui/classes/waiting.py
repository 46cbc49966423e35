"""Who waits to be let into a class, since the list does not have them."""

from collections.abc import Callable, Sequence
from typing import Final

import streamlit as st

from classroom import SchoolClass, Store
from classroom.sign_in.requests import EntryRequest, approve, decline, waiting_for
from courseware.interface import both, say
from courseware.text import Text
from ui.prose import literal
from ui.session import SessionKeys
from ui.visit import Visit

_DONE: Final = SessionKeys[Text | None]("class-waiting-{}", None)
"""What was decided a moment ago, to be said once."""
Decision = Callable[[Store, SchoolClass, EntryRequest, str], bool]


def show_waiting(visit: Visit, of: SchoolClass) -> None:
    """Draws what may be done with all, and a row for each; nothing if nobody waits."""
    waiting, done = waiting_for(visit.store, of), _DONE(of.id).pop()
    if waiting or done:
        st.header(say("class_waiting", visit.language, n=len(waiting)), anchor=False)
    if done is not None:
        st.info(done[visit.language])
    if len(waiting) > 1:
        _all(visit, of, waiting)
    for request in waiting:
        _row(visit, of, request)


def _all(visit: Visit, of: SchoolClass, waiting: Sequence[EntryRequest]) -> None:
    """The two buttons for all that are shown; who came to wait since then goes on waiting."""
    language, new = visit.language, [one for one in waiting if not one.listed_as]
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        if new:
            st.button(
                say("class_approve_all", language, n=len(new)),
                key="approve-all",
                help=say("class_approve_all_why", language),
                on_click=lambda: _decide(visit, of, new, approve, "class_approved"),
            )
        st.button(
            say("class_decline_all", language, n=len(waiting)),
            key="decline-all",
            help=say("class_decline_all_why", language),
            on_click=lambda: _decide(visit, of, waiting, decline, "class_declined"),
        )


def _decide(
    visit: Visit, of: SchoolClass, waiting: Sequence[EntryRequest], decision: Decision, word: str
) -> None:
    """Decides on these and keeps what is to be said of it. A callback's work."""
    n = sum(decision(visit.store, of, one, visit.actor) for one in waiting)
    _DONE(of.id).set(both(word).fill({"n": n}))


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
                on_click=lambda: _decide(visit, of, [request], approve, "class_approved"),
            )
        st.button(
            say("class_decline", language),
            key=f"decline-{request.id}",
            type="tertiary",
            on_click=lambda: _decide(visit, of, [request], decline, "class_declined"),
        )
