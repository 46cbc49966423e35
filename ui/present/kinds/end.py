"""The last slide: what was new, which words came with it, what comes next, and whose course it is."""

from collections.abc import Iterator, Mapping
from typing import Final

import streamlit as st

from course import lessons_after, terms_of
from courseware.interface import both
from courseware.text import Language, Text
from lessons import Lesson, Slide
from simulations.parameter import ParameterValue
from ui.play_setup import PlaySetup
from ui.present.display_language import both_in_line, fitted, languages, tell
from ui.present.screen import Screen
from ui.school import school_line

HAS_HEAD: Final = True
_MOST_TERMS: Final = 12
"""More would be too small to be read; the glossary has them all."""
_WIDTHS: Final = (0.64, 0.36)


def show(screen: Screen) -> None:
    """Draws the key points, and beside them the lessons that follow."""
    lesson = screen.lesson
    after = lessons_after(lesson.id)
    left, right = st.columns(_WIDTHS, gap="large")
    with left, fitted(f"end-{screen.key}"):
        for number, point in enumerate(lesson.key_points):
            tell(point, screen.display_language, f"point-{number}-{screen.key}", form="- {}")
    with right:
        with fitted(f"next-{screen.key}"):
            for name, texts in (("present_comes", after), ("present_terms", terms_of(lesson.id))):
                if texts:
                    _listed(screen, name, texts)
        with st.container(key=f"school-{screen.key}"):
            school_line(screen.visit.registry.course(), languages(screen.display_language))


def _listed(screen: Screen, name: str, texts: tuple[Text, ...]) -> None:
    """A few names under what they are: lessons one below the other, words one after the other."""
    with st.container(key=f"{name.replace('_', '-')}-{screen.key}", gap=None):
        st.markdown(f"**{both_in_line(both(name), screen.display_language)}**")
        if name == "present_comes":
            for number, text in enumerate(texts):
                with st.container(key=f"after-{number}-{screen.key}", gap=None):
                    tell(text, screen.display_language, f"after-{number}-{screen.key}", form="→ {}")
        else:
            words = " · ".join(text[screen.language] for text in texts[:_MOST_TERMS])
            st.caption(words + (" …" if len(texts) > _MOST_TERMS else ""))


def phases(_lesson: Lesson, _slide: Slide) -> int:
    """Nothing is hidden."""
    return 0


def outline(lesson: Lesson, _slide: Slide, language: Language) -> Iterator[str]:
    """The key points, and what comes next."""
    yield "\n".join(f"- {point[language]}" for point in lesson.key_points)
    yield "\n".join(f"→ {text[language]}" for text in lessons_after(lesson.id))


def answer(_lesson: Lesson, _slide: Slide, _language: Language) -> Text | None:
    """Nothing is hidden."""
    return None


def setup(_: Screen) -> PlaySetup | None:
    """Nothing is played with."""
    return None


def applied(_: Screen) -> Mapping[str, ParameterValue] | None:
    """Nothing is set."""
    return None
