"""Gaps filled in with words, on paper."""

from collections.abc import Iterator
from dataclasses import dataclass

from courseware.text import Text, as_text
from exercises import Gaps, Variant
from exercises.fillin import show
from exercises.portable.question import PortableGap
from exercises.portable.told import Answers
from papers.blocks import Block, Form
from papers.blocks import Gap as Underline
from papers.fields.telling import reasons, told
from papers.words import as_written, word


@dataclass(frozen=True)
class GapsOnPaper:
    """A line to write on for each gap, under its number."""

    field: Gaps

    def room(self) -> Iterator[Block]:
        """The lines."""
        for gap in self.field.gaps:
            yield Underline(gap.text if len(self.field.gaps) > 1 else word("answer"))

    def key(self, variant: Variant) -> Iterator[Block]:
        """The words of each gap with all that counts as well, then what foreseen words earn."""
        return told(variant, _filled)


def _filled(found: Answers) -> Iterator[Block]:
    numbered = [(as_written(f"({number})"), gap) for number, gap in enumerate(found.gaps, 1)]
    rows = tuple((number, gap.right, _also(gap)) for number, gap in numbered)
    yield Form((word("gap"), word("right_answer"), word("also_right")), rows)
    slips = tuple(
        (number, as_text(one.words), as_written(show(one.share, ".0%")), one.why)
        for number, gap in numbered
        for one in gap.wordings
        if one.share < 1
    )
    if slips:
        yield reasons((word("gap"), word("slip"), word("earns"), word("reason")), slips)


def _also(gap: PortableGap) -> Text:
    others = [one.words for one in gap.wordings if one.share >= 1]
    others = [one for one in others if one not in (gap.right.en, gap.right.zh)]
    return Text(en=", ".join(others) or "–", zh="、".join(others) or "–")
