"""What paper and pencil say about recovery: the tree of complaints and the share that stays."""

from collections.abc import Mapping, Sequence
from typing import Final

PATHS: Final = ("silent", "unresolved", "resolved", "at_once")

TARP: Final[Mapping[str, tuple[float, float, float, float]]] = {
    "minor": (0.37, 0.46, 0.70, 0.95),
    "major": (0.09, 0.19, 0.54, 0.82),
}
"""The share that buys again on each of the PATHS after a small or a large loss (TARP; Goodman)."""

COURSE: Final = 0.70
"""The course's claim for those helped at once; TARP's number for those helped at all, after a small loss."""


def path_shares(complain: float, fix: float, fast: float) -> tuple[float, float, float, float]:
    """The share of customers on each of the PATHS: 1−c, c(1−f), cf(1−g), cfg."""
    return 1 - complain, complain * (1 - fix), complain * fix * (1 - fast), complain * fix * fast


def stay_share(complain: float, fix: float, fast: float, chances: Sequence[float]) -> float:
    """r = (1−c)·silent + c[(1−f)·unresolved + f((1−g)·resolved + g·at once)]."""
    shares = path_shares(complain, fix, fast)
    return sum(share * chance for share, chance in zip(shares, chances, strict=True))
