"""A question from the bank: stem and options large; right, wrong and the reasons on reveal."""

import streamlit as st

from course import all_exercises
from courseware.interface import both, say
from exercises import Controls
from exercises.specimen import variant_of
from ui.present.answers import show_field
from ui.present.goals import show_goals
from ui.present.screen import Screen
from ui.present.tongue import both_in_line, fitted, tell


def show(screen: Screen) -> None:
    """Draws the question of the slide as it is drawn for the teacher's own try."""
    exercise = all_exercises().get(screen.slide.item or "")
    if exercise is None:
        st.warning(say("exercise_missing", screen.language, why=screen.slide.item))
        return
    variant = variant_of(exercise, screen.language)
    field = variant.question.fields[0]
    if isinstance(field, Controls):
        show_goals(screen, variant, field)
        return
    with fitted(f"exercise-{screen.key}"):
        if screen.slide.text is not None:
            tell(screen.slide.text, screen.tongue, f"text-{screen.key}")
        with st.container(key=f"question-{screen.key}"):
            tell(variant.question.stem, screen.tongue, f"stem-{screen.key}")
        if exercise.data is not None:
            st.caption(both_in_line(both("present_own_data"), screen.tongue))
        show_field(field, screen, variant)
