"""Rows given their choices, on paper."""

from collections.abc import Iterator
from dataclasses import dataclass

from exercises import Assign, Variant
from exercises.portable.told import Answers
from papers.blocks import Block, Form, Points
from papers.fields.telling import letters_of, named, reasons, texts, told
from papers.words import word


@dataclass(frozen=True)
class AssignOnPaper:
    """Choices by their letters, and a table in which each row is given one."""

    field: Assign

    def room(self) -> Iterator[Block]:
        """The choices, then the rows with a free cell each."""
        yield Points(texts(self.field.choices), "letters")
        yield Form((word("row"), word("its_letter")), tuple((row.text, None) for row in self.field.rows))

    def key(self, variant: Variant) -> Iterator[Block]:
        """Each row with its choice and its reason."""
        return told(variant, self._matched)

    def _matched(self, found: Answers) -> Iterator[Block]:
        letters = letters_of(self.field.choices)
        rows = tuple((pair.row, named(pair.choice, letters), pair.why) for pair in found.pairs)
        yield reasons((word("row"), word("right_answer"), word("reason")), rows)
