"""The stage: turns the slides by keys in the browser itself, and tells the server and the other window."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st

from courseware.text import Language
from ui.components.asset import entry, style
from ui.components.stage.words import help_rows, words

_stage = st.components.v2.component(
    "lab_stage",
    html='<div class="lab-stage"></div>',
    css=style("stage/stage.css"),
    js=entry("stage/stage.js"),
    isolate_styles=False,
)
KEY: Final = "lab-stage"


@dataclass(frozen=True)
class Seat:
    """What one window is told: the state of the presentation, the slides, and which of them it holds.

    `state` is JSON as `ui.present.state` writes it. `slots` maps slots to the keys of the slides that
    stand in them. `role` says which window this is: "hall" turns black, and nothing else does; "speaker"
    has the `clock`, as `ui.present.pacing` writes it. `exit` is where the presentation is left to; `beside`
    is the address of the other window, opened by S, and `paper` that of the same slides on paper, or None.
    """

    lesson: str
    state: Mapping[str, object]
    slides: Sequence[Mapping[str, object]]
    slots: Mapping[int, str]
    knobs: int
    language: Language
    exit: str
    role: str = "hall"
    beside: str | None = None
    paper: str | None = None
    clock: Mapping[str, object] | None = None


def stage(seat: Seat, *, on_moved: Callable[[object], None], on_act: Callable[[object], None]) -> None:
    """Draws nothing but what keys call up; `on_moved` and `on_act` are called before the run they start.

    `on_moved` is given the whole new state, `on_act` what is to be done to the simulation on the slide.
    """

    def moved() -> None:
        if (said := st.session_state[KEY].moved) is not None:
            on_moved(said)

    def acted() -> None:
        if (said := st.session_state[KEY].act) is not None:
            on_act(said)

    data = {
        "lesson": seat.lesson,
        "state": dict(seat.state),
        "slides": [dict(slide) for slide in seat.slides],
        "slots": {str(slot): key for slot, key in seat.slots.items()},
        "knobs": seat.knobs,
        "role": seat.role,
        "beside": seat.beside,
        "clock": seat.clock,
        "exit": seat.exit,
        "paper": seat.paper,
        "language": seat.language,
        "words": words(seat.language),
        "help": help_rows(),
    }
    _stage(key=KEY, data=data, on_moved_change=moved, on_act_change=acted)
