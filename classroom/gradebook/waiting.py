"""Answers that wait for a teacher are left out of a mark, and the mark says between what it will lie."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final, Literal

from classroom.gradebook.nodes import MarkNode, MarkRange, MarkSource
from classroom.gradebook.rounding import plain
from courseware.text import Text

_WAITING: Final = Text(
    en="{told}; {n} waiting for the teacher, left out until then; it will lie between {low} and {high}",
    zh="{told}；{n} 题等待老师批改，批改前不计入；批改后在 {low} 到 {high} 之间",
)
_NOTHING: Final = Text(en="nothing marked yet", zh="尚未批改")


def with_waiting(source: MarkSource, n: int, marked: Fraction | None, then: MarkRange) -> MarkSource:
    """The source with the value of what is `marked`, as `n` of its answers wait for a teacher."""
    said = {"told": source.told or _NOTHING, "n": n, "low": plain(then.lowest), "high": plain(then.highest)}
    return replace(source, value=marked, told=_WAITING.fill(said), waiting=n, once_marked=then)


def once_marked(
    sources: Mapping[str, Sequence[MarkSource]], end: Literal["lowest", "highest"]
) -> Mapping[str, Sequence[MarkSource]]:
    """The sources as if all that waits had been marked with nothing, or with full marks."""
    return {
        part: [
            one if one.once_marked is None else replace(one, value=getattr(one.once_marked, end))
            for one in each
        ]
        for part, each in sources.items()
    }


def ranged(mark: MarkNode, lowest: MarkNode, highest: MarkNode) -> MarkNode:
    """The mark, and each part of it, with the range in which it will lie; the three are of one shape."""
    within = zip(mark.children, lowest.children, highest.children, strict=True)
    children = tuple(ranged(*three) for three in within)
    low, high = lowest.value, highest.value
    if low is None or high is None or low == high == mark.value:
        return replace(mark, children=children)
    return replace(mark, children=children, once_marked=MarkRange(low, high))
