"""A step of exercises: the reader's own customers where the questions are about them, then the questions."""

from dataclasses import dataclass
from typing import ClassVar

import streamlit as st

from classroom.assignments.store import assigned_to, graded_rules
from course import all_exercises, bank_registry
from courseware.interface import say
from lessons import ExerciseStep, Lesson
from ui.broken import tell_broken
from ui.customers import show_data_of
from ui.prose import prose
from ui.question import question
from ui.visit import Visit


@dataclass(frozen=True)
class ExerciseOnScreen:
    """Questions from the banks."""

    step: ExerciseStep
    draws_claim: ClassVar[bool] = False

    def show(self, visit: Visit, _: Lesson) -> None:
        """Draws the step's text, the data, and its questions in their order."""
        step, language = self.step, visit.language
        if step.text is not None:
            st.markdown(prose(step.text[language], language))
        known = all_exercises()
        tell_broken(visit, "bank", bank_registry().problems())
        for name in step.items:
            if name not in known:
                st.warning(say("exercise_missing", language, why=name))
        exercises = [known[name] for name in step.items if name in known]
        is_graded = step.mode == "graded"
        assigned = assigned_to(visit.store, visit.student) if is_graded else ()
        show_data_of(visit, exercises, assigned if is_graded else None)
        for number, one in enumerate(exercises, 1):
            n, rules = None if len(exercises) == 1 else number, graded_rules(assigned, one.id)
            question(visit, one, number=n, graded=is_graded, rules=rules)

    def is_ahead(self, _visit: Visit, _lesson: Lesson) -> bool:
        """Never: each question keeps its own answer back."""
        return False

    def answers_of(self) -> object:
        """The questions as they stand in the banks."""
        known = all_exercises()
        return [known[name].item.model_dump(mode="json") for name in self.step.items if name in known]

    def widgets_of(self) -> object:
        """Nothing but its kind."""
        return "exercise"
