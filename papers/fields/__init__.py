"""How each field stands on paper, one module a field: room on the worksheet, the answer in the key."""

from collections.abc import Iterator
from typing import Protocol, assert_never

from exercises import (
    Assign,
    Controls,
    Field,
    Gaps,
    LongText,
    ManyOf,
    NumberField,
    OneOf,
    Ordering,
    TableField,
    Variant,
)
from papers.blocks import Block
from papers.fields.assign import AssignOnPaper
from papers.fields.controls import ControlsOnPaper
from papers.fields.gaps import GapsOnPaper
from papers.fields.long_text import LongTextOnPaper
from papers.fields.many_of import ManyOfOnPaper
from papers.fields.number import NumberOnPaper
from papers.fields.one_of import OneOfOnPaper
from papers.fields.ordering import OrderingOnPaper
from papers.fields.table import TableOnPaper


class PaperField(Protocol):
    """What paper asks of a field."""

    def room(self) -> Iterator[Block]:
        """What there is to choose from and where the answer is written, nothing of what is right."""

    def key(self, variant: Variant) -> Iterator[Block]:
        """What is right, the reasons written for each part of it, and why it is right."""


def on_paper(field: Field) -> PaperField:
    """The field as papers write it."""
    match field:
        case OneOf():
            return OneOfOnPaper(field)
        case ManyOf():
            return ManyOfOnPaper(field)
        case NumberField():
            return NumberOnPaper(field)
        case Assign():
            return AssignOnPaper(field)
        case Ordering():
            return OrderingOnPaper(field)
        case TableField():
            return TableOnPaper(field)
        case Controls():
            return ControlsOnPaper(field)
        case Gaps():
            return GapsOnPaper(field)
        case LongText():
            return LongTextOnPaper(field)
        case _:
            assert_never(field)
