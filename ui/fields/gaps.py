"""Gaps filled in with words, on a page: a line of text for each, under its number."""

from collections.abc import Mapping

import streamlit as st

from exercises import Gaps
from exercises.fields.gaps import MOST_LETTERS
from ui.fields.row_marks import show_verdict
from ui.fields.slot import Json, Slot


def ask(field: Gaps, slot: Slot) -> Json:
    """The words as typed, by the ids of their gaps."""
    before: Mapping[str, object] = slot.draft if isinstance(slot.draft, dict) else {}
    label, is_one = field.label[slot.language], len(field.gaps) == 1
    if not is_one:
        st.caption(label)
    given = {}
    for gap in field.gaps:
        key, drafted = f"{slot.key}:{gap.id}", before.get(gap.id)
        slot.start(key, drafted if isinstance(drafted, str) else "")
        with st.container(key=f"{key}-row", horizontal=True, vertical_alignment="bottom", gap="small"):
            given[gap.id] = st.text_input(
                label if is_one else gap.text[slot.language],
                key=key,
                on_change=slot.noted,
                max_chars=MOST_LETTERS,
                width=420,
                autocomplete="off",
                disabled=slot.is_closed,
            )
            show_verdict(slot.marked.verdict(gap.id, given[gap.id]), key, slot.language)
    return given
