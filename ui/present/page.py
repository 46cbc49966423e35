"""The page on the projector: a lesson's slides, for the teacher alone."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

import streamlit as st

from courseware.interface import say
from courseware.text import Language
from lessons import Lesson, Slide, slides
from papers.display_language import offered_display_languages
from ui.components.stage import StageWindow, stage
from ui.present.actions import setup_on
from ui.present.ahead import warm
from ui.present.done import done_here
from ui.present.hearing import hear, overlay_at
from ui.present.live import draw_dock
from ui.present.pacing import position_of
from ui.present.phases import phases
from ui.present.record import InRecord, in_record
from ui.present.screen import Screen, screen_of
from ui.present.slots import draw_slots
from ui.present.state import Presentation, State
from ui.present.sync import last_held
from ui.present.tools.overlay import draw_tool
from ui.prose import literal
from ui.visit import Visit
from web.addresses import SPEAKER, tell_address

STYLE: Final = Path(__file__).with_name("present.css")


def present_page(visit: Visit, pages: Mapping[str, Any]) -> None:
    """Draws the slides of the lesson that the address names, where they were left or where it says."""
    lesson = asked_lesson(visit, pages, "present")
    if lesson is not None:
        st.html(STYLE)
        present(visit, lesson, in_record(visit, lesson, is_hall=True))


def asked_lesson(visit: Visit, pages: Mapping[str, Any], page: str) -> Lesson | None:
    """The lesson that the address names; without one the page offers all."""
    language = visit.language
    tell_address()
    asked = st.query_params.get("lesson", "")
    lesson = visit.registry.lesson(asked)
    if lesson is None:
        st.title(say(page, language), anchor=False)
        if asked:
            st.warning(say("present_no_lesson", language, lesson=literal(asked)))
        for one in visit.registry.lessons().values():
            address = {"lesson": one.id, "lang": language}
            st.page_link(pages[page], label=one.title[language], query_params=address)
    return lesson


def present(visit: Visit, lesson: Lesson, presentation: Presentation) -> None:
    """Draws the slides as the presentation stands, and the stage that listens to keys."""
    state = presentation.state()
    screen = screen_of(visit, lesson, state, presentation)
    draw_tool(overlay_at(screen, presentation), state.tool)
    slots = draw_slots(screen, state)
    window = window_at(screen, state, slots, screen.language)
    beside = f"/{SPEAKER}?{urlencode({'lesson': lesson.id, 'lang': screen.language})}"
    show_window(replace(window, beside=beside), screen, state, presentation)
    if isinstance(presentation, InRecord):
        draw_dock(screen, presentation.presenter, role="hall", language=screen.language)


def window_at(screen: Screen, state: State, slots: Mapping[int, str], language: Language) -> StageWindow:
    """What a window is told of a presentation whose slides stand in `slots`, in its own language."""
    lesson, now, setup = screen.lesson, screen.slide, setup_on(screen)
    return StageWindow(
        lesson=lesson.id,
        state={**state.to_json(), "slide": now.key},
        slides=[_told(screen, slide, language) for slide in slides(lesson)],
        slots=slots,
        controls=len(setup.controls) if setup else 0,
        language=language,
        display_languages=offered_display_languages(),
        exit=f"/{lesson.id}?step={_step_at(lesson, now)}&lang={screen.language}",
        paper=f"/print/slides/{lesson.id}?lang={state.display_language}",
    )


def show_window(window: StageWindow, screen: Screen, state: State, presentation: Presentation) -> None:
    """Has the browser turn the slides, and makes ready what comes next."""
    told = partial(hear, screen, state, presentation)
    stage(replace(window, done=done_here(), held=last_held()), on_told=told)
    now = screen.slide
    warm(_at(screen, state, now.number + offset) for offset in (1, 2))


def _step_at(lesson: Lesson, slide: Slide) -> int:
    """The number of the step to which one leaves from a slide."""
    steps = [step.id for step in lesson.steps]
    return steps.index(at) + 1 if (at := position_of(lesson, slide).step) in steps else 1


def _told(screen: Screen, slide: Slide, language: Language) -> Mapping[str, object]:
    """What the browser knows of a slide before it is drawn: enough to find it, nothing hidden on it."""
    return {
        "key": slide.key,
        "title": slide.title[language],
        "stage": say(f"stage_{slide.stage}", language),
        "part": slide.stage,
        "kind": slide.kind,
        "said": say(f"slide_{slide.kind}", language),
        "step": position_of(screen.lesson, slide).step,
        "minutes": screen.lesson.steps[slide.step].minutes if slide.step is not None else 0,
        "phases": phases(screen.lesson, slide),
    }


def _at(screen: Screen, state: State, number: int) -> Screen | None:
    """The slide of this number with all of it revealed, if there is one."""
    all_slides = slides(screen.lesson)
    if not 1 <= number <= len(all_slides):
        return None
    slide = all_slides[number - 1]
    return Screen(screen.visit, screen.lesson, slide, state.display_language, phases(screen.lesson, slide))
