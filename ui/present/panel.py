"""A simulation on a slide: its chart large, a few sliders and measures beside it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import streamlit as st

from simulations import find
from simulations.model import Model
from ui.panel import current_values, kept_model, knobs, show_chart, show_measures
from ui.present.mirror import pass_on, take_up
from ui.present.screen import Screen
from ui.present.tongue import both_in_line, fitted
from ui.scene import Scene
from ui.trouble import guarded
from ui.wording import say

CHART: Final = 0.6
"""How much of the screen's height a chart takes at least."""
_MOST_KNOBS: Final = 6
"""More than these are folded away, since they would not fit beside the chart."""
_ONE_BELOW_THE_OTHER: Final = 3
"""More than these stand in two columns; one less if something is to stand under them."""
_WIDTHS: Final = (0.3, 0.7)
_WIDER: Final = (0.4, 0.6)
"""Where an explanation in both languages stands beside the chart."""


@st.fragment
def stage_panel(
    screen: Screen,
    scene: Scene,
    beside: Callable[[], None] | None = None,
    below: Callable[[], None] | None = None,
    instead: Callable[[], bool] | None = None,
) -> None:
    """The panel; `beside` is drawn in place of sliders and measures (an explanation), `below` under them.

    `instead` is drawn under the sliders, and tells whether it takes the place of the measures.
    """
    guarded(lambda: _panel(screen, scene, beside, below, instead), screen.language)


def for_stage(scene: Scene) -> Scene:
    """The scene with keys of its own, so that nothing is shared with the page for students."""
    return replace(scene, key=f"present:{scene.key}", more=max(0, len(scene.knobs) - _MOST_KNOBS))


def _panel(
    screen: Screen,
    scene: Scene,
    beside: Callable[[], None] | None,
    below: Callable[[], None] | None,
    instead: Callable[[], bool] | None,
) -> None:
    take_up(screen, scene)
    has_much_beside = beside is not None and screen.tongue == "both"
    left, right = st.columns(_WIDER if has_much_beside else _WIDTHS, gap="medium")
    if beside is None:
        with left:
            _sliders(screen, scene, is_tight=below is not None or instead is not None)
    model = scene.model(current_values(scene))
    with left:
        if beside is not None:
            with fitted(f"beside-{screen.key}"):
                beside()
        elif instead is None or not instead():
            _results(screen, scene, model)
            if below is not None:
                below()
    with right:
        words = find(scene.simulation).words.views[scene.view]
        with st.container(key=f"view-{screen.key}"):
            st.markdown(f"**{both_in_line(words.title, screen.tongue)}** — {words.message[screen.language]}")
        show_chart(scene, model, screen.language, share=CHART)
    pass_on(screen, scene)


def _sliders(screen: Screen, scene: Scene, *, is_tight: bool) -> None:
    many = "many" if len(scene.knobs) > _ONE_BELOW_THE_OTHER - is_tight else "few"
    with (
        st.container(key=f"{many}-knobs-{screen.key}"),
        st.container(key=f"knobs-{scene.slug}", gap="xsmall"),
    ):
        knobs(scene, screen.language)


def _results(screen: Screen, scene: Scene, model: Model) -> None:
    show_measures(scene, model, screen.language)
    if kept := kept_model(scene):
        st.caption(say("same_seed", screen.language, seed=kept.seed))
