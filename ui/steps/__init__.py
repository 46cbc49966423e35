"""How each kind of step looks to a student: one module a kind."""

from typing import assert_never

import streamlit as st

from courseware.interface import say
from lessons import AskStep, DiscussStep, ExerciseStep, Lesson, PlayStep, ReadStep, Step
from ui.prose import claim, prose, sources, terms
from ui.steps.ask import AskOnScreen
from ui.steps.contract import StepOnScreen
from ui.steps.discuss import DiscussOnScreen
from ui.steps.exercise import ExerciseOnScreen
from ui.steps.play import PlayOnScreen
from ui.steps.read import ReadOnScreen
from ui.visit import Visit


def on_screen(step: Step) -> StepOnScreen:
    """The step as the lesson's page and the desk's preview ask for it."""
    match step:
        case AskStep():
            return AskOnScreen(step)
        case ReadStep():
            return ReadOnScreen(step)
        case PlayStep():
            return PlayOnScreen(step)
        case ExerciseStep():
            return ExerciseOnScreen(step)
        case DiscussStep():
            return DiscussOnScreen(step)
        case _:
            assert_never(step)


def show_step(visit: Visit, lesson: Lesson, step: Step) -> None:
    """Draws a step by its kind, with the claim that it tests."""
    shown = on_screen(step)
    if step.claim is not None and not shown.draws_claim:
        claim(step.claim, visit.language, key=step.id, is_covered=shown.is_ahead(visit, lesson))
    shown.show(visit, lesson)


def show_more(visit: Visit, lesson: Lesson, step: Step) -> None:
    """Draws what belongs to every step, on demand: terms, sources, teacher's notes."""
    with st.container(key="step-more", horizontal=True, gap="small", width="content"):
        terms(step, visit.language)
        sources(step, visit.language)
        if visit.is_teacher:
            _for_teachers(visit, lesson, step)


def _for_teachers(visit: Visit, lesson: Lesson, step: Step) -> None:
    """Notes and intent, sent only once they are opened: who teaches may be learning at the same computer."""
    if step.notes is None and step.intent is None:
        return
    language = visit.language
    drawer = st.popover(
        say("teacher_notes", language),
        icon=":material/co_present:",
        type="tertiary",
        key=f"notes:{lesson.id}:{step.id}",
        on_change="rerun",
    )
    if not drawer.open:
        return
    with drawer:
        if step.notes is not None:
            st.markdown(f"**{say('notes', language)}** — {prose(step.notes[language], language)}")
        if step.intent is not None:
            st.markdown(f"**{say('intent', language)}** — {prose(step.intent[language], language)}")
