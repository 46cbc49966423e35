"""Several options ticked, on a slide."""

from collections.abc import Mapping
from dataclasses import dataclass

from courseware.text import Language
from exercises import ManyOf, Variant
from ui.present.fields.asking import lettered
from ui.present.fields.judged import judge, show_judged
from ui.present.screen import Screen


@dataclass(frozen=True)
class ManyOfOnSlide:
    """Options by their letters, for a show of hands."""

    field: ManyOf

    def show(self, screen: Screen, variant: Variant) -> None:
        """The options; once revealed which are right, and each with its reason."""
        show_judged(self.field, screen, variant, self._responses())

    def part(self, screen: Screen, variant: Variant) -> None:
        """The same without stem and reason."""
        judge(self.field, screen, variant, self._responses())

    def _responses(self) -> Mapping[str, object]:
        """What chooses each option alone."""
        return {option.id: [option.id] for option in self.field.options}

    def outline(self, language: Language) -> str:
        """The options."""
        return lettered([option.text for option in self.field.options], language)

    def played(self) -> None:
        """Nothing is played with."""
