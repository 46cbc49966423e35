"""The three slots: the slide on the screen, the one before and the one after, all of them drawn."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import Final

import streamlit as st

from lessons import slides
from ui.errors import guarded
from ui.present.display_language import tell
from ui.present.kinds import on_stage
from ui.present.screen import Screen
from ui.present.state import State

SLOTS: Final = 3


def draw_slots(shown: Screen, state: State) -> Mapping[int, str]:
    """Draws the slide on the screen first, then its neighbours; returns which slide stands in which slot.

    Slide n always stands in slot n mod 3, so that turning to a neighbour leaves the other two as they are.
    """
    places = [st.container(key=f"slide-slot-{slot}") for slot in range(SLOTS)]
    held = {}
    all_slides, at = slides(shown.lesson), shown.slide.number
    for number in (at, at + 1, at - 1):
        if not 1 <= number <= len(all_slides):
            continue
        slide = all_slides[number - 1]
        held[number % SLOTS] = slide.key
        screen, kind = shown.turned(slide, state), on_stage(slide.kind)
        with (
            places[number % SLOTS],
            st.container(key=f"slide-{slide.kind}-in__{slide.stage}__{screen.key}", gap="small"),
        ):
            guarded(partial(_head, screen), screen.language)
            guarded(partial(kind.show, screen), screen.language)
    return MappingProxyType(held)


def _head(screen: Screen) -> None:
    if on_stage(screen.slide.kind).HAS_HEAD:
        with st.container(key=f"head-{screen.key}", gap=None):
            tell(screen.slide.title, screen.display_language, f"head-{screen.key}", form="## {}")
