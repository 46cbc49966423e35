"""A question to the class: each answers for himself before anything is explained."""

import streamlit as st

from courseware.interface import say
from lessons import AskStep, Lesson
from ui.prose import prose
from ui.steps.choose import choose_once, chosen_before
from ui.steps.thought import keep_thought
from ui.visit import Visit


def show(visit: Visit, lesson: Lesson, step: AskStep) -> None:
    """Draws the question; one possible answer can be opened once the reader has answered."""
    language = visit.language
    st.markdown(prose(step.text[language], language))
    if step.options:
        options = [option[language] for option in step.options]
        chosen = chosen_before(visit, lesson, step.id, len(options))
        choose_once(visit, lesson, step.id, options, before=chosen, send="answer_keep", kept="answer_mine")
        has_answered = chosen is not None
    else:
        has_answered = keep_thought(visit, lesson, step.id) is not None
    if has_answered and step.answer is not None:
        with st.expander(say("one_answer", language)):
            st.markdown(prose(step.answer[language], language))
