"""A class list is brought in: pasted or as a file, looked at with all that it would change, then kept."""

from collections.abc import Iterable
from typing import Final

import streamlit as st

from classroom import ClassList, RosterEntry, keep_roster, read_file, read_list, school_class
from classroom.teaching.rosters import RosterChange, roster_change
from courseware.interface import say
from courseware.problem import ReaderError
from ui.classes.entry_code import show_way_in
from ui.prose import literal
from ui.session import SessionKey
from ui.visit import Visit

_TYPES: Final = ["csv", "tsv", "txt", "xlsx", "xls", "xml", "html", "htm"]
_READ: Final = SessionKey[tuple[str, ClassList] | None]("classes-read", None)
_MOST_SHOWN: Final = 50
_KEPT: Final = SessionKey[tuple[str, RosterChange] | None]("classes-kept", None)
"""The class that was kept a moment ago, and what it changed."""
CHOSEN: Final = SessionKey[str | None]("classes-chosen", None)
"""The class that the page shows; a list that was kept is shown next."""


def import_list(visit: Visit, class_name: str) -> None:
    """Draws the form, and once a list was read what keeping it would do."""
    language = visit.language
    with st.form("classes-import", border=False):
        name = st.text_input(say("class_label", language), class_name, max_chars=80)
        words = st.text_area(
            say("tool_list_paste", language), placeholder=say("tool_list_example", language), height=140
        )
        file = st.file_uploader(say("tool_list_file", language), type=_TYPES)
        if st.form_submit_button(say("classes_look", language), type="primary"):
            _read(visit, name, words, file.getvalue() if file else None)
    read = _READ.get()
    if read is not None:
        _preview(visit, *read)
    elif (kept := _KEPT.get()) is not None:
        _kept(visit, *kept)


def _read(visit: Visit, name: str, words: str, file: bytes | None) -> None:
    _READ.pop()
    _KEPT.pop()
    if not name.strip():
        st.error(say("class_no_name", visit.language))
        return
    try:
        _READ.set((name, read_list(words) if file is None else read_file(file)))
    except ReaderError as error:
        st.error(error.text[visit.language])


def _preview(visit: Visit, name: str, read: ClassList) -> None:
    """Who is new, who is called otherwise, who leaves, and what of the file is in none of these."""
    language = visit.language
    change = roster_change(visit.store, name, read.entries)
    with st.container(border=True, key="classes-preview"):
        st.markdown(say("classes_preview", language, one=literal(name), **_counts(change)))
        _told(visit, change)
        if read.report:
            told = [f"- {literal(text[language])}" for text in read.report[:_MOST_SHOWN]]
            if len(read.report) > len(told):
                told.append(f"- {say('tool_list_more', language, n=len(read.report) - len(told))}")
            st.warning("\n".join([say("classes_told", language, n=len(read.entries)), "", *told]))
        with st.container(horizontal=True, gap="small"):
            st.button(
                say("classes_keep", language, n=len(read.entries)),
                key="classes-keep",
                type="primary",
                on_click=lambda: _keep(visit, name, read),
            )
            st.button(say("classes_drop", language), key="classes-drop", on_click=_drop)


def _drop() -> None:
    _READ.pop()


def _told(visit: Visit, change: RosterChange) -> None:
    language = visit.language
    changed = (f"{_named(old)} → {_named(new)}" for old, new in change.changing)
    for word, names in (
        ("classes_joining", map(_named, change.joining)),
        ("classes_changing", changed),
        ("classes_leaving", map(_named, change.leaving)),
    ):
        _names(say(word, language), names)


def _names(head: str, names: Iterable[str]) -> None:
    shown = [f"- {literal(name)}" for name in names]
    if shown:
        with st.expander(f"{head} ({len(shown)})", expanded=len(shown) <= 10):
            st.markdown("\n".join(shown))


def _named(entry: RosterEntry) -> str:
    return " · ".join(filter(None, [entry.number, entry.name]))


def _counts(change: RosterChange) -> dict[str, int]:
    return {
        "joining": len(change.joining),
        "changing": len(change.changing),
        "leaving": len(change.leaving),
        "staying": change.staying,
    }


def _keep(visit: Visit, name: str, read: ClassList) -> None:
    change = roster_change(visit.store, name, read.entries)
    kept = keep_roster(visit.store, name, read.entries)
    CHOSEN.set(kept.class_name)
    _READ.pop()
    _KEPT.set((kept.class_name, change))


def _kept(visit: Visit, name: str, change: RosterChange) -> None:
    """What became of the class, and at once how its students come in; until another list is read."""
    of, language = school_class(visit.store, name), visit.language
    if of is None or name != CHOSEN.get():
        return
    with st.container(border=True, key="class-code-kept"):
        n = len(change.joining) + len(change.changing) + change.staying
        st.success(say("classes_kept", language, one=literal(name), n=n, **_counts(change)))
        st.markdown(say("classes_kept_next", language))
        show_way_in(visit, of)
        _told(visit, change)
