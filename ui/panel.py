"""The play panel: words beside a run, its controls and measures at hand, two scenarios on the same luck."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import streamlit as st

from courseware.interface import say
from courseware.problem import ReaderError
from courseware.text import Language
from simulations.parameter import ParameterValue
from ui.components.panel import PanelMove, draw_panel, draw_port
from ui.errors import guard
from ui.exploration import tell
from ui.panel_message import PanelLook, panel_message
from ui.play_setup import PlaySetup, state_key, state_of
from ui.scenario import (
    apply_answer,
    compare,
    current_model,
    is_unveiled,
    kept_model,
    other_luck,
    redo,
    reset,
    set_values,
    undo,
    unveil,
)

_WIDTHS: Final = (0.34, 0.66)
"""Of the words, and of the run beside them."""
_TOOLS: Final[Mapping[str, Callable[[PlaySetup], None]]] = {
    "compare": compare,
    "luck": other_luck,
    "undo": undo,
    "redo": redo,
    "reset": reset,
    "unveil": unveil,
}


def move(setup: PlaySetup, told: PanelMove) -> None:
    """Does what a reader did in the panel; what was done already or cannot be done changes nothing."""
    heard = state_of(setup, "heard")
    known = heard.get() or 0
    values: dict[str, ParameterValue] = {}
    for one in setup.controls:
        name = one.parameter.name
        if told.n > known and name in told.values:
            try:
                values[name] = one.parameter.read(told.values[name])
            except ReaderError:
                continue
    set_values(setup, values)
    for action in told.actions:
        if action.n > known and action.do in _TOOLS:
            _TOOLS[action.do](setup)
    heard.set(max(known, told.n))


def show_panel(
    setup: PlaySetup,
    language: Language,
    look: PanelLook,
    on_moved: Callable[[], None] = lambda: None,
    on_drawn: Callable[[Sequence[float]], None] | None = None,
) -> None:
    """The panel itself: its chart with all that belongs to it; `on_moved` is called after each move.

    `on_drawn` is called with the curve that a reader has drawn over an empty plot.
    """
    for name, default in setup.defaults().items():
        state_of(setup, name).begin(default)

    def moved(told: PanelMove) -> None:
        is_new = told.n > (state_of(setup, "heard").get() or 0)
        move(setup, told)
        if is_new and told.curve is not None and on_drawn is not None:
            on_drawn(told.curve)
        on_moved()

    draw_panel(panel_message(setup, language, look), key=state_key(setup, "panel"), on_moved=moved)


def show_port(part: str, name: str) -> None:
    """Where the ``measures`` or the ``controls`` of a panel stand that has this port."""
    draw_port(part, name, key=f"port-{part}-{name}")


def offer_answer(setup: PlaySetup, answer: Mapping[str, ParameterValue], language: Language) -> None:
    """The button that draws the answer beside the reader's own run; only once it is due."""
    st.button(
        say("apply_answer", language),
        key=state_key(setup, "answer"),
        on_click=apply_answer,
        args=(setup, answer),
        icon=":material/task_alt:",
    )


@dataclass(frozen=True)
class CurveDrawing:
    """A curve that is to be drawn before the run: the empty `plot`, who keeps it, and whether it is kept."""

    plot: Mapping[str, Any]
    keep: Callable[[Sequence[float]], None]
    is_done: Callable[[], bool]


@st.fragment
def panel(
    setup: PlaySetup,
    language: Language,
    before: Callable[[], None] | None = None,
    *,
    is_covered: bool = False,
    guess: Mapping[str, Any] | None = None,
    drawing: CurveDrawing | None = None,
    address: Mapping[str, str] | None = None,
    after: Callable[[], None] | None = None,
) -> None:
    """Words on the left, the run with its controls on the right: the part that is drawn anew at a move.

    `before` draws the words. A covered run is neither made nor sent until the reader has predicted, or wants
    to see it all the same; what was predicted, a `guess`, is drawn on it then. A `drawing` is
    made in its place. Where an `address` is given,
    the page's own holds it and what the reader sets, so that a reload shows the same runs. `after` is called
    whenever the run has been drawn, also when only a control has moved.
    """
    if is_covered and (is_unveiled(setup) or (drawing is not None and drawing.is_done())):
        st.rerun()  # what stands around the run is no longer covered either
    look = PanelLook(is_covered=is_covered, guess=guess, plot=None if drawing is None else drawing.plot)
    keep = None if drawing is None else drawing.keep
    with guard(language):
        if before is None:
            _run(setup, language, look, keep)
        else:
            left, right = st.columns(_WIDTHS, gap="medium")
            with left, st.container(key=f"words-{setup.slug}"):
                before()
            with right:
                _run(setup, language, look, keep)
    if address is not None:
        with guard(language):
            tell(setup, current_model(setup), kept_model(setup), address, language)
    if after is not None:
        with guard(language):
            after()


def _run(
    setup: PlaySetup, language: Language, look: PanelLook, keep: Callable[[Sequence[float]], None] | None
) -> None:
    show_panel(setup, language, look, on_drawn=keep)
    if (kept := kept_model(setup)) and not look.is_covered:
        st.caption(say("same_seed", language, seed=kept.seed))
