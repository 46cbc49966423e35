"""A question that asks to reach a goal in a simulation: tried on the slide, marked on unseen runs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from courseware.interface import say
from courseware.text import Language
from exercises import ANSWER, Controls, Grade, Variant, grade, reveal, right_response
from simulations.parameter import ParameterValue
from ui.play_setup import PlaySetup, field_setup
from ui.present.display_language import both_in_line, fitted, tell
from ui.present.panel import Beside, for_stage, stage_panel
from ui.present.screen import Screen
from ui.present.setting import Values
from ui.present.sync import tried_values, try_values, unseeded
from ui.scenario import current_values
from ui.session import SessionKey

SOLVED = 2
"""The reveal that tells one setting that does it; the one before shows the simulation."""


@dataclass(frozen=True)
class ControlsOnSlide:
    """The task alone, then the simulation, then a setting that does it."""

    field: Controls

    def show(self, screen: Screen, variant: Variant) -> None:
        """Draws the task until the simulation is revealed; its setting is marked when asked for."""
        if not screen.phase:
            self._task(screen, variant)
            return
        setup = self.setup(screen)
        if screen.phase < SOLVED:
            beside = Beside(self.field.label, verdict=lambda: _try(screen, variant, setup))
        else:
            beside = Beside(
                self.field.label,
                explained=lambda: tell(reveal(variant), screen.display_language, f"reveal-{screen.key}"),
                answer=self.solution(variant),
            )
        stage_panel(screen, setup, beside)

    def part(self, screen: Screen, variant: Variant) -> None:
        """The goals, and once revealed a setting that reaches them; a slide plays with one field alone."""
        tell(self.field.label, screen.display_language, f"goals-{screen.key}-{self.field.name}")
        if screen.phase:
            tell(reveal(variant), screen.display_language, f"reveal-{screen.key}-{self.field.name}")

    def outline(self, language: Language) -> str:
        """The goals."""
        return self.field.label[language] if self.field.label else ""

    def played(self) -> "ControlsOnSlide":
        """The simulation is."""
        return self

    def setup(self, screen: Screen) -> PlaySetup:
        """What is played with to answer the field."""
        return for_stage(field_setup(screen.key, self.field))

    def solution(self, variant: Variant) -> Mapping[str, ParameterValue]:
        """The setting of the controls that reaches every goal; for whom the answer is due."""
        right = right_response(variant)[ANSWER]
        found = right if isinstance(right, Mapping) else {}
        said = {one.name: found.get(one.name) for one in self.field.controls}
        return {name: value for name, value in said.items() if isinstance(value, int | float | str)}

    def _task(self, screen: Screen, variant: Variant) -> None:
        with fitted(f"exercise-{screen.key}"):
            if screen.slide.text is not None:
                tell(screen.slide.text, screen.display_language, f"text-{screen.key}")
            tell(variant.question.stem, screen.display_language, f"stem-{screen.key}")
            with st.container(key=f"question-{screen.key}"):
                tell(self.field.label, screen.display_language, f"goals-{screen.key}")


def _try(screen: Screen, variant: Variant, setup: PlaySetup) -> bool:
    """Marks the setting on the screen when asked; the verdict stays until something is moved.

    It tells what was reached, so that the measures need not: true once it is drawn.
    """
    label, key = say("present_try", screen.language), f"present-try-{screen.key}"
    st.button(label, key=key, on_click=try_values, args=(setup,))
    tried, asked = tried_values(setup), unseeded(current_values(setup))
    if tried is None or unseeded(tried) != asked:
        return False
    found = _marked(variant, asked, f"present-tried-{screen.key}")
    if not isinstance(found, Grade):
        return False
    with fitted(f"beside-verdict-{screen.key}"):
        for part in found.parts:
            if part.label is not None:
                sign = "✓" if part.score >= 1 else "✗"
                st.markdown(f"**{sign}** {both_in_line(part.label, screen.display_language)}")
    return True


def _marked(variant: Variant, asked: Values, place: str) -> object:
    """What the values are worth, marked once as long as they stand."""
    marked = SessionKey[Any](place, None)
    known = marked.get()
    if known is None or known[0] != (variant, asked):
        known = ((variant, asked), grade(variant, {ANSWER: asked}))
        marked.set(known)
    return known[1]
