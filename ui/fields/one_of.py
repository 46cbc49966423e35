"""One option chosen, on a page: a row of radio buttons."""

import streamlit as st

from exercises import OneOf
from ui.fields.slot import Json, Slot
from ui.media import with_media


def ask(field: OneOf, slot: Slot) -> Json:
    """The id of the chosen option; None while none is. True and false stand side by side."""
    ids = [option.id for option in field.options]
    slot.start(slot.key, slot.draft if slot.draft in ids else None)
    return st.radio(
        field.label[slot.language],
        ids,
        index=None,
        format_func=slot.names(field.options, with_media),
        key=slot.key,
        on_change=slot.noted,
        disabled=slot.is_closed,
        horizontal=field.is_truth,
    )
