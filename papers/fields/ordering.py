"""An order, on paper."""

from collections.abc import Iterator
from dataclasses import dataclass

from exercises import Ordering, Variant
from exercises.portable.told import Answers
from papers.blocks import Block, Form, Gap, Passage, Points
from papers.fields.telling import letters_of, named, texts, told
from papers.words import as_written, word


@dataclass(frozen=True)
class OrderingOnPaper:
    """Options by their letters, and a place for each letter."""

    field: Ordering

    def room(self) -> Iterator[Block]:
        """The options, then the places."""
        yield Points(texts(self.field.options), "letters")
        yield Gap(word("order"), places=len(self.field.options))

    def key(self, variant: Variant) -> Iterator[Block]:
        """The letters in their right order, and the options under their places."""
        return told(variant, self._ordered)

    def _ordered(self, found: Answers) -> Iterator[Block]:
        letters = letters_of(self.field.options)
        order = " → ".join(letters[text] for text in found.order)
        yield Passage(as_written(f"**{order}**"), word("right_answer"))
        places = enumerate(found.order, 1)
        rows = tuple((as_written(str(place)), named(text, letters)) for place, text in places)
        yield Form((word("place"), word("its_text")), rows)
