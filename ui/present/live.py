"""The live class beside a presentation: which room is open, and which slides can be asked on phones."""

import streamlit as st

from classroom import tool_note
from classroom.live.questions import asking_slides
from classroom.live.rooms import room_of
from course import all_exercises
from courseware.text import Language
from ui.components.live import DockWindow, dock
from ui.present.screen import Screen
from web.own_address import base_of, in_network


def draw_dock(screen: Screen, presenter: str, *, role: str, language: Language) -> None:
    """Draws the dock of one window."""
    store = screen.visit.store
    room = room_of(store, screen.lesson.id, presenter)
    kept = tool_note(store, "address")
    base = str(kept) if kept else base_of(st.context.url or "http://localhost:8501/present", in_network)
    dock(
        DockWindow(
            lesson=screen.lesson.id,
            presenter=presenter,
            code=room.code if room is not None else None,
            address=f"{base.partition('://')[2]}/live",
            role=role,
            language=language,
            asks=asking_slides(screen.lesson, all_exercises()),
        )
    )
