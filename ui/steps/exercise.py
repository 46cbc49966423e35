"""A step of exercises: the numbered strip, the reader's own customers where asked about, one question."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

import streamlit as st

from classroom.assignments.store import assigned_to, graded_rules
from classroom.question_states import QuestionState, question_states
from course import all_exercises, bank_registry
from courseware.interface import say
from courseware.text import Language
from lessons import ExerciseStep, Lesson
from ui.broken import tell_broken
from ui.components.question_strip import NumberedQuestion, question_strip
from ui.customers import show_data_of
from ui.prose import literal, prose, shorten
from ui.question import question
from ui.session import SessionKeys
from ui.visit import Visit

QUESTION: Final = "question"
"""What the address calls the number of the question, where a step has several."""
_AT: Final = SessionKeys("question-at:{}:{}", 0)
"""The number of the question that the session is at in a step; 0 before it is opened."""
_SIGNS: Final = {"right": "✓", "partly": "◐", "wrong": "✗", "waiting": "…", "missed": "–", "open": ""}


@dataclass(frozen=True)
class ExerciseOnScreen:
    """Questions from the banks."""

    step: ExerciseStep
    draws_claim: ClassVar[bool] = False

    def show(self, visit: Visit, lesson: Lesson) -> None:
        """Draws the step's text, of several questions the strip, the data, and the question in hand."""
        step, language = self.step, visit.language
        if step.text is not None:
            st.markdown(prose(step.text[language], language))
        known = all_exercises()
        tell_broken(visit, "bank", bank_registry().problems())
        for name in step.items:
            if name not in known:
                st.warning(say("exercise_missing", language, why=name))
        exercises = [known[name] for name in step.items if name in known]
        if not exercises:
            return
        is_graded = step.mode == "graded"
        assigned = assigned_to(visit.store, visit.student) if is_graded else ()
        several, n = len(exercises) > 1, 1
        if several:
            states = question_states(visit.store, visit.student, exercises, partial(graded_rules, assigned))
            n = _current(visit, lesson, step, states)
            self._strip(visit, lesson, states, n)
        one = exercises[n - 1]
        show_data_of(visit, [one], assigned if is_graded else None)
        rules = graded_rules(assigned, one.id)
        question(visit, one, number=n if several else None, graded=is_graded, rules=rules)
        if several:
            self._foot(visit, lesson, len(exercises), n)

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

    def _strip(self, visit: Visit, lesson: Lesson, states: Sequence[QuestionState], n: int) -> None:
        """The number of each question with its state, and the sum of them."""
        language = visit.language
        numbered = [
            NumberedQuestion(
                one.word,
                _SIGNS[one.word],
                say("question_state", language, n=number, state=say(f"state_{one.word}", language)),
            )
            for number, one in enumerate(states, 1)
        ]
        question_strip(
            numbered,
            n,
            label=say("questions_here", language),
            key=f"strip-of:{lesson.id}:{self.step.id}",
            on_go=partial(_go, visit, lesson, self.step),
        )
        st.caption(_sum(states, language, is_graded=self.step.mode == "graded"))

    def _foot(self, visit: Visit, lesson: Lesson, last: int, n: int) -> None:
        """Back to the question before and on to the next."""
        with st.container(key="ask-foot", horizontal=True):
            for name, to in (("back", n - 1), ("next", n + 1)):
                st.button(
                    say(f"question_{name}", visit.language),
                    key=f"ask-{name}",
                    on_click=_go,
                    args=(visit, lesson, self.step, to),
                    disabled=not 1 <= to <= last,
                )


def _go(visit: Visit, lesson: Lesson, step: ExerciseStep, n: int) -> None:
    """Moves to a question. A callback's work."""
    _AT(lesson.id, step.id).set(n)
    if _has_address(visit, lesson):
        st.query_params[QUESTION] = str(n)


def _has_address(visit: Visit, lesson: Lesson) -> bool:
    """Whether the page is this lesson's own: a preview at the desk stands at the address of the desk."""
    return visit.registry.lesson(lesson.id) is not None


def _current(visit: Visit, lesson: Lesson, step: ExerciseStep, states: Sequence[QuestionState]) -> int:
    """The number of the question to show: as the address says, else the session, else the first not done."""
    at = _AT(lesson.id, step.id)
    asked = st.query_params.get(QUESTION) if _has_address(visit, lesson) else None
    first = next((n for n, one in enumerate(states, 1) if not one.is_done), 1)
    n = at.get() or first
    if asked is not None:
        n = int(asked) if asked.isdecimal() and len(asked) < len("1000") else 0
    if not 1 <= n <= len(states):
        told = literal(shorten(asked or str(n)))
        st.warning(say("question_unknown", visit.language, question=told))
        n = first
    at.set(n)
    return n


def _sum(states: Sequence[QuestionState], language: Language, *, is_graded: bool) -> str:
    """How many are done and how they stand, and what they have earned where they count."""
    done = sum(one.is_done for one in states)
    everything = done == len(states)
    said = [say("questions_all_done" if everything else "questions_done", language, n=done, all=len(states))]
    words = [one.word for one in states if one.word != "open"]
    said += [f"{words.count(word)} {say(f'state_{word}', language)}" for word in dict.fromkeys(words)]
    if is_graded:
        points = f"{sum(one.points for one in states):.3g}"
        said.append(say("points", language, points=points, all=len(states)))
    return " · ".join(said)
