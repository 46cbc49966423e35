"""The way from a lesson to its slides, which only the teacher sees."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from courseware.interface import say
from ui.visit import Visit


def present_link(visit: Visit, pages: Mapping[str, Any], lesson: str, *, slide: str = "") -> None:
    """Draws the link for a teacher, to the slide of this key or to the first; for others nothing."""
    if not visit.is_teacher:
        return
    language = visit.language
    address = {"lesson": lesson, "lang": language} | ({"slide": slide} if slide else {})
    with st.container(key=f"present-{lesson}", width="content"):
        st.page_link(
            pages["present"],
            label=say("present", language),
            icon=":material/slideshow:",
            query_params=address,
        )
