"""A name drawn from the class, enormous: the least called first, chance between equals."""

import streamlit as st

from classroom import Member, Roster, call_next, set_absent, tool_note, undo_call
from courseware.interface import both, say
from ui.present.display_language import both_in_line, fitted
from ui.present.tools.class_list import class_list
from ui.present.tools.classes import class_row, is_editing
from ui.present.tools.overlay import Overlay
from ui.prose import literal


def show(overlay: Overlay) -> None:
    """Draws the name that was drawn last since the tool was opened, and what can be done next."""
    now = overlay.roster()
    if now is None or is_editing():
        class_list(overlay, now)
        return
    called = called_here(overlay, now)
    _buttons(overlay, now, called)
    with fitted("tool-name"):
        if called is not None:
            st.markdown(f"**{literal(now.shown(called))}**")
        elif now.present:
            st.markdown("**?**")
            st.caption(both_in_line(both("tool_pick_hint"), overlay.display_language))
        else:
            st.markdown(both_in_line(both("tool_nobody"), overlay.display_language))


def called_here(overlay: Overlay, now: Roster) -> Member | None:
    """Who was called last, if it was after the tool was opened."""
    if now.called is None:
        return None
    since = tool_note(overlay.visit.store, "pick", now.class_name)
    call, who = now.called
    return now.member(who) if not isinstance(since, int) or call > since else None


def _buttons(overlay: Overlay, now: Roster, called: Member | None) -> None:
    store, name = overlay.visit.store, now.class_name

    def another() -> None:
        call_next(store, name)
        overlay.touch()

    def not_here() -> None:
        if called is not None:
            undo_call(store, name)
            absent = [member.id for member in now.members if member.is_absent]
            set_absent(store, name, [*absent, called.id])
            call_next(store, name)
        overlay.touch()

    def undo() -> None:
        undo_call(store, name)
        overlay.touch()

    with st.container(key="tool-head-pick", horizontal=True, gap="small", vertical_alignment="center"):
        st.button(
            say("tool_another", overlay.language),
            key="tool-again",
            on_click=another,
            type="primary",
            disabled=not now.present,
        )
        st.button(
            say("tool_not_here", overlay.language),
            key="tool-not-here",
            on_click=not_here,
            disabled=called is None,
        )
        st.button(say("tool_undo", overlay.language), key="tool-undo", on_click=undo, disabled=called is None)
        class_row(overlay, now)
