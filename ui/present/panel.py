"""A simulation on a slide: its chart large, words and measures beside it, its sliders in a strip below."""

from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from typing import Final

import streamlit as st

from courseware.interface import say
from simulations.model import Model
from simulations.parameter import Value
from ui.panel import (
    current_values,
    is_applied,
    kept_model,
    knobs,
    show_chart,
    show_measures,
    toggle_answer,
)
from ui.present.mirror import hold, pass_on, take_up
from ui.present.screen import Screen
from ui.present.tongue import Spoken, both_in_line, fitted, tell
from ui.scene import Scene
from ui.trouble import guard

CHART: Final = 0.6
"""How much of the screen's height a chart takes at least."""
_MOST_KNOBS: Final = 6
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
    answer: Mapping[str, Value] | None = None
    verdict: Callable[[], bool] | None = None
    reminder: Callable[[], None] | None = None


@st.fragment
def stage_panel(screen: Screen, scene: Scene, beside: Beside) -> None:
    """The panel; the part of a slide that is drawn anew when a slider moves."""
    with guard(screen.language):
        take_up(screen, scene)
        has_much_beside = beside.explained is not None and screen.tongue == "both"
        left, right = st.columns(_WIDER if has_much_beside else _WIDTHS, gap="medium")
        _strip(screen, scene)
        model = scene.model(current_values(scene))
        with left:
            _beside(screen, scene, model, beside)
        with right:
            is_new = beside.explained is None
            show_chart(scene, model, screen.language, share=CHART, is_to_be_played=is_new)
        pass_on(screen, scene)


def for_stage(scene: Scene) -> Scene:
    """The scene with keys of its own, so that nothing is shared with the page for students."""
    count = len(scene.knobs)
    shown = count if count <= _MOST_KNOBS else _MOST_KNOBS - 1  # the fold of the others takes the last place
    return replace(scene, key=f"present:{scene.key}", more=count - shown)


def _strip(screen: Screen, scene: Scene) -> None:
    """The sliders; the style sheet leads each with the number of the key that chooses it."""
    if not scene.knobs:
        return
    with (
        st.container(key=f"strip-{len(scene.knobs) - scene.more}-{screen.key}"),
        st.container(key=f"knobs-{scene.slug}", gap="xsmall"),
    ):
        knobs(scene, screen.language)


def _beside(screen: Screen, scene: Scene, model: Model, beside: Beside) -> None:
    if beside.asked is not None:
        with st.container(key=f"asked-beside-{screen.key}"):
            tell(beside.asked, screen.tongue, f"asked-{screen.key}")
    if beside.explained is not None:
        with fitted(f"beside-{screen.key}"):
            beside.explained()
    elif beside.asked is None:
        _text(screen, scene, beside.text)
    if beside.answer is not None:
        _offer(screen, scene, beside.answer)
    if beside.verdict is None or not beside.verdict():
        _measures(screen, scene, model, if_there_is_room=beside.explained is not None)
    if beside.reminder is not None:
        with fitted(f"reminder-{screen.key}"):
            beside.reminder()


def _text(screen: Screen, scene: Scene, text: Spoken | None) -> None:
    """The words of the slide, or what the chart shows if it has none."""
    with fitted(f"beside-{screen.key}"):
        if text is not None:
            tell(text, screen.tongue, f"text-{screen.key}")
            return
        words = scene.simulation.words.views[scene.view]
        st.markdown(f"**{both_in_line(words.title, screen.tongue)}** — {words.message[screen.language]}")


def _measures(screen: Screen, scene: Scene, model: Model, *, if_there_is_room: bool) -> None:
    with fitted(f"reminder-measures-{screen.key}") if if_there_is_room else nullcontext():
        show_measures(scene, model, screen.language)
        if kept := kept_model(scene):
            st.caption(say("same_seed", screen.language, seed=kept.seed))


def _offer(screen: Screen, scene: Scene, answer: Mapping[str, Value]) -> None:
    """The button that draws the answer on the chart, and takes it away again."""

    def pressed() -> None:
        toggle_answer(scene, answer)
        hold(scene)

    name = "present_unapply" if is_applied(scene, answer) else "present_apply"
    st.button(say(name, screen.language), key=f"present-apply-{screen.key}", on_click=pressed)
