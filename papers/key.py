"""What is right of a question on paper: the answer, why, and what slips earn."""

from collections.abc import Iterator
from dataclasses import replace

from exercises import Variant, reveal
from exercises.portable.answers import answers
from exercises.portable.told import Stays
from papers.blocks import Block, Passage
from papers.fields import on_paper
from papers.fields.number import numbers
from papers.words import word


def right_answer(variant: Variant) -> Iterator[Block]:
    """What is right, the reasons written for each part of it, and why it is right."""
    fields = variant.question.fields
    if len(fields) == 1:
        yield from on_paper(fields[0]).key(variant)
    else:
        yield from _parts(variant)


def _parts(variant: Variant) -> Iterator[Block]:
    """What is right of each of several answers, and the slips that were foreseen, under its label."""
    found = answers(variant)
    if isinstance(found, Stays):
        yield Passage(reveal(variant))
        return
    for part in found.parts:
        for block in numbers(part):
            yield replace(block, label=part.label) if isinstance(block, Passage) else block
    yield Passage(variant.explain, word("why"))
