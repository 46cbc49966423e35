"""A slide that is read."""

from collections.abc import Iterator, Mapping
from typing import Final

import streamlit as st

from courseware.text import Language, Text
from lessons import Lesson, Slide
from simulations.parameter import ParameterValue
from ui.components.drawing import drawing
from ui.play_setup import PlaySetup
from ui.present.display_language import fitted, languages, tell
from ui.present.screen import Screen

HAS_HEAD: Final = True


def show(screen: Screen) -> None:
    """Draws the passage, or the drawing that fills the slide."""
    if screen.slide.drawing is not None:
        _drawn(screen, screen.slide.drawing)
        return
    with fitted(f"text-{screen.key}"):
        if screen.slide.text is not None:
            tell(screen.slide.text, screen.display_language, f"text-{screen.key}")


def _drawn(screen: Screen, name: str) -> None:
    """The drawing, once for each language of the hall: its boxes have room for one."""
    shown = languages(screen.display_language)
    for language, place in zip(shown, st.columns(len(shown), gap="medium"), strict=True):
        with place:
            drawing(name, language, key=f"{language}-{screen.key}")


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
