"""What is to be done at home: the task in words, and how many questions wait in the lab."""

from collections.abc import Iterator, Mapping
from typing import Final

import streamlit as st

from courseware.interface import say
from courseware.text import Language, Text
from lessons import ExerciseStep, Lesson, Slide, step_of
from simulations.parameter import ParameterValue
from ui.play_setup import PlaySetup
from ui.present.display_language import fitted, languages, tell
from ui.present.screen import Screen

HAS_HEAD: Final = True


def show(screen: Screen) -> None:
    """Draws the task."""
    count = len(step_of(screen.lesson, screen.slide, ExerciseStep).items)
    with fitted(f"text-{screen.key}"):
        if screen.slide.text is not None:
            tell(screen.slide.text, screen.display_language, f"text-{screen.key}")
        st.markdown(
            " · ".join(
                say("present_homework", language, n=count) for language in languages(screen.display_language)
            )
        )


def phases(_lesson: Lesson, _slide: Slide) -> int:
    """Nothing is hidden."""
    return 0


def outline(_lesson: Lesson, _slide: Slide, _language: Language) -> Iterator[str]:
    """Nothing but its text."""
    yield from ()


def answer(_lesson: Lesson, _slide: Slide, _language: Language) -> Text | None:
    """Nothing is hidden."""
    return None


def setup(_: Screen) -> PlaySetup | None:
    """Nothing is played with."""
    return None


def applied(_: Screen) -> Mapping[str, ParameterValue] | None:
    """Nothing is set."""
    return None
