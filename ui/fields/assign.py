"""Rows given their choices, on a page: a list of choices beside each row."""

from collections.abc import Mapping

import streamlit as st

from course.media import references_in
from courseware.interface import say
from courseware.text import Language
from exercises import Assign, Option
from ui.fields.row_marks import show_verdict
from ui.fields.slot import Json, Slot
from ui.media import with_media, without_media


def ask(field: Assign, slot: Slot) -> Json:
    """The choices of the rows that have one."""
    language, key, draft = slot.language, slot.key, slot.draft
    before: Mapping[str, str] = draft if isinstance(draft, dict) else {}
    ids = [choice.id for choice in field.choices]
    given = {}
    st.caption(field.label[language])
    _show_choices(field.choices, language)
    for row in field.rows:
        name = f"{key}:{row.id}"
        slot.start(name, before.get(row.id) if before.get(row.id) in ids else None)
        words, choice = st.columns([0.55, 0.45], vertical_alignment="center")
        given[row.id] = choice.selectbox(
            without_media(row.text[language]),
            ids,
            index=None,
            format_func=slot.names(field.choices, without_media),
            key=name,
            on_change=slot.noted,
            disabled=slot.is_closed,
            placeholder=say("choose", language),
            label_visibility="collapsed",
        )
        with words, st.container(gap="xsmall"):
            st.markdown(with_media(row.text[language]))
            show_verdict(slot.marked.verdict(row.id, given[row.id]), name, language)
    return {row: choice for row, choice in given.items() if choice is not None}


def _show_choices(choices: tuple[Option, ...], language: Language) -> None:
    """The choices above their rows if one of them shows something: a list that opens shows words alone."""
    texts = [choice.text[language] for choice in choices]
    if any(any(references_in(text)) for text in texts):
        for text in texts:
            st.markdown(with_media(text))
