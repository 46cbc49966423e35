"""A table to fill in, on paper."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from courseware.text import Text, in_each
from exercises import TableCell, TableField, Variant, right_response
from exercises.portable.answers import answers
from exercises.portable.told import Stays
from papers.blocks import Block, Form, Passage
from papers.fields.telling import reasons
from papers.words import as_written, word


@dataclass(frozen=True)
class TableOnPaper:
    """The table with free cells; where one of a few options is chosen, they stand with boxes to tick."""

    field: TableField

    def room(self) -> Iterator[Block]:
        """The table."""
        yield self._form(_free)

    def key(self, variant: Variant) -> Iterator[Block]:
        """The full table, what slips and wrong options stand for, and why it is right."""
        right = right_response(variant)[self.field.name]
        given = right if isinstance(right, dict) else {}
        said = {one.cell.id: one.say(given.get(one.cell.id)) for one in self.field.asked}
        yield Passage(self.field.label, word("right_answer"))
        yield self._form(lambda cell: in_each(lambda language: f"**{said[cell.id][language]}**"))
        yield from self._reasons(variant)
        yield Passage(variant.explain, word("why"))

    def _form(self, asked: Callable[[TableCell], Text | None]) -> Form:
        rows = tuple(
            (row.text, *(cell.given if cell.given is not None else asked(cell) for cell in row.cells))
            for row in self.field.rows
        )
        return Form((self.field.corner or as_written("–"), *self.field.columns), rows)

    def _reasons(self, variant: Variant) -> Iterator[Block]:
        found = answers(variant)
        parts = () if isinstance(found, Stays) else found.parts
        slips = [
            (part.label, as_written(f"{one.value:.10g}"), one.why)
            for part in parts
            for one in part.numbers
            if one.why
        ]
        wrong = [(part.label, one.text, one.why) for part in parts for one in part.options if one.why]
        if rows := (*slips, *wrong):
            yield reasons((word("its_text"), word("slip"), word("reason")), rows)


def _free(cell: TableCell) -> Text | None:
    """Nothing to be seen, or the unit behind a line, or options with boxes."""
    if cell.options:
        return in_each(lambda language: "　".join(f"□ {option.text[language]}" for option in cell.options))
    unit = cell.unit
    return None if unit is None else in_each(lambda language: f"________ {unit[language]}")
