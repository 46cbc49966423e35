"""An order, on a slide."""

from dataclasses import dataclass

import streamlit as st

from courseware.text import Language
from exercises import Ordering, Variant, right_response
from ui.present.display_language import tell
from ui.present.fields.asking import explain, lettered, under_stem
from ui.present.options import letter, show_options
from ui.present.screen import Screen


@dataclass(frozen=True)
class OrderingOnSlide:
    """Options by their letters, put in order once that is revealed."""

    field: Ordering

    def show(self, screen: Screen, variant: Variant) -> None:
        """The options as they came; once revealed in their order, and why."""
        with under_stem(screen, variant):
            self.part(screen, variant)
            if screen.phase:
                explain(screen, variant)

    def part(self, screen: Screen, variant: Variant) -> None:
        """The same without stem and reason."""
        letters = {option.id: (letter(n), option.text) for n, option in enumerate(self.field.options)}
        if not screen.phase:
            show_options([option.text for option in self.field.options], screen.display_language, screen.key)
            return
        right = right_response(variant)[self.field.name]
        for number, id_ in enumerate(right if isinstance(right, list) else [], 1):
            name, text = letters[str(id_)]
            with st.container(
                key=f"option-right-{screen.key}-{number}", horizontal=True, gap="small", wrap=False
            ):
                st.markdown(f"**{number} · {name}**", width="content")
                with st.container(gap=None):
                    tell(text, screen.display_language, f"order-{screen.key}-{number}")

    def outline(self, language: Language) -> str:
        """The options as they came."""
        return lettered([option.text for option in self.field.options], language)

    def played(self) -> None:
        """Nothing is played with."""
