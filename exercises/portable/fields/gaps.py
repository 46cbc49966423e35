"""Gaps filled in with words, as a platform marks them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from courseware.text import Text
from exercises.fields import Gaps
from exercises.frozen import from_json
from exercises.portable.question import PortableGap, PortableWording
from exercises.portable.told import Answers, Stays
from exercises.variant import Variant


@dataclass(frozen=True)
class _Accepted:
    """Wordings that the lab marks by, as a drawn question keeps them."""

    wordings: tuple[str, ...]
    score: float
    why: Text | None = None


@dataclass(frozen=True)
class _KeptGap:
    """A gap as a drawn question keeps it."""

    right: Text
    accepted: tuple[_Accepted, ...]


def answers(field: Gaps, variant: Variant) -> Answers | Stays:
    """The wordings of each gap, the right ones first."""
    kept = variant.solution.get("gaps")
    if not isinstance(kept, Mapping):
        return Stays(_BY_OTHER_RULES)
    gaps = tuple(_gap(from_json(_KeptGap, kept[gap.id])) for gap in field.gaps)
    return Answers("blank", gaps=gaps, case_counts=bool(variant.solution.get("case_counts")))


def _gap(kept: _KeptGap) -> PortableGap:
    return PortableGap(
        kept.right,
        tuple(PortableWording(words, one.score, one.why) for one in kept.accepted for words in one.wordings),
    )


_BY_OTHER_RULES: Final = Text(
    en="Its gaps are marked by rules that only this lab knows.", zh="这道题的空按本实验室特有的规则判分。"
)
