"""The page on the projector: a lesson's slides, for the teacher alone."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import streamlit as st

from lessons import Lesson, Slide, find_slide, slides
from ui.components.stage import Seat, stage
from ui.desk.access import is_teacher_here
from ui.present.acts import act, scene_on
from ui.present.ahead import warm
from ui.present.phases import phases
from ui.present.screen import Screen
from ui.present.slots import draw_slots
from ui.present.state import InSession, Presentation, State, read_state, touched
from ui.present.tools.overlay import Overlay, draw_tool, follow
from ui.prose import literal
from ui.visit import Visit
from ui.wording import say

_STYLE: Final = Path(__file__).with_name("present.css")


def present_page(visit: Visit, pages: Mapping[str, Any]) -> None:
    """Draws the slides of the lesson that the address names, at the slide that it names."""
    language = visit.language
    if not is_teacher_here():
        st.title(say("present_closed", language), anchor=False)
        st.markdown(say("desk_closed_why", language))
        return
    asked = st.query_params.get("lesson", "")
    lesson = visit.shelf.lesson(asked)
    if lesson is None:
        st.title(say("present", language), anchor=False)
        if asked:
            st.warning(say("present_no_lesson", language, lesson=literal(asked)))
        for one in visit.shelf.lessons().values():
            address = {"lesson": one.id, "lang": language}
            st.page_link(pages["present"], label=one.title[language], query_params=address)
        return
    st.html(_STYLE)
    present(visit, lesson, InSession(lesson.id, language))


def present(visit: Visit, lesson: Lesson, presentation: Presentation) -> None:
    """Draws the slides as the presentation stands, and the stage that listens to keys."""
    all_slides, state = slides(lesson), presentation.state()
    now = find_slide(all_slides, state.slide) or all_slides[0]
    screen = Screen(visit, lesson, now, state.tongue, state.phase(now.key))
    overlay = Overlay(visit, lesson, state.tongue, lambda: presentation.keep(touched(presentation.state())))
    draw_tool(overlay, state.tool)
    slots = draw_slots(visit, lesson, all_slides, state, now)
    scene = scene_on(screen)
    stage(
        Seat(
            lesson=lesson.id,
            state={**state.to_json(), "slide": now.key},
            slides=[_told(screen, slide) for slide in all_slides],
            slots=slots,
            knobs=len(scene.knobs) if scene else 0,
            language=screen.language,
            exit=f"/{lesson.id}?step={(now.step or 0) + 1}&lang={screen.language}",
            paper=f"/print/slides/{lesson.id}?lang={state.tongue}",
        ),
        on_moved=lambda said: _move(presentation, overlay, read_state(said, state)),
        on_act=lambda said: act(screen, said),
    )
    warm(_at(visit, lesson, all_slides, state, now.number + offset) for offset in (1, 2))


def _move(presentation: Presentation, overlay: Overlay, state: State) -> None:
    follow(overlay, presentation.state(), state)
    presentation.keep(state)


def _told(screen: Screen, slide: Slide) -> Mapping[str, object]:
    """What the browser knows of a slide before it is drawn: enough to find it, nothing hidden on it."""
    language = screen.language
    return {
        "key": slide.key,
        "title": slide.title[language],
        "stage": say(f"stage_{slide.stage}", language),
        "kind": slide.kind,
        "minutes": screen.lesson.steps[slide.step].minutes if slide.step is not None else 0,
        "phases": phases(screen.lesson, slide),
    }


def _at(
    visit: Visit, lesson: Lesson, all_slides: tuple[Slide, ...], state: State, number: int
) -> Screen | None:
    """The slide of this number with all of it revealed, if there is one."""
    if not 1 <= number <= len(all_slides):
        return None
    slide = all_slides[number - 1]
    return Screen(visit, lesson, slide, state.tongue, phases(lesson, slide))
