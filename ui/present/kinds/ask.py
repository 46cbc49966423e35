"""A question to the class: its options as letters for a show of hands, one good answer on reveal."""

import streamlit as st

from courseware.interface import both
from lessons import AskStep
from ui.present.options import show_options
from ui.present.screen import Screen
from ui.present.tongue import both_in_line, fitted, tell


def show(screen: Screen) -> None:
    """Draws the question; the answer beside it once it is revealed."""
    step = screen.step
    answer = step.answer if isinstance(step, AskStep) and screen.phase else None
    if answer is None:
        with fitted(f"ask-{screen.key}"):
            _question(screen)
        return
    left, right = st.columns(2, gap="large")
    with left, fitted(f"asked-{screen.key}"):
        _question(screen)
    with right, fitted(f"answer-{screen.key}"), st.container(key=f"answer-{screen.key}"):
        st.markdown(f"**{both_in_line(both('present_answer'), screen.tongue)}**")
        tell(answer, screen.tongue, f"answer-{screen.key}")


def _question(screen: Screen) -> None:
    slide = screen.slide
    if slide.text is not None:
        tell(slide.text, screen.tongue, f"text-{screen.key}")
    if slide.options:
        show_options(slide.options, screen.tongue, screen.key)
        if not screen.phase:
            st.caption(both_in_line(both("present_hands"), screen.tongue))
