"""A typed number, on a page: a line of text."""

import streamlit as st

from exercises import NumberField
from ui.controls import with_unit
from ui.fields.slot import Json, Slot


def ask(field: NumberField, slot: Slot) -> Json:
    """The text as typed."""
    slot.start(slot.key, slot.draft if isinstance(slot.draft, str) else "")
    return st.text_input(
        with_unit(field.label, field.unit, slot.language),
        key=slot.key,
        on_change=slot.noted,
        max_chars=60,
        width=280,
        autocomplete="off",
        disabled=slot.is_closed,
    )
