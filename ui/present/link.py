"""The way from a lesson to its slides, which only the teacher sees."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from courseware.text import Language
from ui.desk.access import is_teacher_here
from ui.wording import say


def present_link(pages: Mapping[str, Any], lesson: str, language: Language, *, slide: str = "") -> None:
    """Draws the link for a teacher, to the slide of this key or to the first; for others nothing."""
    if not is_teacher_here():
        return
    address = {"lesson": lesson, "lang": language} | ({"slide": slide} if slide else {})
    with st.container(key=f"present-{lesson}", width="content"):
        st.page_link(
            pages["present"],
            label=say("present", language),
            icon=":material/slideshow:",
            query_params=address,
        )
