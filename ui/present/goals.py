"""A question that asks to reach a goal in a simulation: tried on the slide, marked on unseen runs."""

from collections.abc import Mapping

import streamlit as st

from courseware.interface import say
from exercises import ANSWER, Controls, Grade, Variant, grade, reveal, right_response
from simulations import find
from simulations.parameter import Value
from ui.panel import current_values
from ui.present.mirror import tried_values, try_values, unseeded
from ui.present.panel import Beside, for_stage, stage_panel
from ui.present.screen import Screen
from ui.present.setting import Values
from ui.present.tongue import both_in_line, fitted, tell
from ui.scene import Scene, knob

SOLVED = 2
"""The reveal that tells one setting that does it; the one before shows the simulation."""


def show_goals(screen: Screen, variant: Variant, field: Controls) -> None:
    """Draws the task alone until the simulation is revealed; its setting is marked when asked for."""
    if not screen.phase:
        _task(screen, variant, field)
        return
    scene = scene_of_field(screen, field)
    if screen.phase < SOLVED:
        beside = Beside(field.label, verdict=lambda: _try(screen, variant, scene))
    else:
        beside = Beside(
            field.label,
            explained=lambda: tell(reveal(variant), screen.tongue, f"reveal-{screen.key}"),
            answer=solution_of(variant, field),
        )
    stage_panel(screen, scene, beside)


def solution_of(variant: Variant, field: Controls) -> Mapping[str, Value]:
    """The setting of the controls that reaches every goal; for whom the answer is due."""
    right = right_response(variant)[ANSWER]
    found = right if isinstance(right, Mapping) else {}
    said = {one.name: found.get(one.name) for one in field.controls}
    return {name: value for name, value in said.items() if isinstance(value, int | float | str)}


def _task(screen: Screen, variant: Variant, field: Controls) -> None:
    with fitted(f"exercise-{screen.key}"):
        if screen.slide.text is not None:
            tell(screen.slide.text, screen.tongue, f"text-{screen.key}")
        tell(variant.question.stem, screen.tongue, f"stem-{screen.key}")
        with st.container(key=f"question-{screen.key}"):
            tell(field.label, screen.tongue, f"goals-{screen.key}")


def scene_of_field(screen: Screen, field: Controls) -> Scene:
    """What is played with to answer the field."""
    knobs = tuple(
        knob(field.simulation, one.name, default=one.default, low=one.low, high=one.high, step=one.step)
        for one in field.controls
    )
    view = field.view or next(iter(find(field.simulation).views))
    return for_stage(Scene(screen.key, field.simulation, view, knobs, tuple(field.fixed.items())))


def _try(screen: Screen, variant: Variant, scene: Scene) -> bool:
    """Marks the setting on the screen when asked; the verdict stays until something is moved.

    It tells what was reached, so that the measures need not: true once it is drawn.
    """
    label, key = say("present_try", screen.language), f"present-try-{screen.key}"
    st.button(label, key=key, on_click=try_values, args=(scene,))
    tried, asked = tried_values(scene), unseeded(current_values(scene))
    if tried is None or unseeded(tried) != asked:
        return False
    found = _marked(variant, asked, f"present-tried-{screen.key}")
    if not isinstance(found, Grade):
        return False
    with fitted(f"beside-verdict-{screen.key}"):
        for part in found.parts:
            if part.label is not None:
                sign = "✓" if part.score >= 1 else "✗"
                st.markdown(f"**{sign}** {both_in_line(part.label, screen.tongue)}")
    return True


def _marked(variant: Variant, asked: Values, place: str) -> object:
    """What the values are worth, marked once as long as they stand."""
    known = st.session_state.get(place)
    if known is None or known[0] != (variant, asked):
        known = st.session_state[place] = ((variant, asked), grade(variant, {ANSWER: asked}))
    return known[1]
