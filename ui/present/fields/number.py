"""A typed number, on a slide."""

from dataclasses import dataclass

import streamlit as st

from courseware.text import Language
from exercises import NumberField, Variant, right_response
from ui.present.display_language import both_in_line
from ui.present.fields.asking import explain, under_stem
from ui.present.screen import Screen


@dataclass(frozen=True)
class NumberOnSlide:
    """An equals sign, and behind it the number once it is revealed."""

    field: NumberField

    def show(self, screen: Screen, variant: Variant) -> None:
        """The open equation; once revealed the number and why."""
        with under_stem(screen, variant):
            self._equation(screen, variant)
            if screen.phase:
                explain(screen, variant)

    def part(self, screen: Screen, variant: Variant) -> None:
        """The same behind its label."""
        self._equation(screen, variant, f"{both_in_line(self.field.label, screen.display_language)} ")

    def _equation(self, screen: Screen, variant: Variant, label: str = "") -> None:
        unit = both_in_line(self.field.unit, screen.display_language) if self.field.unit else ""
        if not screen.phase:
            st.markdown(f"{label}**= ?** {unit}")
            return
        right = str(right_response(variant)[self.field.name])
        with st.container(key=f"option-right-{screen.key}-{self.field.name}"):
            st.markdown(f"{label}**= {right.removesuffix(unit)}** {unit}")

    def outline(self, language: Language) -> str:  # noqa: ARG002
        """Nothing: there is nothing to choose from."""
        return ""

    def played(self) -> None:
        """Nothing is played with."""
