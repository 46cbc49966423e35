"""Several options ticked, on a page: a checkbox for each."""

import streamlit as st

from exercises import ManyOf
from ui.fields.slot import Json, Slot
from ui.media import with_media


def ask(field: ManyOf, slot: Slot) -> Json:
    """The ids of the ticked options."""
    language = slot.language
    chosen = slot.draft if isinstance(slot.draft, list) else []
    st.caption(field.label[language])
    ticked = []
    for option in field.options:
        name = f"{slot.key}:{option.id}"
        slot.start(name, option.id in chosen)
        if st.checkbox(
            with_media(option.text[language]), key=name, on_change=slot.noted, disabled=slot.is_closed
        ):
            ticked.append(option.id)
    return ticked
