"""A step that is read."""

from dataclasses import dataclass
from typing import ClassVar

import streamlit as st

from lessons import Lesson, ReadStep
from ui.components.drawing import drawing
from ui.prose import prose
from ui.visit import Visit


@dataclass(frozen=True)
class ReadOnScreen:
    """A passage; nothing is asked."""

    step: ReadStep
    draws_claim: ClassVar[bool] = False

    def show(self, visit: Visit, _: Lesson) -> None:
        """Draws the text, its drawing beside it where there is room and under it elsewhere."""
        if self.step.drawing is None:
            self._tell(visit)
            return
        with st.container(key="read-beside", horizontal=True, gap="large"):
            with st.container(key="read-text", width="stretch"):
                self._tell(visit)
            with st.container(key="read-drawing", width="stretch"):
                drawing(self.step.drawing, visit.language)

    def _tell(self, visit: Visit) -> None:
        st.markdown(prose(self.step.text[visit.language], visit.language))

    def is_ahead(self, _visit: Visit, _lesson: Lesson) -> bool:
        """Never: nothing is asked."""
        return False

    def answers_of(self) -> object:
        """Nothing: it asks no questions of the banks."""
        return None

    def widgets_of(self) -> object:
        """Nothing but its kind."""
        return "read"
