"""A case that is talked over: the text, and the prompts one below the other."""

from collections.abc import Iterator, Mapping
from typing import Final

import streamlit as st

from courseware.text import Language, Text
from lessons import Lesson, Slide
from simulations.parameter import ParameterValue
from ui.play_setup import PlaySetup
from ui.present.display_language import fitted, tell
from ui.present.options import lettered
from ui.present.screen import Screen

HAS_HEAD: Final = True


def show(screen: Screen) -> None:
    """Draws what there is of text and prompts."""
    slide = screen.slide
    with fitted(f"discuss-{screen.key}"):
        if slide.text is not None:
            tell(slide.text, screen.display_language, f"text-{screen.key}")
        for number, prompt in enumerate(slide.options, 1):
            with st.container(
                key=f"option-open-{screen.key}-{number}", horizontal=True, gap="small", wrap=False
            ):
                st.markdown(f"**{number}**", width="content")
                with st.container(gap=None):
                    tell(prompt, screen.display_language, f"prompt-{screen.key}-{number}")


def phases(_lesson: Lesson, _slide: Slide) -> int:
    """Nothing is hidden."""
    return 0


def outline(_lesson: Lesson, slide: Slide, language: Language) -> Iterator[str]:
    """The prompts."""
    if slide.options:
        yield lettered(slide.options, language)


def answer(_lesson: Lesson, _slide: Slide, _language: Language) -> Text | None:
    """Nothing is hidden."""
    return None


def setup(_: Screen) -> PlaySetup | None:
    """Nothing is played with."""
    return None


def applied(_: Screen) -> Mapping[str, ParameterValue] | None:
    """Nothing is set."""
    return None
