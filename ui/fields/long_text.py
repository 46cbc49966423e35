"""A passage, on a page: a field of several lines."""

import streamlit as st

from exercises import LongText
from exercises.fields.long_text import MOST_WRITTEN, WORDS
from ui.fields.slot import Json, Slot

_LINE: int = 26
"""The height of a line in pixels."""


def ask(field: LongText, slot: Slot) -> Json:
    """The passage as written."""
    drafted = slot.draft.get(WORDS) if isinstance(slot.draft, dict) else None
    slot.start(slot.key, drafted if isinstance(drafted, str) else "")
    words = st.text_area(
        field.label[slot.language],
        key=slot.key,
        on_change=slot.noted,
        max_chars=MOST_WRITTEN,
        height=_LINE * field.lines,
        disabled=slot.is_closed,
    )
    return {WORDS: words}
