"""The desk: every file of the course with its state, or one of them open to be written."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from course.files import FileEntry, find, look, stamp
from courseware.interface import say
from ui.desk.author import ask_author, author_here, change_author, remember_author
from ui.desk.bin import show_bin, tell_deleted
from ui.desk.listing import show_listing
from ui.desk.making import make_new, to_open
from ui.desk.tasks import PAGES, show_task, task_links
from ui.desk.watching import watch_files
from ui.desk.workbench import workbench
from ui.prose import literal
from ui.visit import Visit
from web.access.key import key_here
from web.addresses import DESK, tell_address

_STYLE = Path(__file__).with_name("desk.css")


def desk_page(visit: Visit, pages: Mapping[str, Any]) -> None:
    """Draws the desk."""
    language = visit.language
    st.html(_STYLE)
    look()
    now = stamp()
    begun = to_open()
    if begun:
        st.query_params["file"] = begun[-1]
    tell_address()
    asked, author = st.query_params.get("file"), author_here()
    entry, doing = find(asked) if asked else None, st.query_params.get("do", "")
    if doing in PAGES:
        show_task(visit, pages, doing)
    elif entry is not None and author:
        workbench(visit, pages, entry, author)
    else:
        if asked and entry is None:
            st.warning(say("desk_no_file", language, file=literal(asked)))
        _front(visit, pages, author, entry)
    remember_author()
    watch_files(now)
    begun.clear()


def _front(visit: Visit, pages: Mapping[str, Any], author: str, asked: FileEntry | None) -> None:
    language = visit.language
    st.title(say("desk", language), anchor=False)
    with st.container(key="desk-front", horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(say("desk_lead", language), width="content")
        st.space("stretch")
        if author:
            change_author(language)
        make_new(visit, author)
        if visit.student.kind != "owner" or key_here().is_set:
            st.markdown(f"[{say('desk_leave', language)}](/{DESK}/leave)", width="content")
        task_links(visit, pages)
    if not author:
        ask_author(visit, asked.name if asked else "")
    tell_deleted(visit)
    show_listing(visit, pages)
    show_bin(visit, author)
