"""The controls of a simulation, on a page: the simulation itself, played with."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from courseware.interface import say
from exercises import Controls
from ui.fields.slot import Json, Slot
from ui.panel import offer_answer, panel
from ui.play_setup import PlaySetup, field_setup
from ui.scenario import current_values
from ui.session import SessionKey


def ask(field: Controls, slot: Slot) -> Json:
    """How the controls stand."""
    language, key, draft = slot.language, slot.key, slot.draft
    setup = field_setup(key, field)
    for one in field.controls:
        if isinstance(draft, dict) and one.name in draft:
            SessionKey[Any](f"{key}:{one.name}", None).begin(draft[one.name])
    if slot.is_closed and isinstance(draft, dict):
        marked = [
            f"{one.label(language)} = {draft[one.parameter.name]}"
            for one in setup.controls
            if one.parameter.name in draft
        ]
        st.caption(say("marked_with", language, values=" · ".join(marked)))
    panel(setup, language, after=None if slot.is_closed else lambda: _keep_moved(setup, slot))
    if slot.is_closed and isinstance(slot.answer, Mapping):
        offer_answer(setup, slot.answer, language)
    return _settings(setup)


def _settings(setup: PlaySetup) -> dict[str, Json]:
    """How the controls of a simulation stand."""
    values = current_values(setup)
    return {one.parameter.name: values[one.parameter.name] for one in setup.controls}


def _keep_moved(setup: PlaySetup, slot: Slot) -> None:
    """Keeps how the controls stand whenever one of them has been moved."""
    held, now = SessionKey[Any](f"{slot.key}:held", None), _settings(setup)
    at_first = slot.draft or {one.parameter.name: one.default for one in setup.controls}
    if now != (held.get() if held.is_kept else at_first):
        held.set(now)
        slot.keep(now)
