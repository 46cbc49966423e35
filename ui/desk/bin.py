"""The bin: files that were deleted, with the way to bring them back."""

import streamlit as st

from classroom import Revision, deleted_files, text_of
from course import files
from courseware.interface import say
from courseware.problem import ReaderError
from ui.desk.file_menu import bring_back
from ui.desk.making import to_open
from ui.desk.moment import clock_time
from ui.desk.said import SAID, TOLD
from ui.prose import literal
from ui.visit import Visit


def tell_deleted(visit: Visit) -> None:
    """Says once above the list what has become of a file that was open."""
    told = TOLD.pop()
    if told is not None:
        st.success(told[visit.language], icon=":material/delete:")
    error = SAID.pop()
    if error is not None:
        st.error(error[visit.language])


def show_bin(visit: Visit, author: str) -> None:
    """Draws what lies in the bin; nothing if it is empty."""
    found = deleted_files(visit.store)
    if not found:
        return
    language = visit.language
    st.header(say("desk_bin", language), anchor=False)
    st.caption(say("desk_bin_why", language))
    with st.container(key="desk-list-bin", gap="xsmall"):
        for one in found:
            who = literal(one.author) if one.author else say("desk_nobody", language)
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f"{literal(one.file)} · {who} · {clock_time(one.at, language)}", width="content")
                st.button(
                    say("desk_bring_back", language),
                    key=f"desk-back-{one.id}",
                    icon=":material/restore_from_trash:",
                    disabled=not author,
                    help=None if author else say("desk_who_first", language),
                    on_click=_back,
                    args=(visit, one, author),
                )


def _back(visit: Visit, one: Revision, author: str) -> None:
    """Brings a file back and opens it; a callback's work."""
    begun, words = to_open(), text_of(visit.store, one.id)
    part, _, name = one.file.partition("/")
    try:
        bring_back(visit, files.entry(part, name).file, words or "", author)
    except ReaderError as error:
        SAID.set(error.text)
        return
    begun.append(one.file)
