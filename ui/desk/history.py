"""What a file has said before: who wrote it when and why, how it differs, and the way back to it."""

from collections.abc import Mapping
from functools import lru_cache

import streamlit as st

from classroom import Revision, revisions_of, text_of
from courseware.interface import say
from courseware.problem import ReaderError
from courseware.text import Language
from ui.desk.difference import DiffRow, as_table, compare
from ui.desk.moment import clock_time
from ui.desk.said import REVISION, SAID
from ui.desk.sheet import OpenFile, restore, sheet_of, with_line_feeds
from ui.prose import literal
from ui.session import SessionKey
from ui.visit import Visit

MOST = 200


def show_history(visit: Visit, sheet: OpenFile, live: str) -> None:
    """Draws the list of revisions and how the chosen one differs from what stands in the editor."""
    language = visit.language
    known = {one.id: one for one in revisions_of(visit.store, sheet.entry.name)[:MOST]}
    if not known:
        st.info(say("desk_no_history", language))
        return
    chosen = choose_revision(known, REVISION(sheet.entry.name), language)
    words = text_of(visit.store, chosen)
    if words is not None:
        _compared(visit, sheet, live, known[chosen], words)


def choose_revision(known: Mapping[int, Revision], chosen: SessionKey[int | None], language: Language) -> int:
    """Draws the list of revisions, at least one, and returns the number of the chosen one."""
    if chosen.get() not in known:
        chosen.pop()
    with st.container(key="desk-revisions"):
        return st.radio(
            say("desk_history", language),
            list(known),
            format_func=lambda number: _told(known[number], language),
            key=chosen.name,
            label_visibility="collapsed",
        )


def _compared(visit: Visit, sheet: OpenFile, live: str, one: Revision, words: str) -> None:
    language = visit.language
    rows = _rows(with_line_feeds(words), live)
    if not rows:
        st.caption(say("desk_same_text", language))
        return

    def back() -> None:
        try:
            now = sheet_of(sheet.entry.name)
            restore(visit, now, now.live().text, words)
        except ReaderError as error:
            SAID.set(error.text)

    st.button(say("desk_restore", language), key="desk-restore", icon=":material/history:", on_click=back)
    st.html(as_table(rows, clock_time(one.at, language), say("desk_in_editor", language)))


def _told(one: Revision, language: Language) -> str:
    who = literal(one.author) if one.author else say("desk_nobody", language)
    return f"{clock_time(one.at, language)} · {who} · {say(f'desk_why_{one.why}', language)}"


@lru_cache(maxsize=16)
def _rows(before: str, after: str) -> tuple[DiffRow, ...]:
    return compare(before, after)
