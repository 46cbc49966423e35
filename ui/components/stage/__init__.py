"""The stage: turns the slides by keys in the browser itself, and tells the server and the other window."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st

from courseware.text import Language
from ui.components.stage.words import WORDS, help_rows
from ui.session import told_by
from web.assets import entry, style

_stage = st.components.v2.component(
    "lab_stage",
    html='<div class="lab-stage" data-lab-root data-lab-moves data-undrawn></div>',
    css=style("stage/stage.css"),
    js=entry("stage/stage.js"),
    isolate_styles=False,
)
KEY: Final = "lab-stage"


@dataclass(frozen=True)
class StageWindow:
    """What one window is told: the state of the presentation, the slides, and which of them it holds.

    `state` is JSON as `ui.present.state` writes it. `slots` maps slots to the keys of the slides that
    stand in them. `role` says which window this is: "hall" turns black, and nothing else does; "speaker"
    has the `clock`, as `ui.present.pacing` writes it. `exit` is where the presentation is left to; `beside`
    is the address of the other window, opened by S, and `paper` that of the same slides on paper, or None.
    L goes round in the `display_languages`. `done` is the number of what was last done to a simulation here,
    `held` that of how it was last set.
    """

    lesson: str
    state: Mapping[str, object]
    slides: Sequence[Mapping[str, object]]
    slots: Mapping[int, str]
    controls: int
    language: Language
    display_languages: Sequence[str]
    exit: str
    role: str = "hall"
    beside: str | None = None
    paper: str | None = None
    clock: Mapping[str, object] | None = None
    done: int = 0
    held: int = 0


def told_here() -> Mapping[str, object]:
    """What the browser tells in this run.

    The whole new `state`, and as `actions` what is to be done to simulations, oldest first: each names its
    `slide` and has a number `n`. What was done already may be among them. `heard` is the `held` that the
    browser knew of.
    """
    said = told_by(KEY, "told")
    return said if isinstance(said, Mapping) else {}


def stage(window: StageWindow, *, on_told: Callable[[], None]) -> None:
    """Draws nothing but what keys call up; `on_told` is called before the run that it starts."""
    data = {
        "lesson": window.lesson,
        "state": dict(window.state),
        "slides": [dict(slide) for slide in window.slides],
        "slots": {str(slot): key for slot, key in window.slots.items()},
        "controls": window.controls,
        "done": window.done,
        "held": window.held,
        "role": window.role,
        "beside": window.beside,
        "clock": window.clock,
        "exit": window.exit,
        "paper": window.paper,
        "language": window.language,
        "words": WORDS.spoken(window.language),
        "tongues": list(window.display_languages),
        "help": help_rows(has_display_languages=len(window.display_languages) > 1),
    }
    _stage(key=KEY, data=data, on_told_change=on_told)
