"""How each kind of step looks: one module a kind, found by its name."""

from importlib import import_module

import streamlit as st

from courseware.text import Language
from lessons import Lesson, Step
from ui.prose import claim, prose, sources, terms
from ui.visit import Visit
from ui.wording import say


def show_step(visit: Visit, lesson: Lesson, step: Step) -> None:
    """Draws a step by its kind, then what belongs to every step: claim, terms, sources, teacher's notes."""
    if step.claim is not None:
        claim(step.claim, visit.language, key=step.id)
    import_module(f"ui.steps.{step.kind}").show(visit, lesson, step)
    with st.container(key="step-more", horizontal=True, gap="small"):
        terms(step, visit.language)
        sources(step, visit.language)
        _for_teachers(step, visit.language)


def _for_teachers(step: Step, language: Language) -> None:
    if step.notes is None and step.intent is None:
        return
    with st.popover(say("teacher_notes", language), icon=":material/co_present:", type="tertiary"):
        if step.notes is not None:
            st.markdown(f"**{say('notes', language)}** — {prose(step.notes[language], language)}")
        if step.intent is not None:
            st.markdown(f"**{say('intent', language)}** — {prose(step.intent[language], language)}")
