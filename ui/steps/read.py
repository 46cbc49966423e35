"""A step that is read."""

import streamlit as st

from lessons import Lesson, ReadStep
from ui.prose import prose
from ui.visit import Visit


def show(visit: Visit, _: Lesson, step: ReadStep) -> None:
    """Draws the text."""
    st.markdown(prose(step.text[visit.language], visit.language))
