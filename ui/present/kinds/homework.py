"""What is to be done at home: the task in words, and how many questions wait in the lab."""

from collections.abc import Iterator, Mapping
from typing import Final

import streamlit as st

from courseware.interface import say
from courseware.text import Language, Text
from lessons import ExerciseStep, Lesson, Slide, step_of
from simulations.parameter import Value
from ui.present.screen import Screen
from ui.present.tongue import fitted, languages, tell
from ui.scene import Scene

HAS_HEAD: Final = True


def show(screen: Screen) -> None:
    """Draws the task."""
    count = len(step_of(screen.lesson, screen.slide, ExerciseStep).items)
    with fitted(f"text-{screen.key}"):
        if screen.slide.text is not None:
            tell(screen.slide.text, screen.tongue, f"text-{screen.key}")
        st.markdown(
            " · ".join(say("present_homework", language, n=count) for language in languages(screen.tongue))
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


def scene(_: Screen) -> Scene | None:
    """Nothing is played with."""
    return None


def applied(_: Screen) -> Mapping[str, Value] | None:
    """Nothing is set."""
    return None
