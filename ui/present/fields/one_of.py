"""One option chosen, on a slide."""

from dataclasses import dataclass

from courseware.text import Language
from exercises import OneOf, Variant
from ui.present.fields.asking import lettered
from ui.present.fields.judged import show_judged
from ui.present.screen import Screen


@dataclass(frozen=True)
class OneOfOnSlide:
    """Options by their letters, for a show of hands."""

    field: OneOf

    def show(self, screen: Screen, variant: Variant) -> None:
        """The options; once revealed which is right, and each with its reason."""
        responses = {option.id: option.id for option in self.field.options}
        show_judged(self.field.options, screen, variant, responses)

    def outline(self, language: Language) -> str:
        """The options."""
        return lettered([option.text for option in self.field.options], language)

    def played(self) -> None:
        """Nothing is played with."""
