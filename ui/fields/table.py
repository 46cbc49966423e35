"""A table to fill in, on a page: row by row, each cell under the head of its column."""

from collections.abc import Mapping

import streamlit as st

from courseware.interface import say
from courseware.text import Text
from exercises.fields import TableCell, TableField
from ui.controls import with_unit
from ui.fields.row_marks import show_verdict
from ui.fields.slot import Json, Slot
from ui.media import with_media, without_media


def ask(field: TableField, slot: Slot) -> Json:
    """What was typed or chosen in each cell that has something in it."""
    draft: Mapping[str, Json] = slot.draft if isinstance(slot.draft, dict) else {}
    given: dict[str, Json] = {}
    st.caption(field.label[slot.language])
    for number, row in enumerate(field.rows):
        with st.container(border=True, gap="xsmall", key=f"{slot.key}-row-{number}"):
            st.markdown(f"**{with_media(_headed(field, row.text)[slot.language])}**")
            for place, column, cell in zip(
                st.columns(len(field.columns)), field.columns, row.cells, strict=True
            ):
                with place:
                    if cell.given is not None:
                        st.caption(column[slot.language])
                        st.markdown(with_media(cell.given[slot.language]))
                    else:
                        given[cell.id] = _ask(cell, column, slot, draft.get(cell.id))
                        verdict = slot.marked.verdict(cell.id, given[cell.id])
                        show_verdict(verdict, f"{slot.key}:{cell.id}", slot.language)
    return {name: value for name, value in given.items() if value}


def _headed(field: TableField, text: Text) -> Text:
    """The words of a row, behind what stands above all of them."""
    corner = field.corner
    return text if corner is None else text.each(lambda one: f"{corner[one]} · {text[one]}")


def _ask(cell: TableCell, column: Text, slot: Slot, draft: Json) -> Json:
    key = f"{slot.key}:{cell.id}"
    if not cell.options:
        slot.start(key, draft if isinstance(draft, str) else "")
        return st.text_input(
            with_unit(column, cell.unit, slot.language),
            key=key,
            on_change=slot.noted,
            max_chars=60,
            autocomplete="off",
            disabled=slot.is_closed,
        )
    ids = [option.id for option in cell.options]
    slot.start(key, draft if draft in ids else None)
    return st.selectbox(
        column[slot.language],
        ids,
        index=None,
        format_func=slot.names(cell.options, without_media),
        key=key,
        on_change=slot.noted,
        disabled=slot.is_closed,
        placeholder=say("choose", slot.language),
    )
