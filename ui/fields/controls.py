"""The controls of a simulation, on a page: the simulation itself, played with."""

from collections.abc import Mapping

import streamlit as st

from courseware.interface import say
from exercises import Controls
from ui.fields.slot import Json, Slot
from ui.panel import current_values, offer_answer, panel
from ui.scene import Scene, field_scene


def ask(field: Controls, slot: Slot) -> Json:
    """How the knobs stand."""
    language, key, draft = slot.language, slot.key, slot.draft
    scene = field_scene(key, field)
    for one in field.controls:
        if isinstance(draft, dict) and one.name in draft:
            st.session_state.setdefault(f"{key}:{one.name}", draft[one.name])
    if slot.is_closed and isinstance(draft, dict):
        marked = [
            f"{one.label(language)} = {draft[one.parameter.name]}"
            for one in scene.knobs
            if one.parameter.name in draft
        ]
        st.caption(say("marked_with", language, values=" · ".join(marked)))
    panel(scene, language, after=None if slot.is_closed else lambda: _keep_moved(scene, slot))
    if slot.is_closed and isinstance(slot.answer, Mapping):
        offer_answer(scene, slot.answer, language)
    return _settings(scene)


def _settings(scene: Scene) -> dict[str, Json]:
    """How the knobs of a scene stand."""
    values = current_values(scene)
    return {one.parameter.name: values[one.parameter.name] for one in scene.knobs}


def _keep_moved(scene: Scene, slot: Slot) -> None:
    """Keeps how the knobs stand whenever one of them has been moved."""
    held, now = f"{slot.key}:held", _settings(scene)
    at_first = slot.draft or {one.parameter.name: one.default for one in scene.knobs}
    if now != st.session_state.get(held, at_first):
        st.session_state[held] = now
        slot.keep(now)
