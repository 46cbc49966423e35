"""A question from the bank: stem and options large; right, wrong and the reasons on reveal."""

import streamlit as st

from course import all_exercises
from courseware.interface import say
from exercises.specimen import variant_of
from ui.present.fields import on_slide
from ui.present.screen import Screen


def show(screen: Screen) -> None:
    """Draws the question of the slide as it is drawn for the teacher's own try."""
    exercise = all_exercises().get(screen.slide.item or "")
    if exercise is None:
        st.warning(say("exercise_missing", screen.language, why=screen.slide.item))
        return
    variant = variant_of(exercise, screen.language)
    on_slide(variant.question.fields[0]).show(screen, variant)
