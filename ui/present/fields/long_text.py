"""A passage, on a slide: asked, talked about, and last what earns points."""

from dataclasses import dataclass

import streamlit as st

from courseware.text import Language
from exercises import LongText, Variant
from exercises.rubric import rubric_of
from ui.present.display_language import tell
from ui.present.fields.asking import explain, under_stem
from ui.present.screen import Screen


@dataclass(frozen=True)
class LongTextOnSlide:
    """The question; once revealed the points that a good answer makes."""

    field: LongText

    def show(self, screen: Screen, variant: Variant) -> None:
        """What is asked for; once revealed what earns points, and why."""
        with under_stem(screen, variant):
            if screen.phase:
                self.part(screen, variant)
                explain(screen, variant)

    def part(self, screen: Screen, variant: Variant) -> None:
        """What earns points, once it is revealed."""
        for number, one in enumerate(rubric_of(variant).criteria if screen.phase else (), 1):
            with st.container(
                key=f"option-right-{screen.key}-{number}", horizontal=True, gap="small", wrap=False
            ):
                st.markdown(f"**{one.points:g}**", width="content")
                with st.container(gap=None):
                    tell(one.text, screen.display_language, f"criterion-{screen.key}-{number}")

    def outline(self, language: Language) -> str:  # noqa: ARG002
        """Nothing: there is nothing to choose from."""
        return ""

    def played(self) -> None:
        """Nothing is played with."""
