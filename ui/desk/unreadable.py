"""A file that is no UTF-8 text: what it seems to be, the button that converts it, and its history."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from classroom import Why, replace_unreadable, revisions_of, text_of
from course.files import FileEntry, look
from courseware.encoding import guess_code
from courseware.interface import both, say
from courseware.problem import ProblemsFoundError, ReaderError
from courseware.source import decode
from courseware.text import Text, in_each
from ui.desk.back import back_to_files
from ui.desk.history import MOST, choose_revision
from ui.desk.said import REVISION, SAID
from ui.desk.sheet import close, keep_draft, sheet_if_open
from ui.prose import literal
from ui.visit import Visit


@dataclass(frozen=True)
class Unreadable:
    """Why a file cannot be shown, and its bytes if those at least can be read."""

    why: Text
    data: bytes | None


def error_in(entry: FileEntry) -> Unreadable | None:
    """What keeps the text of a file from being shown; None if nothing does, or if it is not there."""
    try:
        data = entry.file.data()
    except ReaderError as error:
        return Unreadable(error.text, None)
    try:
        text = "" if data is None else decode(data, entry.name)
    except ProblemsFoundError as error:
        first = error.problems[0]
        return Unreadable(in_each(first.tell), data)
    if "\0" in text:
        return Unreadable(both("desk_not_text"), data)
    return None


def show_unreadable(
    visit: Visit, pages: Mapping[str, Any], entry: FileEntry, author: str, error: Unreadable
) -> None:
    """Draws what is the matter, the offer to convert it, and what the file said before."""
    language = visit.language
    _put_away(visit, entry)
    with st.container(key="desk-head", horizontal=True, vertical_alignment="center", gap="small"):
        back_to_files(pages, language)
        st.markdown(f"**{literal(entry.name)}**", width="content")
    if told := SAID.pop():
        st.error(told[language])
    st.error(literal(error.why[language]))
    _offer(visit, entry, author, error)
    known = {one.id: one for one in revisions_of(visit.store, entry.name)[:MOST]}
    if not known:
        return
    st.subheader(say("desk_pane_history", language), anchor=False)
    chosen = choose_revision(known, REVISION(entry.name), language)
    words = text_of(visit.store, chosen)
    if words is None:
        return
    st.button(
        say("desk_restore", language),
        key="desk-restore",
        icon=":material/history:",
        on_click=_replace,
        args=(visit, entry, words, error.data),
        kwargs={"author": author, "why": "restored"},
    )
    st.code(words, language="yaml", height=360)


def _put_away(visit: Visit, entry: FileEntry) -> None:
    """Keeps what stands unsaved in the editor of this session, which cannot go on from this file."""
    sheet = sheet_if_open(entry.name)
    if sheet is not None:
        keep_draft(visit, sheet, sheet.live().text)
        close(entry.name)


def _offer(visit: Visit, entry: FileEntry, author: str, error: Unreadable) -> None:
    language = visit.language
    guess = guess_code(error.data) if error.data is not None else None
    if guess is None:
        st.markdown(say("desk_no_code", language))
        return
    st.markdown(say("desk_guessed", language, code=guess.code))
    st.code(guess.sample, language=None)
    st.button(
        say("desk_convert", language, code=guess.code),
        key="desk-convert",
        type="primary",
        icon=":material/translate:",
        on_click=_replace,
        args=(visit, entry, guess.text, error.data),
        kwargs={"author": author, "why": "converted"},
    )


def _replace(
    visit: Visit, entry: FileEntry, words: str, seen: bytes | None, *, author: str, why: Why
) -> None:
    """Writes a text that can be read into the file; a callback's work."""
    try:
        replace_unreadable(visit.store, entry.file, words, seen=seen, author=author, why=why)
    except ReaderError as error:
        SAID.set(error.text)
        return
    look()
