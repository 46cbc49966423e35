"""A step that is talked over in class: a text, its prompts, and room for one's own thought."""

import streamlit as st

from lessons import DiscussStep, Lesson
from ui.prose import prose
from ui.steps.thought import keep_thought
from ui.visit import Visit


def show(visit: Visit, lesson: Lesson, step: DiscussStep) -> None:
    """Draws the case, the prompts, and the reader's own note."""
    language = visit.language
    st.markdown(prose(step.text[language], language))
    for number, prompt in enumerate(step.prompts, 1):
        st.markdown(f"{number}. {prose(prompt[language], language)}")
    keep_thought(visit, lesson, step.id)
