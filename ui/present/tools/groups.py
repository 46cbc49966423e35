"""The class in groups: everybody who is present, mixed anew when asked, the same after a reload."""

from math import ceil
from typing import Final

import streamlit as st

from classroom import Roster, grouped, keep_tool_note
from classroom.teaching.grouping import SIZES, Mix, mix_of
from courseware.interface import both, say
from ui.present.display_language import both_in_line, fitted
from ui.present.tools.class_list import class_list
from ui.present.tools.classes import class_row, is_editing
from ui.present.tools.overlay import Overlay
from ui.prose import literal
from ui.session import SessionKey

_ROOM: Final = (60.0, 28.0)
"""What the groups may fill of the screen, in the units in which it is 64 wide."""
_FRAME: Final = (3.2, 1.2)
"""What stands around the names of a group, in em."""

_SIZE: Final = SessionKey("tool-size", 0)


def show(overlay: Overlay) -> None:
    """Draws the groups as they were mixed last."""
    now = overlay.roster()
    if now is None or is_editing():
        class_list(overlay, now)
        return
    mix = mix_of(overlay.visit.store, now.class_name)
    _buttons(overlay, now, mix)
    made = grouped(now, mix.size, mix.turn)
    if not made:
        st.markdown(both_in_line(both("tool_nobody"), overlay.display_language))
        return
    widest = max(wide(now.shown(member)) for member in now.present)
    columns = columns_for(len(made), widest, len(made[0]))
    st.html(f"<style>.st-key-fit-tool-groups {{ --columns: {columns}; }}</style>")
    with fitted("tool-groups"):
        for number, group in enumerate(made, 1):
            with st.container(key=f"tool-group-{number}", gap=None):
                st.markdown(f"**{number}**")
                for member in group:
                    st.markdown(literal(now.shown(member)))


def columns_for(groups: int, widest: float, most: int) -> int:
    """In how many columns the letters come out largest: names up to `widest` em, up to `most` in a group.

    >>> columns_for(8, 3, 4), columns_for(8, 12, 4), columns_for(1, 3, 4)
    (4, 3, 1)
    """

    def size(columns: int) -> float:
        across = _ROOM[0] / (columns * (widest + _FRAME[0]))
        down = _ROOM[1] / (ceil(groups / columns) * (most * 1.25 + _FRAME[1]))
        return min(across, down)

    return max(range(1, groups + 1), key=size)


def wide(name: str) -> float:
    """How wide a name is, in em: a Chinese character takes one, a letter a little more than a half.

    >>> wide("李华"), wide("Wu Min")
    (2.0, 3.3)
    """
    return round(sum(1.0 if ord(letter) > 0x2E80 else 0.55 for letter in name), 2)


def _buttons(overlay: Overlay, now: Roster, mix: Mix) -> None:
    def keep(size: int, turn: int) -> None:
        keep_tool_note(overlay.visit.store, "groups", {"size": size, "turn": turn}, now.class_name)
        overlay.touch()

    with st.container(key="tool-head-groups", horizontal=True, gap="small", vertical_alignment="center"):
        st.button(
            say("tool_shuffle", overlay.language),
            key="tool-again",
            on_click=lambda: keep(mix.size, mix.turn + 1),
            type="primary",
        )
        _SIZE.set(mix.size)
        st.segmented_control(
            say("tool_size", overlay.language),
            SIZES,
            key=_SIZE.name,
            required=True,
            on_change=lambda: keep(_SIZE.get() or mix.size, mix.turn),
            format_func=str,
            label_visibility="visible",
        )
        class_row(overlay, now)
