"""Several options ticked, on paper."""

from collections.abc import Iterator
from dataclasses import dataclass

from exercises import ManyOf, Variant
from papers.blocks import Block, Choices, Passage
from papers.fields.telling import chosen, texts, told
from papers.words import word


@dataclass(frozen=True)
class ManyOfOnPaper:
    """Options by their letters, of which several may be ticked."""

    field: ManyOf

    def room(self) -> Iterator[Block]:
        """The options, and that several may be right."""
        yield Passage(word("tick_all"))
        yield Choices(texts(self.field.options), is_several=True)

    def key(self, variant: Variant) -> Iterator[Block]:
        """The letters of the right ones, and each with its reason."""
        return told(variant, chosen)
