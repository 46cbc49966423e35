"""What slides of all fields have: the stem above, the reason below once it is revealed."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import streamlit as st

from course import all_exercises
from courseware.interface import both
from courseware.text import Language, Text
from exercises import Variant
from ui.present.display_language import both_in_line, fitted, tell
from ui.present.options import letter
from ui.present.screen import Screen


@contextmanager
def under_stem(screen: Screen, variant: Variant) -> Iterator[None]:
    """The stem, and under it what is drawn within; together they fill the slide."""
    exercise = all_exercises().get(screen.slide.item or "")
    with fitted(f"exercise-{screen.key}"):
        if screen.slide.text is not None:
            tell(screen.slide.text, screen.display_language, f"text-{screen.key}")
        with st.container(key=f"question-{screen.key}"):
            tell(variant.question.stem, screen.display_language, f"stem-{screen.key}")
        if exercise is not None and exercise.data is not None:
            st.caption(both_in_line(both("present_own_data"), screen.display_language))
        yield


def explain(screen: Screen, variant: Variant) -> None:
    """Why the right answer is right."""
    with st.container(key=f"answer-{screen.key}"):
        tell(variant.explain, screen.display_language, f"explain-{screen.key}")


def lettered(options: Sequence[Text], language: Language) -> str:
    """Options by their letters, as Markdown."""
    return "\n".join(f"- **{letter(n)}** {option[language]}" for n, option in enumerate(options))
