"""The first slide: what the lesson is called, how long it takes, what matters most in it."""

from collections.abc import Iterator, Mapping
from typing import Final

import streamlit as st

from courseware.interface import say
from courseware.text import Language, Text
from lessons import Lesson, Slide
from simulations.parameter import ParameterValue
from ui.play_setup import PlaySetup
from ui.present.display_language import languages, tell
from ui.present.screen import Screen

HAS_HEAD: Final = False


def show(screen: Screen) -> None:
    """Draws the title and the key points."""
    lesson = screen.lesson
    with st.container(key=f"fit-title-{screen.key}", gap="small"):
        with st.container(key=f"big-{screen.key}"):
            tell(lesson.title, screen.display_language, f"title-{screen.key}", form="# {}")
        facts = " · ".join(
            say("minutes", language, n=lesson.minutes) for language in languages(screen.display_language)
        )
        st.caption(facts)
        for number, point in enumerate(lesson.key_points):
            tell(point, screen.display_language, f"point-{number}-{screen.key}", form="- {}")


def phases(_lesson: Lesson, _slide: Slide) -> int:
    """Nothing is hidden."""
    return 0


def outline(lesson: Lesson, _slide: Slide, language: Language) -> Iterator[str]:
    """The key points."""
    yield "\n".join(f"- {point[language]}" for point in lesson.key_points)


def answer(_lesson: Lesson, _slide: Slide, _language: Language) -> Text | None:
    """Nothing is hidden."""
    return None


def setup(_: Screen) -> PlaySetup | None:
    """Nothing is played with."""
    return None


def applied(_: Screen) -> Mapping[str, ParameterValue] | None:
    """Nothing is set."""
    return None
