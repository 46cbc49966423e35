"""One option chosen, on paper."""

from collections.abc import Iterator
from dataclasses import dataclass

from exercises import OneOf, Variant
from papers.blocks import Block, Choices
from papers.fields.telling import chosen, texts, told


@dataclass(frozen=True)
class OneOfOnPaper:
    """Options by their letters, each with a box to tick."""

    field: OneOf

    def room(self) -> Iterator[Block]:
        """The options."""
        yield Choices(texts(self.field.options))

    def key(self, variant: Variant) -> Iterator[Block]:
        """The letter of the right one, and each with its reason."""
        return told(variant, chosen)
