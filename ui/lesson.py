"""A lesson on the screen: the rail of steps, one step at a time, Back and Next."""

from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from classroom import place, steps_seen
from classroom import visit as note_visit
from courseware.interface import say, say_all
from courseware.text import Language
from lessons import Lesson, Step
from ui.about import about
from ui.broken import tell_broken
from ui.components.keys import keys
from ui.components.rail import RailStep, rail
from ui.present.link import present_link
from ui.prose import literal, shorten
from ui.session import SessionKeys
from ui.settled import keep_waiting
from ui.steps import show_more, show_step
from ui.visit import Visit

_MANY_DIGITS = 10
"""No lesson has a step whose number is so long, and reading one of thousands of digits would fail."""
_STEP: Final = SessionKeys("step:{}", 0)
"""The number of the step that the session is at in each lesson; 0 before it is opened."""
_NOTED: Final = SessionKeys("noted:{}", "")
"""The step of each lesson that was noted last."""
_KEYS = {"ArrowRight": "next", "PageDown": "next", "ArrowLeft": "back", "PageUp": "back"}


def lesson_page(visit: Visit, pages: Mapping[str, Any], name: str) -> None:
    """Draws the step of a lesson that the address, the session or the record names."""
    language = visit.language
    tell_broken(visit, "lesson", visit.registry.problems(name))
    lesson = visit.registry.lesson(name)
    if lesson is None:
        st.error(say("lesson_missing", language))
        return
    n = _current(visit, lesson)
    keep_waiting(still_at=(lesson.id, lesson.steps[n - 1].id))
    seen = _note_place(visit, lesson, lesson.steps[n - 1])
    beside, main = st.columns([0.21, 0.79], gap="medium")
    with beside, st.container(key="lesson-rail"):
        _rail(visit, lesson, n, seen)
    with main:
        _head(visit, pages, lesson, n)
        with st.container(key="step-body"):
            show_step(visit, lesson, lesson.steps[n - 1])
            if n == 1:
                about(lesson, language)
        _foot(visit, pages, lesson, n)


def _go(lesson: Lesson, n: int) -> None:
    """Moves to a step; out of range stays at the end. A callback's work."""
    n = min(max(1, n), len(lesson.steps))
    _STEP(lesson.id).set(n)
    # what was set at the step that is left goes with it
    st.query_params.from_dict({**_language_asked(), "step": str(n)})


def _language_asked() -> dict[str, str]:
    return {name: value for name, value in st.query_params.items() if name == "lang"}


def _turn(lesson: Lesson, by: int) -> None:
    """Moves on from the step that the session is at, which may be ahead of the one that was drawn."""
    _go(lesson, _STEP(lesson.id).get() + by)


def _current(visit: Visit, lesson: Lesson) -> int:
    """The number of the step to show, counting from 1."""
    held = st.query_params.get("step") or _STEP(lesson.id).get()
    asked = str(held or _remembered(visit, lesson))
    n = int(asked) if asked.isdecimal() and len(asked) < _MANY_DIGITS else 0
    if not 1 <= n <= len(lesson.steps):
        st.warning(say("step_unknown", visit.language, step=literal(shorten(asked))))
        n = 1
    _STEP(lesson.id).set(n)
    if st.query_params.get("step") != str(n):
        st.query_params["step"] = str(n)
    return n


def _remembered(visit: Visit, lesson: Lesson) -> int:
    at = place(visit.store, visit.student, lesson.id)
    names = [step.id for step in lesson.steps]
    return names.index(at.step) + 1 if at is not None and at.step in names else 1


def _note_place(visit: Visit, lesson: Lesson, step: Step) -> frozenset[str]:
    """Records that this step was seen, once each time the reader comes to it; all steps that were seen."""
    noted = _NOTED(lesson.id)
    if noted.get() == step.id:
        return steps_seen(visit.store, visit.student, lesson.id)
    seen = note_visit(visit.store, visit.student, lesson.id, step.id)
    noted.set(step.id)
    return seen


def _rail(visit: Visit, lesson: Lesson, n: int, seen: frozenset[str]) -> None:
    language = visit.language
    steps = [
        RailStep(
            number,
            step.title[language],
            say(f"stage_{step.stage}", language),
            " · ".join([say(f"kind_{step.kind}", language), *_minutes(step, language)]),
            "done" if step.id in seen else "open",
        )
        for number, step in enumerate(lesson.steps, 1)
    ]
    rail(
        steps,
        n,
        summary=f"{n}/{len(steps)}",
        words=say_all(("steps", "done"), language),
        key=f"rail-{lesson.id}",
        on_go=lambda chosen: _go(lesson, chosen),
    )


def _clock(lesson: Lesson, n: int, language: Language) -> str:
    """From which minute of the class to which this step goes."""
    step = lesson.steps[n - 1]
    if not step.in_class:
        return say("after_class", language, n=step.minutes)
    start = sum(earlier.minutes for earlier in lesson.steps[: n - 1] if earlier.in_class)
    return say("minute_of", language, start=start, end=start + step.minutes, all=lesson.minutes)


def _minutes(step: Step, language: Language) -> list[str]:
    """How long the step takes in class; what lies outside class takes no class time."""
    return [say("minutes", language, n=step.minutes)] if step.minutes else []


def _head(visit: Visit, pages: Mapping[str, Any], lesson: Lesson, n: int) -> None:
    language, step = visit.language, lesson.steps[n - 1]
    facts = [
        lesson.title[language],
        say(f"stage_{step.stage}", language),
        say("step_of", language, n=n, all=len(lesson.steps)),
        _clock(lesson, n, language),
    ]
    with st.container(key="step-head", gap=None):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(" · ".join(facts), width="stretch")
            present_link(visit, pages, lesson.id, slide=step.id)
        st.title(step.title[language], anchor=False)


def _foot(visit: Visit, pages: Mapping[str, Any], lesson: Lesson, n: int) -> None:
    language, last = visit.language, len(lesson.steps)
    with st.container(key="step-foot", horizontal=True, vertical_alignment="center"):
        st.button(say("back", language), key="back", on_click=_go, args=(lesson, n - 1), disabled=n == 1)
        if n < last:
            st.button(say("next", language), key="next", type="primary", on_click=_go, args=(lesson, n + 1))
        else:
            address = {"lang": language, "lesson": lesson.id}
            st.page_link(pages["summary"], label=say("my_summary", language), query_params=address)
            st.page_link(pages["home"], label=say("finish", language), query_params={"lang": language})
        show_more(visit, lesson, lesson.steps[n - 1])
        st.space("stretch")
        if visit.is_instructor:
            address = {"lang": language, "file": f"lessons/{lesson.id}.yaml", "step": str(n)}
            st.page_link(
                pages["desk"], label=say("edit_step", language), icon=":material/edit:", query_params=address
            )
        st.caption(say("keys_hint", language), width="content")
    keys(_KEYS, key=f"keys-{lesson.id}", on_press=lambda way: _turn(lesson, 1 if way == "next" else -1))
