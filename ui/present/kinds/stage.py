"""Where a part of the hour begins: its name, its minutes, the steps in it."""

import streamlit as st

from courseware.interface import both, say
from lessons import steps_from
from ui.present.screen import Screen
from ui.present.tongue import fitted, languages, tell


def show(screen: Screen) -> None:
    """Draws the stage's name and the titles of its steps."""
    steps = steps_from(screen.lesson, screen.slide)
    minutes = sum(step.minutes for step in steps)
    with fitted(f"stage-{screen.key}"):
        with st.container(key=f"big-{screen.key}", gap=None):
            tell(both(f"stage_{screen.slide.stage}"), screen.tongue, f"stage-{screen.key}", form="# {}")
        st.caption(" · ".join(say("minutes", language, n=minutes) for language in languages(screen.tongue)))
        for number, step in enumerate(steps):
            with st.container(key=f"pair-{number}-{screen.key}", gap=None):
                tell(step.title, screen.tongue, f"step-{number}-{screen.key}", form="- {}")
