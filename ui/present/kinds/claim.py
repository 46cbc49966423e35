"""Something that people say, alone on a slide, with what it is worth and who says so."""

from collections.abc import Iterator, Mapping
from typing import Final

import streamlit as st

from courseware.interface import say
from courseware.text import Language, Text, as_text
from lessons import Lesson, Slide
from simulations.parameter import ParameterValue
from ui.play_setup import PlaySetup
from ui.present.display_language import fitted, languages, tell
from ui.present.screen import Screen
from ui.prose import source

HAS_HEAD: Final = True


def show(screen: Screen) -> None:
    """Draws the claim."""
    claim = screen.slide.claim
    if claim is None:
        return
    with fitted(f"claim-{screen.key}"):
        st.caption(
            " · ".join(
                say(f"claim_{claim.status}", language) for language in languages(screen.display_language)
            )
        )
        with st.container(key=f"big-{screen.key}"):
            tell(claim.text, screen.display_language, f"claim-{screen.key}", form="“{}”")
        said = {as_text(claim.source)[language]: language for language in languages(screen.display_language)}
        for words, language in said.items():
            source(words, language)


def phases(_lesson: Lesson, _slide: Slide) -> int:
    """Nothing is hidden."""
    return 0


def outline(_lesson: Lesson, slide: Slide, language: Language) -> Iterator[str]:
    """What people say."""
    if slide.claim is not None:
        yield f"> {slide.claim.text[language]}"


def answer(_lesson: Lesson, _slide: Slide, _language: Language) -> Text | None:
    """Nothing is hidden."""
    return None


def setup(_: Screen) -> PlaySetup | None:
    """Nothing is played with."""
    return None


def applied(_: Screen) -> Mapping[str, ParameterValue] | None:
    """Nothing is set."""
    return None
