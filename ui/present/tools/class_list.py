"""The list of a class: pasted or loaded, mended, deleted. Names and numbers, nothing more."""

import streamlit as st

from classroom import ClassList, Roster, forget_roster, keep_roster, read_file, read_list
from courseware.problem import ReaderError
from ui.present.tools.classes import choose_class, edit_list
from ui.present.tools.overlay import Overlay
from ui.prose import literal
from ui.wording import say

_LEFT_OUT_SHOWN = 5


def class_list(overlay: Overlay, now: Roster | None) -> None:
    """Draws the list of this class to be changed, or an empty one for a first class."""
    language = overlay.language
    with st.container(key="tool-class-list", gap="small"):
        if now is None:
            choose_class(overlay)
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
            file = right.file_uploader(say("tool_list_file", language), type=["csv", "txt", "xlsx", "xls"])
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
    edit_list(False)
    _tell(overlay, read)
    st.rerun()


def _tell(overlay: Overlay, read: ClassList) -> None:
    language = overlay.language
    st.toast(say("tool_list_kept", language, n=len(read.entries)))
    for text in read.left_out[:_LEFT_OUT_SHOWN]:
        st.toast(literal(text[language]))


def _row(overlay: Overlay, now: Roster) -> None:
    language = overlay.language

    def forgotten() -> None:
        forget_roster(overlay.visit.store, now.class_name)
        edit_list(False)
        overlay.touch()

    with st.container(horizontal=True, gap="small"):
        st.button(say("tool_list_back", language), key="tool-list-back", on_click=lambda: edit_list(False))
        with st.popover(say("tool_forget", language), key="tool-forget", type="tertiary"):
            st.markdown(say("tool_forget_why", language, one=literal(now.class_name), n=len(now.members)))
            st.button(
                say("tool_forget_now", language), key="tool-forget-now", on_click=forgotten, type="primary"
            )
