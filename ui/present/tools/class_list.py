"""The list of a class: pasted or loaded, mended, deleted. Names and numbers, nothing more."""

from typing import Final

import streamlit as st

from classroom import ClassList, Roster, forget_roster, keep_roster, read_file, read_list
from courseware.interface import say
from courseware.problem import ReaderError
from courseware.text import Language
from ui.present.tools.classes import choose_class, edit_list
from ui.present.tools.overlay import Overlay
from ui.prose import literal
from ui.session import SessionKey

_TYPES = ["csv", "tsv", "txt", "xlsx", "xls", "xml", "html", "htm"]
_REPORT: Final = SessionKey("tool-list-report", ("", ClassList(())))
_FILE: Final = SessionKey("tool-list-file", 0)
_MOST_SHOWN = 50
"""Words of a report on the page; a list of which more is wrong is the wrong file."""


def class_list(overlay: Overlay, now: Roster | None) -> None:
    """Draws the list of this class to be changed, or an empty one for a first class."""
    language = overlay.language
    with st.container(key="tool-class-list", gap="small"):
        if now is None:
            choose_class(overlay)
        _show_report(language, now)
        st.markdown(say("tool_list_why", language))
        with st.form("tool-class-form", border=False):
            left, right = st.columns((0.55, 0.45), gap="large")
            words = left.text_area(
                say("tool_list_paste", language),
                value=now.as_list() if now else "",
                placeholder=say("tool_list_example", language),
                height=300,
            )
            name = right.text_input(
                say("class_label", language), value=now.class_name if now else overlay.class_name
            )
            # once a file was kept its place is empty again, so that what is mended in the text counts
            again = f"{_FILE.name}-{_FILE.get()}"
            file = right.file_uploader(say("tool_list_file", language), type=_TYPES, key=again)
            is_sent = right.form_submit_button(say("tool_list_save", language), type="primary")
        if is_sent:
            _keep(overlay, name, words, file.getvalue() if file else None)
        if now is not None:
            _row(overlay, now)


def _keep(overlay: Overlay, name: str, words: str, file: bytes | None) -> None:
    language = overlay.language
    try:
        read = read_list(words) if file is None else read_file(file)
        kept = keep_roster(overlay.visit.store, name, read.entries)
    except ReaderError as error:
        st.error(error.text[language])
        return
    overlay.choose_class(kept.class_name)
    overlay.touch()
    st.toast(say("tool_list_kept", language, n=len(read.entries)))
    _REPORT.set((kept.class_name, read))
    _FILE.set(_FILE.get() + 1)
    # what is not in the list is told beside it, where it can be mended
    if read.report:
        edit_list(True)
    else:
        _close()
    st.rerun()


def _show_report(language: Language, now: Roster | None) -> None:
    """What of the file or the text that was kept last is not in this list."""
    class_name, read = _REPORT.get()
    if now is None or now.class_name != class_name or not read.report:
        return
    with st.container(key="tool-list-report", height=200 if len(read.report) > 3 else "content"):
        told = [f"- {literal(text[language])}" for text in read.report[:_MOST_SHOWN]]
        if len(read.report) > len(told):
            told.append(f"- {say('tool_list_more', language, n=len(read.report) - len(told))}")
        st.warning("\n".join([say("tool_list_told", language, n=len(read.entries)), "", *told]))


def _close() -> None:
    _REPORT.pop()
    edit_list(False)


def _row(overlay: Overlay, now: Roster) -> None:
    language = overlay.language

    def forgotten() -> None:
        forget_roster(overlay.visit.store, now.class_name)
        _close()
        overlay.touch()

    with st.container(horizontal=True, gap="small"):
        back = "tool_list_done" if _REPORT.is_kept else "tool_list_back"
        st.button(say(back, language), key="tool-list-back", on_click=_close)
        with st.popover(say("tool_forget", language), key="tool-forget", type="tertiary"):
            st.markdown(say("tool_forget_why", language, one=literal(now.class_name), n=len(now.members)))
            st.button(
                say("tool_forget_now", language), key="tool-forget-now", on_click=forgotten, type="primary"
            )
