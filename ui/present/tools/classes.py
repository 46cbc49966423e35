"""Which class it is and who is absent: a row above the draw of names and above the groups."""

from typing import Final

import streamlit as st

from classroom import Roster, class_names, set_absent
from courseware.interface import both, say
from ui.present.display_language import both_in_line
from ui.present.tools.overlay import Overlay
from ui.session import SessionKey, SessionKeys

_EDITING: Final = SessionKey("tool-editing", False)
_CLASS: Final = SessionKey("tool-class", "")
_ABSENT: Final = SessionKeys[list[int] | None]("tool-absent-{}", None)
"""Who is absent of each class."""


def class_row(overlay: Overlay, now: Roster) -> None:
    """Draws the choice of the class, its absent students, and the way to its list."""
    choose_class(overlay)
    _absent(overlay, now)
    st.button(
        say("tool_list", overlay.language),
        key="tool-list",
        on_click=lambda: edit_list(True),
        type="tertiary",
    )


def is_editing() -> bool:
    """Whether the list of the class is open in this window."""
    return _EDITING.get()


def edit_list(is_open: bool) -> None:
    """Opens or closes the list in this window; a callback's work."""
    _EDITING.set(is_open)


def choose_class(overlay: Overlay) -> None:
    """Draws the choice of the class, where there is more than one."""
    known = dict.fromkeys((*class_names(overlay.visit.store), overlay.class_name))
    if len(known) < 2:
        return

    def chosen() -> None:
        overlay.choose_class(_CLASS.get())
        overlay.touch()

    _CLASS.set(overlay.class_name)
    st.selectbox(
        say("class_label", overlay.language),
        tuple(known),
        key=_CLASS.name,
        on_change=chosen,
        label_visibility="collapsed",
        width=260,
    )


def _absent(overlay: Overlay, now: Roster) -> None:
    names = {member.id: now.shown(member) for member in now.members}
    absent = [member.id for member in now.members if member.is_absent]
    kept = _ABSENT(now.class_name)

    def marked() -> None:
        set_absent(overlay.visit.store, now.class_name, kept.get() or [])
        overlay.touch()

    kept.set(absent)
    with st.popover(say("tool_absent", overlay.language, n=len(absent)), key="tool-absent", type="tertiary"):
        st.pills(
            both_in_line(both("tool_absent_hint"), overlay.display_language),
            list(names),
            selection_mode="multi",
            format_func=lambda one: names.get(one, ""),
            key=kept.name,
            on_change=marked,
        )
