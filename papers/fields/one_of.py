"""One option chosen, on paper."""

from collections.abc import Iterator
from dataclasses import dataclass

from exercises import OneOf, Variant
from papers.blocks import Block, Choices
from papers.fields.telling import MARKS, chosen, texts, told


@dataclass(frozen=True)
class OneOfOnPaper:
    """Options by their letters, those of a statement by √ and ×, each with a box to tick."""

    field: OneOf

    def room(self) -> Iterator[Block]:
        """The options."""
        yield Choices(texts(self.field.options), marks=MARKS if self.field.is_truth else ())

    def key(self, variant: Variant) -> Iterator[Block]:
        """The right one, and each with its reason."""
        return told(variant, chosen)
