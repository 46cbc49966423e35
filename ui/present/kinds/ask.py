"""A question to the class: its options as letters for a show of hands, one good answer on reveal."""

from collections.abc import Iterator, Mapping
from typing import Final

import streamlit as st

from courseware.interface import both
from courseware.text import Language, Text
from lessons import AskStep, Lesson, Slide, step_of
from simulations.parameter import ParameterValue
from ui.play_setup import PlaySetup
from ui.present.display_language import both_in_line, fitted, tell
from ui.present.options import lettered, show_options
from ui.present.screen import Screen

HAS_HEAD: Final = True


def show(screen: Screen) -> None:
    """Draws the question; the answer beside it once it is revealed."""
    shown = step_of(screen.lesson, screen.slide, AskStep).answer if screen.phase else None
    if shown is None:
        with fitted(f"ask-{screen.key}"):
            _question(screen)
        return
    left, right = st.columns(2, gap="large")
    with left, fitted(f"asked-{screen.key}"):
        _question(screen)
    with right, fitted(f"answer-{screen.key}"), st.container(key=f"answer-{screen.key}"):
        st.markdown(f"**{both_in_line(both('present_answer'), screen.display_language)}**")
        tell(shown, screen.display_language, f"answer-{screen.key}")


def _question(screen: Screen) -> None:
    slide = screen.slide
    if slide.text is not None:
        tell(slide.text, screen.display_language, f"text-{screen.key}")
    if slide.options:
        show_options(slide.options, screen.display_language, screen.key)
        if not screen.phase:
            with st.container(key=f"hands-{screen.key}"):
                st.caption(both_in_line(both("present_hands"), screen.display_language))


def phases(lesson: Lesson, slide: Slide) -> int:
    """One good answer, if the step has one."""
    return int(step_of(lesson, slide, AskStep).answer is not None)


def outline(_lesson: Lesson, slide: Slide, language: Language) -> Iterator[str]:
    """What there is to choose from."""
    if slide.options:
        yield lettered(slide.options, language)


def answer(lesson: Lesson, slide: Slide, _: Language) -> Text | None:
    """One good answer, if the step has one."""
    return step_of(lesson, slide, AskStep).answer


def setup(_: Screen) -> PlaySetup | None:
    """Nothing is played with."""
    return None


def applied(_: Screen) -> Mapping[str, ParameterValue] | None:
    """Nothing is set."""
    return None
