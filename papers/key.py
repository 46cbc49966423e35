"""What is right of a question on paper: the answer, why, and what slips earn."""

from collections.abc import Iterator

from exercises import Variant, reveal
from papers.blocks import Block, Passage
from papers.fields import on_paper


def right_answer(variant: Variant) -> Iterator[Block]:
    """What is right, the reasons written for each part of it, and why it is right."""
    fields = variant.question.fields
    if len(fields) == 1:
        yield from on_paper(fields[0]).key(variant)
    else:
        yield Passage(reveal(variant))
