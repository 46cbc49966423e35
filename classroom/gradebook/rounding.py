"""Marks are exact until they are rounded, and halves go up: 89.5 is 90, as every office expects."""

from fractions import Fraction
from functools import lru_cache

from lessons.marking import Rounding


@lru_cache(maxsize=4096)
def exact(value: float) -> Fraction:
    """A number of the record without the dust that sums of binary fractions leave.

    >>> exact(0.1 + 0.2)
    Fraction(3, 10)
    """
    return Fraction(round(value * 1_000_000), 1_000_000)


def half_up(value: Fraction, decimals: int) -> Fraction:
    """The value with so many digits after the point.

    >>> half_up(Fraction("89.5"), 0), half_up(Fraction("88.5"), 0)
    (Fraction(90, 1), Fraction(89, 1))
    """
    scale = 10**decimals
    return Fraction((value * scale * 2 + 1) // 2, scale)


def is_rounded(rounding: Rounding, depth: int) -> bool:
    """Whether marks at this depth are rounded: 0 is the final mark, 1 what it is directly made of."""
    return depth <= {"final": 0, "parts": 1, "everywhere": depth}[rounding.at]


def plain(value: Fraction, decimals: int = 2) -> str:
    """The value as it is read: at most so many digits, no noughts at the end.

    >>> plain(Fraction(259, 3)), plain(Fraction(90))
    ('86.33', '90')
    """
    said = f"{float(half_up(value, decimals)):.{decimals}f}"
    return said.rstrip("0").rstrip(".") if "." in said else said
