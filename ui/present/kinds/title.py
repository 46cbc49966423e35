"""The first slide: what the lesson is called, how long it takes, what matters most in it."""

import streamlit as st

from courseware.interface import say
from ui.present.screen import Screen
from ui.present.tongue import languages, tell


def show(screen: Screen) -> None:
    """Draws the title and the key points."""
    lesson = screen.lesson
    with st.container(key=f"fit-title-{screen.key}", gap="small"):
        with st.container(key=f"big-{screen.key}"):
            tell(lesson.title, screen.tongue, f"title-{screen.key}", form="# {}")
        facts = " · ".join(
            say("minutes", language, n=lesson.minutes) for language in languages(screen.tongue)
        )
        st.caption(facts)
        for number, point in enumerate(lesson.key_points):
            tell(point, screen.tongue, f"point-{number}-{screen.key}", form="- {}")
