"""Gaps filled in with words, on a slide."""

from dataclasses import dataclass

import streamlit as st

from courseware.text import Language
from exercises import Gaps, Variant
from exercises.portable.answers import answers
from exercises.portable.told import Answers
from ui.present.display_language import tell
from ui.present.fields.asking import explain, under_stem
from ui.present.screen import Screen


@dataclass(frozen=True)
class GapsOnSlide:
    """The sentence with its gaps, and below it the words once they are revealed."""

    field: Gaps

    def show(self, screen: Screen, variant: Variant) -> None:
        """The sentence; once revealed what fills each gap, and why."""
        with under_stem(screen, variant):
            if screen.phase:
                self.part(screen, variant)
                explain(screen, variant)

    def part(self, screen: Screen, variant: Variant) -> None:
        """What fills each gap, once it is revealed; the gaps themselves are in the stem."""
        found = answers(variant) if screen.phase else None
        gaps = found.gaps if isinstance(found, Answers) else ()
        for number, gap in enumerate(gaps, 1):
            with st.container(
                key=f"option-right-{screen.key}-{number}", horizontal=True, gap="small", wrap=False
            ):
                if len(gaps) > 1:
                    st.markdown(f"**({number})**", width="content")
                with st.container(gap=None):
                    tell(gap.right, screen.display_language, f"gap-{screen.key}-{number}")

    def outline(self, language: Language) -> str:  # noqa: ARG002
        """Nothing: there is nothing to choose from."""
        return ""

    def played(self) -> None:
        """Nothing is played with."""
