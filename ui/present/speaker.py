"""The speaker view: this slide and the next, what to say, the clock; for the eyes of the teacher alone."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

import streamlit as st

from classroom import class_names, digest_of, keep_tool_note, name_class
from courseware.interface import say
from lessons import Lesson
from ui.present.hearing import overlay_at
from ui.present.live import draw_dock
from ui.present.pacing import clock_data
from ui.present.page import STYLE, asked_lesson, show_window, window_at
from ui.present.record import InRecord, in_record
from ui.present.screen import screen_of
from ui.present.sides import draw_sides
from ui.present.slots import draw_slots
from ui.present.tools.overlay import draw_tool
from ui.session import SessionKey
from ui.visit import Visit
from web.addresses import PRESENT

_STYLE: Final = Path(__file__).with_name("speaker.css")
_MOST: Final = 60


def speaker_page(visit: Visit, pages: Mapping[str, Any]) -> None:
    """Draws the speaker view of the lesson that the address names."""
    lesson = asked_lesson(visit, pages, "speaker")
    if lesson is not None:
        st.html(STYLE)
        st.html(_STYLE)
        _speak(visit, lesson, in_record(visit, lesson, is_hall=False))


def _speak(visit: Visit, lesson: Lesson, presentation: InRecord) -> None:
    state = presentation.state()
    timing = presentation.timing()
    screen = screen_of(visit, lesson, state, None)
    draw_tool(overlay_at(screen, presentation), state.tool)
    slots = draw_slots(screen, state)
    draw_sides(lesson, screen.slide, visit.language)
    with st.container(key="speaker-class"):
        _ask_class(visit, presentation, timing.presented.class_name, timing.presented.id)
    with st.container(key="speaker-live"):
        draw_dock(screen, presentation.presenter, role="speaker", language=visit.language)
    hall = f"/{PRESENT}?{urlencode({'lesson': lesson.id, 'lang': state.display_language})}"
    window = replace(
        window_at(screen, state, slots, visit.language),
        role="speaker",
        beside=hall,
        clock=clock_data(lesson, timing, visit.store.clock().timestamp() * 1000),
    )
    show_window(window, screen, state, presentation)


def _ask_class(visit: Visit, presentation: InRecord, known: str, number: int) -> None:
    """Which class it is, for the log of its timing; may stay empty."""
    # another name in the record, chosen with a tool, has the field drawn anew
    key = f"speaker-class-{presentation.lesson.id}-{number}-{digest_of(known)[:8]}"

    def named() -> None:
        _name(visit, presentation, SessionKey(key, "").get())

    said = st.text_input(
        say("speaker_class", visit.language),
        known,
        max_chars=_MOST,
        key=key,
        on_change=named,
        placeholder=say("speaker_class", visit.language),
        label_visibility="collapsed",
    )
    if said.strip() and not known:  # typed before a server that has died could hear of it
        _name(visit, presentation, said)


def _name(visit: Visit, presentation: InRecord, said: str) -> None:
    name_class(visit.store, presentation.timing().presented, said)
    if said.strip() in class_names(visit.store):
        keep_tool_note(visit.store, "class", said.strip(), presentation.lesson.id)
