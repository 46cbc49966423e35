"""Rows given their choices, on a slide."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import streamlit as st

from courseware.text import Language, Text
from exercises import Assign, Variant, right_response
from ui.present.display_language import tell
from ui.present.fields.asking import explain, lettered, under_stem
from ui.present.options import letter, show_options
from ui.present.screen import Screen


@dataclass(frozen=True)
class AssignOnSlide:
    """The rows by their numbers, beside the choices by their letters."""

    field: Assign

    def show(self, screen: Screen, variant: Variant) -> None:
        """Rows and choices; once revealed the letter of each row, and why."""
        with under_stem(screen, variant), self._beside_rows(screen, variant):
            if screen.phase:
                explain(screen, variant)

    def part(self, screen: Screen, variant: Variant) -> None:
        """The same without the reason."""
        with self._beside_rows(screen, variant):
            pass

    def outline(self, language: Language) -> str:
        """The choices, then the rows."""
        rows = "\n".join(f"{n}. {row.text[language]}" for n, row in enumerate(self.field.rows, 1))
        return f"{lettered([choice.text for choice in self.field.choices], language)}\n\n{rows}"

    def played(self) -> None:
        """Nothing is played with."""

    @contextmanager
    def _beside_rows(self, screen: Screen, variant: Variant) -> Iterator[None]:
        """The rows, and the choices with what is drawn within below them."""
        choices = {choice.id: (letter(n), choice.text) for n, choice in enumerate(self.field.choices)}
        right = right_response(variant)[self.field.name] if screen.phase else {}
        rows, options = st.columns((0.64, 0.36), gap="medium")
        with options:
            show_options([text for _, text in choices.values()], screen.display_language, screen.key)
            yield
        with rows, st.container(key=f"rows-{screen.key}", gap="xsmall"):
            self._rows(screen, choices, right if isinstance(right, Mapping) else {})

    def _rows(
        self, screen: Screen, choices: Mapping[str, tuple[str, Text]], right: Mapping[str, object]
    ) -> None:
        """One row for each thing to place; once revealed with the letter of its place."""
        for number, row in enumerate(self.field.rows, 1):
            chosen = choices[str(right[row.id])][0] if right else ""
            state = "right" if chosen else "open"
            with st.container(
                key=f"option-{state}-row-{screen.key}-{number}", horizontal=True, gap="small", wrap=False
            ):
                st.markdown(f"**{chosen or number}**", width="content")
                with st.container(gap=None):
                    tell(row.text, screen.display_language, f"row-{screen.key}-{number}")
