"""The code by which students find their class, large enough for the projector, and how the class is set."""

from typing import Final, get_args
from urllib.parse import urlencode

import streamlit as st

from classroom import SchoolClass
from classroom.classes import UnknownNumbers, renew_code, set_open, set_unknown_numbers
from courseware.interface import say
from ui.prose import literal
from ui.session import SessionKeys
from ui.visit import Visit
from web.access.identity import is_for_others
from web.own_address import base_of, in_network
from web.routes.enter_pages import ENTER

_UNKNOWN: Final = SessionKeys[UnknownNumbers]("class-unknown-{}", "refuse")


def show_entry_code(visit: Visit, of: SchoolClass) -> None:
    """Draws address and code, then the settings of the class."""
    language = visit.language
    with st.container(border=True, key="class-code"):
        st.markdown(say("class_code_lead", language, one=literal(of.name)))
        show_way_in(visit, of)
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


def show_way_in(visit: Visit, of: SchoolClass) -> None:
    """Draws the code as large as a projector needs it, and the address in two ways, each to be copied."""
    language = visit.language
    if not is_for_others():
        st.text(f"{of.code[:3]} {of.code[3:]}")
        st.warning(say("class_only_here", language), icon=":material/wifi_off:")
        return
    address = f"{base_of(st.context.url or '', in_network)}{ENTER}"
    st.text(f"{of.code[:3]} {of.code[3:]}")
    st.caption(say("class_code_type", language))
    st.code(address.partition("://")[2], language=None, wrap_lines=True)
    st.caption(say("class_code_link", language))
    st.code(f"{address}?{urlencode({'class': of.code})}", language=None, wrap_lines=True)
    if not of.is_open:
        st.warning(say("class_is_closed", language))


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
