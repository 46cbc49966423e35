"""A typed number, on paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import floor, log10

from courseware.text import Text, in_each
from exercises import ANSWER, NumberField, Variant
from exercises.fillin import show
from exercises.portable.question import PortableNumber, PortablePart
from exercises.portable.told import Answers
from papers.blocks import Block, Gap, Passage
from papers.fields.telling import reasons, told
from papers.words import as_written, word


@dataclass(frozen=True)
class NumberOnPaper:
    """A gap to write a number in, before its unit."""

    field: NumberField

    def room(self) -> Iterator[Block]:
        """The gap."""
        yield Gap(word("answer") if self.field.name == ANSWER else self.field.label, self.field.unit)

    def key(self, variant: Variant) -> Iterator[Block]:
        """The right number, and what foreseen slips earn."""
        return told(variant, numbers)


def numbers(found: Answers | PortablePart) -> Iterator[Block]:
    """The right number with its tolerance, then foreseen slips; shares are told as the per cent asked for."""
    is_percent = found.unit is not None and found.unit.en == "%"
    first, *slips = found.numbers[::2] if is_percent else found.numbers
    yield Passage(_with_tolerance(first, found.unit), word("right_answer"))
    if slips:
        rows = tuple((_with_tolerance(one, found.unit), _share(one.share), one.why) for one in slips)
        yield reasons((word("slip"), word("earns"), word("reason")), rows)


def _with_tolerance(number: PortableNumber, unit: Text | None) -> Text:
    """A number as exactly as its tolerance asks for.

    >>> _with_tolerance(PortableNumber(5.29167, 0.006, 1.0), None)["en"]
    '**5.292** ± 0.006'
    """
    places = min(6, max(0, -floor(log10(number.tolerance / 2)))) if number.tolerance else 6
    value = show(round(number.value, places))
    within = f" ± {show(number.tolerance, '.2g')}" if number.tolerance else ""
    return in_each(
        lambda language: f"**{value}**{'' if unit is None else f' {unit[language]}'}{within}",
    )


def _share(share: float) -> Text:
    return as_written(show(share, ".0%"))
