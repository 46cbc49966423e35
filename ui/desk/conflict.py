"""Two have written in one file: both texts side by side, and three ways on; none of them loses a word."""

import streamlit as st

from classroom.revisions.history import newest
from courseware.interface import say
from courseware.problem import ReaderError
from ui.desk.difference import as_table, compare
from ui.desk.moment import clock_time
from ui.desk.said import PANE, REVISION, SAID
from ui.desk.sheet import OpenFile, save, set_aside, sheet_of, with_line_feeds
from ui.visit import Visit


def show_conflict(visit: Visit, sheet: OpenFile, live: str) -> None:
    """Draws what somebody else has written beside what stands in the editor, and the ways on."""
    language = visit.language
    with st.container(border=True, key="desk-conflict"):
        st.markdown(f":material/call_split: **{say('desk_conflict', language)}** {_by_whom(visit, sheet)}")
        if sheet.theirs is None:
            st.markdown(say("desk_gone", language))
        else:
            rows = compare(with_line_feeds(sheet.theirs), live)
            with st.container(height=320, key="desk-conflict-texts"):
                st.html(as_table(rows, say("desk_theirs", language), say("desk_mine", language)))
        _ways_on(visit, sheet)


def _by_whom(visit: Visit, sheet: OpenFile) -> str:
    latest = newest(visit.store, sheet.entry.name)
    if latest is None:
        return ""
    when = clock_time(latest.at, visit.language)
    if not latest.author:
        return say("desk_conflict_outside", visit.language, when=when)
    return say("desk_conflict_by", visit.language, who=latest.author, when=when)


def _ways_on(visit: Visit, sheet: OpenFile) -> None:
    language = visit.language

    name = sheet.entry.name

    def theirs() -> None:
        now = sheet_of(name)
        set_aside(visit, now, now.live().text)

    def beside() -> None:
        theirs()
        PANE(name).set("history")
        REVISION(name).pop()

    def mine() -> None:
        now = sheet_of(name)
        try:
            save(visit, now, now.live().text, why="replaced")
        except ReaderError as error:
            SAID.set(error.text)

    with st.container(horizontal=True, gap="small"):
        if sheet.theirs is not None:
            st.button(say("desk_go_on_beside", language), key="desk-beside", on_click=beside, type="primary")
        st.button(say("desk_save_mine", language), key="desk-mine", on_click=mine)
        if sheet.theirs is not None:
            st.button(say("desk_take_theirs", language), key="desk-take", on_click=theirs)
    st.caption(say("desk_conflict_kept", language))
