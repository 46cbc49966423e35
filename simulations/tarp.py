"""What the TARP surveys found: who buys again after a failure, by how the complaint went."""

from collections.abc import Mapping
from typing import Final

PATHS: Final = ("silent", "unresolved", "resolved", "at_once")

TARP: Final[Mapping[str, tuple[float, float, float, float]]] = {
    "minor": (0.37, 0.46, 0.70, 0.95),
    "major": (0.09, 0.19, 0.54, 0.82),
}
"""The share that buys again on each of the PATHS after a small or a large loss (TARP; Goodman)."""


def path_shares(complain: float, fix: float, fast: float) -> tuple[float, float, float, float]:
    """The share of customers on each of the PATHS: 1−c, c(1−f), cf(1−g), cfg."""
    return 1 - complain, complain * (1 - fix), complain * fix * (1 - fast), complain * fix * fast
