"""Help beside the text: the guide, all fields, simulations and columns, searched without leaving the desk."""

from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from courseware.interface import say
from ui.desk.manual import PAGES, search
from ui.visit import Visit

_MOST: Final = 8
"""More sections than this are counted and not drawn: another word finds fewer."""
_FIRST: Final[Mapping[str, str]] = {"bank": "bank", "lesson": "lesson"}
"""Which page is read first beside a file of this kind; the guide beside the others."""


def help_page(visit: Visit, pages: Mapping[str, Any]) -> None:  # noqa: ARG001 (as all such pages)
    """The same as a page of the desk."""
    show_help(visit, "")


def show_help(visit: Visit, kind: str) -> None:
    """Draws the field to search in, and what was found; without a word all that the chosen page holds."""
    language = visit.language
    chosen, words = st.columns([0.4, 0.6])
    page = chosen.selectbox(
        say("help_page", language),
        ("", *PAGES),
        ("", *PAGES).index(_FIRST.get(kind, "guide")),
        format_func=lambda one: say(f"help_{one or 'all'}", language),
        key=f"desk-help-page-{kind}",
    )
    asked = words.text_input(
        say("help_search", language), placeholder=say("help_try", language), key="desk-help-words"
    )
    found = search(asked, language, page) or search(asked, language)
    if not found:
        st.info(say("help_none", language))
    shown = found[:_MOST] if asked.strip() or not page else found
    for number, one in enumerate(shown):
        with st.expander(f"**{one.heading}** · {say(f'help_{one.page}', language)}", expanded=number == 0):
            st.markdown(one.body)
    if len(found) > len(shown):
        st.caption(say("help_more", language, n=len(found) - len(shown)))
