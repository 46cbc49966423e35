"""What paper and pencil say about recovery: the tree of complaints and the share that stays."""

from collections.abc import Sequence
from typing import Final

from simulations.tarp import path_shares

COURSE: Final = 0.70
"""The course's claim for those helped at once; TARP's number for those helped at all, after a small loss."""


def stay_share(complain: float, fix: float, fast: float, chances: Sequence[float]) -> float:
    """r = (1−c)·silent + c[(1−f)·unresolved + f((1−g)·resolved + g·at once)]."""
    shares = path_shares(complain, fix, fast)
    return sum(share * chance for share, chance in zip(shares, chances, strict=True))
