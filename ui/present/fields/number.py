"""A typed number, on a slide."""

from dataclasses import dataclass

import streamlit as st

from courseware.text import Language
from exercises import ANSWER, NumberField, Variant, right_response
from ui.present.display_language import both_in_line
from ui.present.fields.asking import explain, under_stem
from ui.present.screen import Screen


@dataclass(frozen=True)
class NumberOnSlide:
    """An equals sign, and behind it the number once it is revealed."""

    field: NumberField

    def show(self, screen: Screen, variant: Variant) -> None:
        """The open equation; once revealed the number and why."""
        unit = both_in_line(self.field.unit, screen.display_language) if self.field.unit else ""
        with under_stem(screen, variant):
            if not screen.phase:
                st.markdown(f"**= ?** {unit}")
                return
            right = str(right_response(variant)[ANSWER])
            with st.container(key=f"option-right-{screen.key}"):
                st.markdown(f"**= {right.removesuffix(unit)}** {unit}")
            explain(screen, variant)

    def outline(self, language: Language) -> str:  # noqa: ARG002
        """Nothing: there is nothing to choose from."""
        return ""

    def played(self) -> None:
        """Nothing is played with."""
