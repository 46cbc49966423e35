"""A form beside the text for the commonest changes; each changes its own characters and no others."""

from collections.abc import Sequence
from functools import partial
from itertools import groupby
from typing import Any

import streamlit as st

import authoring.forms.bank
import authoring.forms.lesson
from authoring.forms.field import FormField, filled
from classroom import digest_of
from course.files import FileEntry
from courseware.interface import say
from courseware.problem import ReaderError
from courseware.text import LANGUAGES, Language
from ui.desk.said import SAID
from ui.desk.sheet import OpenFile, sheet_of, show
from ui.session import SessionKey

_ROW = 40
"""So many Latin letters of a passage fit in one line of its field; Chinese ones count twice."""
_WIDE = "\u2e80"


def show_form(sheet: OpenFile, text: str, part: int | None, language: Language) -> None:
    """Draws the fields of a part of `text` by its place (from 0), or of the file as a whole."""
    fields = _fields(sheet.entry, text, part)
    if not fields:
        st.info(say("desk_no_form", language))
        return
    if part is not None:
        st.caption(say(f"desk_form_{sheet.entry.kind}", language, n=part + 1))
    for _, pair in groupby(fields, key=_together):
        _draw(sheet, list(pair), language)


def _fields(entry: FileEntry, text: str, part: int | None) -> tuple[FormField, ...]:
    if entry.kind == "bank":
        return authoring.forms.bank.fields_at(text, part or 0)
    return authoring.forms.lesson.fields_at(text, part, entry.kind)


def _together(field: FormField) -> object:
    """What two fields share that stand beside each other: the sentence whose languages they are."""
    is_language = field.location[-1] in LANGUAGES
    return (*field.location[:-1], "text") if is_language else field.location


def _draw(sheet: OpenFile, pair: Sequence[FormField], language: Language) -> None:
    height = max(_height(str(field.value)) for field in pair)
    if len(pair) == 1:
        _ask(sheet, pair[0], language, height)
        return
    for column, field in zip(st.columns(len(pair), gap="small"), pair, strict=True):
        with column:
            _ask(sheet, field, language, height)


def _height(passage: str) -> int:
    """So many pixels show all of a passage, if it is not too long."""
    rows = sum(1 + sum(2 if letter > _WIDE else 1 for letter in row) // _ROW for row in passage.split("\n"))
    return min(360, max(90, 40 + 24 * rows))


def _ask(sheet: OpenFile, field: FormField, language: Language, height: int) -> None:
    """One field. Its key holds its value, so that what is typed in the text shows here, too."""
    way = "-".join(map(str, field.location))
    key = f"desk-field-{sheet.entry.name}-{way}-{digest_of(str(field.value))[:8]}"
    label, changed = field.label[language], partial(_change, sheet.entry.name, field, key)
    match field.kind:
        case "choice":
            choices = [choice for choice, _ in field.choices]
            names = {choice: name[language] for choice, name in field.choices}
            st.selectbox(
                label,
                choices,
                [choice == field.value for choice in choices].index(True),
                format_func=lambda one: names[one],
                key=key,
                on_change=changed,
            )
        case "number":
            value = _number(field.value)
            way_to_write = "%g" if isinstance(value, float) else None
            st.number_input(label, value=value, key=key, on_change=changed, width=200, format=way_to_write)
        case "several":
            names = {choice: f"{choice} · {name[language]}" for choice, name in field.choices}
            st.multiselect(
                label,
                list(names),
                list(field.value) if isinstance(field.value, tuple) else [],
                format_func=lambda one: names[one],
                key=key,
                on_change=changed,
            )
        case "passage":
            st.text_area(label, str(field.value), key=key, on_change=changed, height=height)
        case _:
            st.text_input(label, str(field.value), key=key, on_change=changed)


def _number(value: object) -> int | float:
    return value if isinstance(value, int | float) else 0


def _change(name: str, field: FormField, key: str) -> None:
    """Writes what the field holds now into the text; a callback's work."""
    sheet = sheet_of(name)
    value = SessionKey[Any](key, None).get()
    if isinstance(value, list):
        value = tuple(sorted(value))
    if value is None or value == field.value:
        return
    try:
        show(sheet, filled(sheet.live().text, field, value))
    except ReaderError as error:
        SAID.set(error.text)
