"""The sheet over a slide on which a class tool is drawn, the same in every window."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Final

import streamlit as st

from classroom import (
    Presented,
    Roster,
    class_names,
    keep_tool_note,
    name_class,
    presented,
    roster,
    tool_note,
)
from courseware.language import DisplayLanguage
from courseware.text import Language
from lessons import Lesson
from ui.errors import guarded
from ui.present.display_language import main_language
from ui.present.state import State, Tool
from ui.visit import Visit

_STYLE: Final = Path(__file__).with_name("tools.css")


@dataclass(frozen=True)
class Overlay:
    """Where a tool is drawn: over which lesson, in which language.

    `touch` has every window drawn anew; a tool calls it once it has changed something in the record.
    `presenter` is whose presentation it is.
    """

    visit: Visit
    lesson: Lesson
    display_language: DisplayLanguage
    touch: Callable[[], None]
    presenter: str = ""

    @property
    def language(self) -> Language:
        """The language of what is said only once."""
        return main_language(self.display_language)

    @property
    def class_name(self) -> str:
        """The class in front of this lesson: the one that the speaker view names, else the one that had its
        last list chosen, else the first of those with a list; "" if there is none.
        """
        now = self._presented()
        if now is not None and now.class_name:
            return now.class_name
        known = class_names(self.visit.store)
        chosen = tool_note(self.visit.store, "class", self.lesson.id)
        return str(chosen) if chosen in known else next(iter(known), "")

    @property
    def run(self) -> int:
        """Which presentation of the lesson it is; what the last class left is not for the next one."""
        now = self._presented()
        return now.run if now is not None else 0

    def choose_class(self, name: str) -> None:
        """Makes this the class in front of the lesson, for the tools and the clock of the hour."""
        keep_tool_note(self.visit.store, "class", name, self.lesson.id)
        if now := self._presented():
            name_class(self.visit.store, now, name)

    def _presented(self) -> Presented | None:
        return presented(self.visit.store, self.lesson.id, self.presenter)

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
    if after.tool in ("pick", "groups") and (name := overlay.class_name):
        overlay.choose_class(name)
    if after.tool == "pick":  # what was called before this moment is yesterday's news
        now = overlay.roster()
        last = now.called[0] if now is not None and now.called else 0
        keep_tool_note(overlay.visit.store, "pick", last, overlay.class_name)
