"""A typed number, on a page: a line of text."""

import streamlit as st

from exercises import NumberField
from ui.controls import with_unit
from ui.fields.row_marks import show_verdict
from ui.fields.slot import Json, Slot


def ask(field: NumberField, slot: Slot) -> Json:
    """The text as typed."""
    slot.start(slot.key, slot.draft if isinstance(slot.draft, str) else "")
    with st.container(key=f"{slot.key}-row", horizontal=True, vertical_alignment="bottom", gap="small"):
        typed = st.text_input(
            with_unit(field.label, field.unit, slot.language),
            key=slot.key,
            on_change=slot.noted,
            max_chars=60,
            width=280,
            autocomplete="off",
            disabled=slot.is_closed,
        )
        show_verdict(slot.marked.verdict(field.name, typed), slot.key, slot.language)
    return typed
