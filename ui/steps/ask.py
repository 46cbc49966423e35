"""A question to the class: each answers for himself before anything is explained."""

from dataclasses import dataclass
from typing import ClassVar

import streamlit as st

from courseware.interface import say
from lessons import AskStep, Lesson
from ui.prose import prose
from ui.steps.choose import choose_once, chosen_before
from ui.steps.thought import keep_thought, thought_before
from ui.visit import Visit


@dataclass(frozen=True)
class AskOnScreen:
    """A question that is chosen or written; one possible answer after that."""

    step: AskStep
    draws_claim: ClassVar[bool] = False

    def show(self, visit: Visit, lesson: Lesson) -> None:
        """Draws the question; one possible answer can be opened once the reader has answered."""
        step, language = self.step, visit.language
        st.markdown(prose(step.text[language], language))
        if step.options:
            options = [option[language] for option in step.options]
            chosen = chosen_before(visit, lesson, step.id, len(options))
            choose_once(
                visit, lesson, step.id, options, before=chosen, send="answer_keep", kept="answer_mine"
            )
            has_answered = chosen is not None
        else:
            has_answered = keep_thought(visit, lesson, step.id) is not None
        if has_answered and step.answer is not None:
            with st.expander(say("one_answer", language)):
                st.markdown(prose(step.answer[language], language))

    def is_ahead(self, visit: Visit, lesson: Lesson) -> bool:
        """Until something is chosen or written."""
        if self.step.options:
            return chosen_before(visit, lesson, self.step.id, len(self.step.options)) is None
        return thought_before(visit, lesson, self.step.id) is None

    def answers_of(self) -> object:
        """Nothing: it asks no questions of the banks."""
        return None

    def widgets_of(self) -> object:
        """Nothing but its kind."""
        return "ask"
