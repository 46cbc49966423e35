"""How each kind of step looks: one module a kind, found by its name."""

from importlib import import_module

import streamlit as st

from courseware.interface import say
from lessons import Lesson, Step
from ui.prose import claim, prose, sources, terms
from ui.steps.due import is_ahead
from ui.visit import Visit


def show_step(visit: Visit, lesson: Lesson, step: Step) -> None:
    """Draws a step by its kind, then what belongs to every step: claim, terms, sources, teacher's notes."""
    if step.claim is not None:
        claim(step.claim, visit.language, key=step.id, is_covered=is_ahead(visit, lesson, step))
    import_module(f"ui.steps.{step.kind}").show(visit, lesson, step)
    with st.container(key="step-more", horizontal=True, gap="small"):
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
