"""Somebody writes a file in another editor: the desk looks twice a second and shows it at once."""

import streamlit as st

from ui.desk import files

EVERY = 0.5
"""Seconds between two looks at the times of the files."""

_PLACE = "desk-stamp"


def note_stamp() -> files.Stamp:
    """How the files stand as this run begins; `watch_files` runs the page again when they change."""
    now = files.stamp()
    st.session_state[_PLACE] = now
    return now


@st.fragment(run_every=EVERY)
def watch_files() -> None:
    """Takes no room; runs the page again once a file of the course is another than it was."""
    if files.stamp() != st.session_state.get(_PLACE):
        files.look()
        st.rerun()
