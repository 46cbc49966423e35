"""A table to fill in, on a slide."""

from dataclasses import dataclass
from typing import Final

import streamlit as st

from courseware.text import Language, Text, in_each
from exercises import TableCell, TableField, Variant, right_response
from ui.present.display_language import tell
from ui.present.fields.asking import explain, under_stem
from ui.present.screen import Screen


@dataclass(frozen=True)
class TableOnSlide:
    """The table with question marks, in whose place the answers stand once they are revealed."""

    field: TableField

    def show(self, screen: Screen, variant: Variant) -> None:
        """The open table; once revealed the full one, and why."""
        with under_stem(screen, variant):
            self.part(screen, variant)
            if screen.phase:
                explain(screen, variant)

    def part(self, screen: Screen, variant: Variant) -> None:
        """The table alone."""
        right = right_response(variant)[self.field.name] if screen.phase else {}
        given = right if isinstance(right, dict) else {}
        said = {one.cell.id: one.say(given[one.cell.id]) for one in self.field.asked if one.cell.id in given}
        shown = self.field.markdown(lambda cell: _bold(said[cell.id]) if cell.id in said else _open(cell))
        with st.container(key=f"table-{screen.key}-{self.field.name}"):
            tell(shown, screen.display_language, f"table-{screen.key}-{self.field.name}")

    def outline(self, language: Language) -> str:
        """The open table."""
        return self.field.markdown(_open)[language]

    def played(self) -> None:
        """Nothing is played with."""


def _bold(text: Text) -> Text:
    return in_each(lambda language: f"**{text[language]}**")


def _open(cell: TableCell) -> Text:
    """A question mark before the unit, or the options to choose from."""
    if cell.options:
        return in_each(lambda language: " / ".join(option.text[language] for option in cell.options) + " ?")
    return _UNKNOWN if cell.unit is None else _WITH_UNIT.fill({"unit": cell.unit})


_UNKNOWN: Final = Text(en="?", zh="?")
_WITH_UNIT: Final = Text(en="? {unit}", zh="? {unit}")
