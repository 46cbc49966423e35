"""The code by which students find their class, large enough for the projector, and how the class is set."""

from typing import Final, get_args
from urllib.parse import urlsplit

import streamlit as st

from classroom import SchoolClass
from classroom.classes import UnknownNumbers, renew_code, set_open, set_unknown_numbers
from courseware.interface import say
from ui.prose import literal
from ui.session import SessionKeys
from ui.visit import Visit

_UNKNOWN: Final = SessionKeys[UnknownNumbers]("class-unknown-{}", "refuse")


def show_entry_code(visit: Visit, of: SchoolClass) -> None:
    """Draws address and code, then the settings of the class."""
    language = visit.language
    with st.container(border=True, key="class-code"):
        st.markdown(say("class_code_lead", language, one=literal(of.name)))
        st.text(f"{of.code[:3]} {of.code[3:]}")
        st.markdown(f"`{_address(of)}`")
        if not of.is_open:
            st.warning(say("class_is_closed", language))
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        _unknown(visit, of)
        st.button(
            say("class_close" if of.is_open else "class_open", language),
            key="class-open",
            help=say("class_close_why", language),
            on_click=lambda: set_open(visit.store, of, is_open=not of.is_open, by=visit.actor),
        )
        st.button(
            say("class_new_code", language),
            key="class-new-code",
            help=say("class_new_code_why", language),
            on_click=lambda: renew_code(visit.store, of, visit.actor),
        )


def _unknown(visit: Visit, of: SchoolClass) -> None:
    key = _UNKNOWN(of.id)
    key.set(of.unknown_numbers)
    st.segmented_control(
        say("class_unknown", visit.language),
        get_args(UnknownNumbers),
        format_func=lambda what: say(f"class_unknown_{what}", visit.language),
        key=key.name,
        required=True,
        on_change=lambda: set_unknown_numbers(visit.store, of, key.get(), visit.actor),
    )


def _address(of: SchoolClass) -> str:
    """Where students type the code, with the code in it for those who can tap."""
    here = urlsplit(st.context.url or "")
    return f"{here.scheme}://{here.netloc}/enter?class={of.code}" if here.netloc else "/enter"
