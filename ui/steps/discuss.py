"""A step that is talked over in class: a text, its prompts, and room for one's own thought."""

from dataclasses import dataclass
from typing import ClassVar

import streamlit as st

from lessons import DiscussStep, Lesson
from ui.prose import prose
from ui.steps.thought import keep_thought
from ui.visit import Visit


@dataclass(frozen=True)
class DiscussOnScreen:
    """A case, and a note of one's own."""

    step: DiscussStep
    draws_claim: ClassVar[bool] = False

    def show(self, visit: Visit, lesson: Lesson) -> None:
        """Draws the case, the prompts, and the reader's own note."""
        language = visit.language
        st.markdown(prose(self.step.text[language], language))
        for number, prompt in enumerate(self.step.prompts, 1):
            st.markdown(f"{number}. {prose(prompt[language], language)}")
        keep_thought(visit, lesson, self.step.id)

    def is_ahead(self, _visit: Visit, _lesson: Lesson) -> bool:
        """Never: nothing is held against what is written."""
        return False

    def answers_of(self) -> object:
        """Nothing: it asks no questions of the banks."""
        return None

    def widgets_of(self) -> object:
        """Nothing but its kind."""
        return "discuss"
