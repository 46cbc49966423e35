"""Arrows between the cards of the course map: which lesson leads to which."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from web.assets import entry, style

_HOME: Final = "course-arrows"

_arrows = st.components.v2.component(
    "lab_course_map",
    html='<div class="lab-arrows" data-lab-arrows aria-hidden="true" data-undrawn></div>',
    css=style("course_map/course_map.css"),
    js=entry("course_map/course_map.js"),
    isolate_styles=False,
)


def arrows(ways: Sequence[tuple[str, str]]) -> None:
    """Draws an arrow from each card to the one it leads to; each card says the same in words."""
    _arrows(key=_HOME, data={"ways": [list(way) for way in ways]})
