"""A passage, on paper: lines to write on, and for the teacher what earns points."""

from collections.abc import Iterator
from dataclasses import dataclass

from exercises import LongText, Variant
from exercises.rubric import rubric_of
from papers.blocks import Block, Form, Passage, Room
from papers.words import as_written, word


@dataclass(frozen=True)
class LongTextOnPaper:
    """Lines to write on."""

    field: LongText

    def room(self) -> Iterator[Block]:
        """The lines under what is asked for."""
        yield Room(self.field.lines, self.field.label)

    def key(self, variant: Variant) -> Iterator[Block]:
        """The points of the rubric, the model answer, and why."""
        rubric = rubric_of(variant)
        rows = tuple((one.text, as_written(f"{one.points:g}")) for one in rubric.parts)
        yield Form((word("criterion"), word("points")), rows)
        if rubric.model is not None:
            yield Passage(rubric.model, word("model_answer"))
        yield Passage(variant.explain, word("why"))
