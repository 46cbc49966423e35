"""The sheet over a slide on which a class tool is drawn, the same in every window."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Final

import streamlit as st

from classroom import Roster, class_names, keep_tool_note, roster, tool_note
from courseware.text import Language
from lessons import Lesson
from ui.present.state import State, Tongue, Tool
from ui.present.tongue import main_language
from ui.trouble import guarded
from ui.visit import Visit

_STYLE: Final = Path(__file__).with_name("tools.css")


@dataclass(frozen=True)
class Overlay:
    """Where a tool is drawn: over which lesson, in which language.

    `touch` has every window drawn anew; a tool calls it once it has changed something in the record.
    """

    visit: Visit
    lesson: Lesson
    tongue: Tongue
    touch: Callable[[], None]

    @property
    def language(self) -> Language:
        """The language of what is said only once."""
        return main_language(self.tongue)

    @property
    def class_name(self) -> str:
        """The class that sits in front of this lesson: the one chosen last, else the first; "" if none."""
        known = class_names(self.visit.store)
        chosen = tool_note(self.visit.store, "class", self.lesson.id)
        return str(chosen) if chosen in known else next(iter(known), "")

    def choose_class(self, name: str) -> None:
        """Makes this the class in front of the lesson."""
        keep_tool_note(self.visit.store, "class", name, self.lesson.id)

    def roster(self) -> Roster | None:
        """Its students today; None if no class has a roster yet."""
        return roster(self.visit.store, self.class_name)


def draw_tool(overlay: Overlay, tool: Tool | None) -> None:
    """Draws the tool that is open, if it is one that the server draws."""
    with st.container(key="stage-tool"):
        if tool is None or tool == "timer":
            return
        st.html(_STYLE)
        with st.container(key=f"tool-of-{tool}", gap="small"):
            guarded(
                lambda: import_module(f"ui.present.tools.{tool}").show(overlay),
                overlay.language,
            )


def follow(overlay: Overlay, before: State, after: State) -> None:
    """Prepares a tool that has just been opened. A callback's work."""
    if after.tool == before.tool or after.tool is None:
        return
    if after.tool == "pick":  # what was called before this moment is yesterday's news
        now = overlay.roster()
        last = now.called[0] if now is not None and now.called else 0
        keep_tool_note(overlay.visit.store, "pick", last, overlay.class_name)
