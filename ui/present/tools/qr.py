"""The lesson's address as a QR code, and in large letters beside it; that of its room while one is open."""

from typing import Final

import segno
import streamlit as st

from classroom import keep_tool_note, tool_note
from classroom.live import room_of
from courseware.interface import both, say
from courseware.problem import ReaderError
from courseware.text import Text
from ui.present.display_language import both_in_line, fitted, tell
from ui.present.tools.overlay import Overlay
from ui.prose import literal
from ui.session import SessionKey
from web.access.caller import is_this_computer
from web.own_address import base_of, in_network, read_base


def show(overlay: Overlay) -> None:
    """Draws code, address, and the field in which the address is corrected."""
    base = _base(overlay)
    room = room_of(overlay.visit.store, overlay.lesson.id, overlay.presenter)
    address = f"{base}/{overlay.lesson.id}" if room is None else f"{base}/live/{room.code}"
    picture, words = st.columns((0.5, 0.5), gap="large", vertical_alignment="center")
    with picture, st.container(key="tool-code"):
        uri = segno.make(address, error="m", micro=False).svg_data_uri(border=4, light="#fff", scale=10)
        st.html(f'<img src="{uri}" alt="{say("tool_qr", overlay.language)}">')
    with words:
        with fitted("tool-address"):
            tell(overlay.lesson.title, overlay.display_language, "tool-address")
            with st.container(key="tool-url"):
                st.markdown(f"**{literal(address)}**")
        if is_this_computer(st.get_option("server.address") or ""):
            st.warning(both_in_line(both("tool_only_here"), overlay.display_language))
        else:
            st.markdown(both_in_line(both("tool_guests"), overlay.display_language))
        _correct(overlay, base)


def _base(overlay: Overlay) -> str:
    kept = tool_note(overlay.visit.store, "address")
    seen = base_of(st.context.url or "http://localhost:8501/present", in_network)
    return str(kept) if kept else seen


_BASE: Final = SessionKey("tool-base", "")
_WRONG: Final = SessionKey[Text | None]("tool-base-wrong", None)


def _correct(overlay: Overlay, base: str) -> None:
    def corrected() -> None:
        said = _BASE.get()
        try:
            keep_tool_note(overlay.visit.store, "address", read_base(said) if said.strip() else "")
        except ReaderError as error:
            _WRONG.set(error.text)
            return
        _WRONG.set(None)
        overlay.touch()

    wrong = _WRONG.get()
    if wrong is None:
        _BASE.set(base)
    st.text_input(say("tool_base", overlay.language), key=_BASE.name, on_change=corrected)
    if wrong is not None:
        st.error(wrong[overlay.language])
