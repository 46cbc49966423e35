"""Several options ticked, on a page: a checkbox for each."""

import streamlit as st

from exercises import ManyOf
from ui.fields.row_marks import RowVerdict, show_verdict
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
        label = with_media(option.text[language])
        is_ticked = st.checkbox(label, key=name, on_change=slot.noted, disabled=slot.is_closed)
        if is_ticked:
            ticked.append(option.id)
        show_verdict(_verdict(slot, option.id, is_ticked=is_ticked), name, language)
    return ticked


def _verdict(slot: Slot, option: str, *, is_ticked: bool) -> RowVerdict | None:
    """How an option was marked; one that was left out is told only once what is right is due."""
    if is_ticked:
        return slot.marked.verdict(option, True)
    is_due = isinstance(slot.marked.response, list) and isinstance(slot.answer, list)
    return "missed" if is_due and option in slot.answer else None
