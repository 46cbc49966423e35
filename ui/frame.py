"""What stands around every page: the bar with the ways to go, language and light or dark."""

from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from courseware.interface import say
from courseware.language import conventions
from courseware.text import LANGUAGES, Language
from ui.closed import may_read
from ui.components.page import theme_switch
from ui.session import SessionKey
from ui.visit import Visit, choose_language, only_language
from ui.who import name_button
from web.addresses import Page

_SWITCH: Final = SessionKey[Language | None]("lab-language", None)


def bar(visit: Visit, pages: Mapping[str, Any]) -> None:
    """The bar on top: the ways to go on the left; who is here, language and theme on the right."""
    language = visit.language
    address = {"lang": language}
    with st.container(key="lab-bar", horizontal=True, vertical_alignment="center", gap="small"):
        with st.container(key="lab-brand", width="content"):
            st.page_link(pages["home"], label=say("lab_short", language), query_params=address)
        with st.container(key="lab-home", width="content"):
            st.page_link(pages["home"], label=say("map", language), query_params=address)
        _links(visit, pages, "bar")
        if visit.student.kind == "enrolled":
            _links(visit, pages, "own")
        if _readable(visit, "class"):
            _class_menu(visit, pages)
        st.space("stretch")
        name_button(visit)
        if only_language() is None:
            _language_switch(visit)
        theme_switch(language)


def _class_menu(visit: Visit, pages: Mapping[str, Any]) -> None:
    with st.popover(say("class_menu", visit.language), type="tertiary", icon=":material/groups:"):
        _links(visit, pages, "class")


def _readable(visit: Visit, where: str) -> list[Page]:
    return [page for page in Page if page.value.link == where and may_read(visit, page)]


def _links(visit: Visit, pages: Mapping[str, Any], where: str) -> None:
    """The links that stand there, to pages that this reader may read."""
    for page in _readable(visit, where):
        words, address = say(page.value.words, visit.language), {"lang": visit.language}
        st.page_link(pages[page.key], label=words, query_params=address)


def _language_switch(visit: Visit) -> None:
    def chosen() -> None:
        choose_language(_SWITCH.get() or visit.language)

    _SWITCH.set(visit.language)
    st.segmented_control(
        say("language", visit.language),
        LANGUAGES,
        format_func=lambda code: conventions(code).name,
        key=_SWITCH.name,
        required=True,
        on_change=chosen,
        label_visibility="collapsed",
    )
