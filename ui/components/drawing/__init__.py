"""A drawing of the lab beside what is read: SVG within the page, so that it has the colours of the page."""

from typing import Final

import streamlit as st

from courseware.text import Language
from lessons.drawings import svg_of
from web.assets import entry, style

_KEY: Final = "drawing-{}"

_drawing = st.components.v2.component(
    "lab_drawing",
    html='<div class="lab-drawing" data-lab-drawing data-undrawn></div>',
    css=style("drawing/drawing.css"),
    js=entry("drawing/drawing.js"),
    isolate_styles=False,
)


def drawing(name: str, language: Language, *, key: str = "") -> None:
    """Shows the drawing of this name; Streamlit's own HTML and Markdown leave SVG out."""
    _drawing(key=_KEY.format(key or name), data={"svg": svg_of(name, language)})
