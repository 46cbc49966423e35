"""Where a part of the hour begins: its name, its minutes, the steps in it."""

from collections.abc import Iterator, Mapping
from typing import Final

import streamlit as st

from courseware.interface import both, say
from courseware.text import Language, Text
from lessons import Lesson, Slide, steps_from
from simulations.parameter import ParameterValue
from ui.play_setup import PlaySetup
from ui.present.display_language import fitted, languages, tell
from ui.present.screen import Screen

HAS_HEAD: Final = False


def show(screen: Screen) -> None:
    """Draws the stage's name and the titles of its steps."""
    steps = steps_from(screen.lesson, screen.slide)
    minutes = sum(step.minutes for step in steps)
    with fitted(f"stage-{screen.key}"):
        with st.container(key=f"big-{screen.key}", gap=None):
            tell(
                both(f"stage_{screen.slide.stage}"),
                screen.display_language,
                f"stage-{screen.key}",
                form="# {}",
            )
        st.caption(
            " · ".join(say("minutes", language, n=minutes) for language in languages(screen.display_language))
        )
        for number, step in enumerate(steps):
            with st.container(key=f"pair-{number}-{screen.key}", gap=None):
                tell(step.title, screen.display_language, f"step-{number}-{screen.key}", form="- {}")


def phases(_lesson: Lesson, _slide: Slide) -> int:
    """Nothing is hidden."""
    return 0


def outline(_lesson: Lesson, slide: Slide, language: Language) -> Iterator[str]:
    """The name of the stage."""
    yield say(f"stage_{slide.stage}", language)


def answer(_lesson: Lesson, _slide: Slide, _language: Language) -> Text | None:
    """Nothing is hidden."""
    return None


def setup(_: Screen) -> PlaySetup | None:
    """Nothing is played with."""
    return None


def applied(_: Screen) -> Mapping[str, ParameterValue] | None:
    """Nothing is set."""
    return None
