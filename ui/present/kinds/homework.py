"""What is to be done at home: the task in words, and how many questions wait in the lab."""

import streamlit as st

from courseware.interface import say
from lessons import ExerciseStep
from ui.present.screen import Screen
from ui.present.tongue import fitted, languages, tell


def show(screen: Screen) -> None:
    """Draws the task."""
    step = screen.step
    count = len(step.items) if isinstance(step, ExerciseStep) else 0
    with fitted(f"text-{screen.key}"):
        if screen.slide.text is not None:
            tell(screen.slide.text, screen.tongue, f"text-{screen.key}")
        st.markdown(
            " · ".join(say("present_homework", language, n=count) for language in languages(screen.tongue))
        )
