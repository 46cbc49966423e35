"""A simulation on a slide: its chart large, words and measures beside it, its sliders in a strip below."""

from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from typing import Final

import streamlit as st

from courseware.interface import say
from simulations.parameter import ParameterValue
from ui.errors import guard
from ui.panel import show_panel, show_port
from ui.panel_message import PanelLook
from ui.play_setup import PlaySetup
from ui.present.display_language import Spoken, both_in_line, fitted, tell
from ui.present.screen import Screen
from ui.present.sync import hold, pass_on, take_up
from ui.scenario import is_applied, kept_model, toggle_answer

CHART: Final = 0.6
"""How much of the screen's height a chart takes at least."""
_MOST_CONTROLS: Final = 6
"""More than these are folded away, since they would not fit under the chart."""
_WIDTHS: Final = (0.34, 0.66)
_WIDER: Final = (0.44, 0.56)
"""Where an explanation in both languages stands beside the chart."""


@dataclass(frozen=True)
class Beside:
    """What stands beside the chart of a slide, from top to bottom.

    The `asked` is what the class answers with the chart and is read from the last row; a `text` or an
    explanation (`explained`) is as large as its room allows. `answer` is the setting that is explained: a
    button draws its run beside the one that stands there. `verdict` tells whether it takes the place of
    the measures. A `reminder`, and beside an explanation the measures, stand there if they have room.
    """

    asked: Spoken | None = None
    text: Spoken | None = None
    explained: Callable[[], None] | None = None
    answer: Mapping[str, ParameterValue] | None = None
    verdict: Callable[[], bool] | None = None
    reminder: Callable[[], None] | None = None


@st.fragment
def stage_panel(screen: Screen, setup: PlaySetup, beside: Beside) -> None:
    """The panel; the part of a slide that is drawn anew when a slider moves."""
    with guard(screen.language):
        take_up(screen, setup)
        has_much_beside = beside.explained is not None and screen.display_language == "both"
        left, right = st.columns(_WIDER if has_much_beside else _WIDTHS, gap="medium")
        _strip(screen, setup)
        with left:
            _beside(screen, setup, beside)
        with right:
            look = PanelLook(
                CHART,
                port=screen.key,
                live=f"{screen.lesson.id}/{screen.slide.key}",
                is_to_be_played=beside.explained is None,
                has_tools=False,
            )
            show_panel(setup, screen.language, look, lambda: hold(setup))
        pass_on(screen, setup)


def for_stage(setup: PlaySetup) -> PlaySetup:
    """The setup with keys of its own, so that nothing is shared with the page for students."""
    count = len(setup.controls)
    shown = (
        count if count <= _MOST_CONTROLS else _MOST_CONTROLS - 1
    )  # the fold of the others takes the last place
    return replace(setup, key=f"present:{setup.key}", more=count - shown)


def _strip(screen: Screen, setup: PlaySetup) -> None:
    """The sliders; the style sheet leads each with the number of the key that chooses it."""
    if not setup.controls:
        return
    with (
        st.container(key=f"strip-{len(setup.controls) - setup.more}-{screen.key}"),
        st.container(key=f"controls-{setup.slug}", gap="xsmall"),
    ):
        show_port("controls", screen.key)


def _beside(screen: Screen, setup: PlaySetup, beside: Beside) -> None:
    if beside.asked is not None:
        with st.container(key=f"asked-beside-{screen.key}"):
            tell(beside.asked, screen.display_language, f"asked-{screen.key}")
    if beside.explained is not None:
        with fitted(f"beside-{screen.key}"):
            beside.explained()
    elif beside.asked is None:
        _text(screen, setup, beside.text)
    if beside.answer is not None:
        _offer(screen, setup, beside.answer)
    if beside.verdict is None or not beside.verdict():
        _measures(screen, setup, if_there_is_room=beside.explained is not None)
    if beside.reminder is not None:
        with fitted(f"reminder-{screen.key}"):
            beside.reminder()


def _text(screen: Screen, setup: PlaySetup, text: Spoken | None) -> None:
    """The words of the slide, or what the chart shows if it has none."""
    with fitted(f"beside-{screen.key}"):
        if text is not None:
            tell(text, screen.display_language, f"text-{screen.key}")
            return
        words = setup.simulation.words.views[setup.view]
        st.markdown(
            f"**{both_in_line(words.title, screen.display_language)}** — {words.message[screen.language]}"
        )


def _measures(screen: Screen, setup: PlaySetup, *, if_there_is_room: bool) -> None:
    with fitted(f"reminder-measures-{screen.key}") if if_there_is_room else nullcontext():
        with st.container(key=f"measures-{setup.slug}"):
            show_port("measures", screen.key)
        if kept := kept_model(setup):
            st.caption(say("same_seed", screen.language, seed=kept.seed))


def _offer(screen: Screen, setup: PlaySetup, answer: Mapping[str, ParameterValue]) -> None:
    """The button that draws the answer on the chart, and takes it away again."""

    def pressed() -> None:
        toggle_answer(setup, answer)
        hold(setup)

    name = "present_unapply" if is_applied(setup, answer) else "present_apply"
    st.button(say(name, screen.language), key=f"present-apply-{screen.key}", on_click=pressed)
