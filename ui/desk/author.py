"""Who is writing: a name asked once, remembered by this browser, put beside every text that is kept."""

from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote

import streamlit as st

from courseware.interface import say
from courseware.text import Language
from ui.prose import literal
from ui.session import SessionKey
from ui.visit import Visit

COOKIE = "lab_author"
_KEY: Final = SessionKey("desk-author", "")
_MOST = 60

_remember = st.components.v2.component(
    "lab_author",
    html="<div hidden data-undrawn></div>",
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def author_here() -> str:
    """The name that was given in this session or remembered by this browser; empty if none was."""
    kept = _KEY.get()
    if kept:
        return str(kept)
    cookies = st.context.cookies
    return unquote(str(cookies[COOKIE]))[:_MOST] if COOKIE in cookies else ""


def remember_author() -> None:
    """Has the browser remember the name that was given in this session."""
    kept = _KEY.get()
    if kept:
        _remember(key="desk-remember", data={"cookie": COOKIE, "name": quote(str(kept))})


def ask_author(visit: Visit, file: str = "") -> None:
    """Asks for the name before the first text is written; says for which file that was asked for."""
    with st.container(border=True, key="desk-who"):
        st.markdown(f"**{say('desk_who', visit.language)}**")
        if file:
            st.markdown(say("desk_who_opens", visit.language, file=literal(file)))
        st.caption(say("desk_who_why", visit.language))
        _form("page", visit.student.name, visit.language)


def change_author(language: Language) -> None:
    """Who is writing, in the head of the desk; a click opens the form to change it."""
    with st.popover(author_here(), type="tertiary", icon=":material/edit_note:"):
        _form("head", author_here(), language)


def _form(where: str, name: str, language: Language) -> None:
    with (
        st.form(f"desk-who-{where}", border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        given = st.text_input(say("name_label", language), name, max_chars=_MOST)
        sent = st.form_submit_button(say("save_name", language), type="primary")
    if sent and given.strip():
        _KEY.set(given.strip())
        st.rerun()
    if sent:
        st.warning(say("desk_who_empty", language))
