"""Numbers as other platforms can read them: plain digits, no exponent, no more of them than are needed."""

from math import floor, log10
from typing import Final

MOST: Final = 12
"""The places behind the point that are ever written."""
SURE: Final = 15
"""The figures of a number that survive its being written and read again."""


def digits(value: float) -> str:
    """The number in full, but for the noise behind its fifteenth figure.

    >>> digits(12.5), digits(-0.0), digits(1e7), digits(96333.333333333358)
    ('12.5', '0', '10000000', '96333.3333333334')
    """
    size = floor(log10(abs(value))) + 1 if value else 0
    return _trimmed(f"{value:.{min(MOST, max(0, SURE - size))}f}")


def rounded(value: float, tolerance: float) -> str:
    """The number with as few places as its tolerance allows, a tenth of which rounding may use up.

    >>> rounded(12.3456, 0.05), rounded(2 / 3, 0.0005), rounded(7, 0)
    ('12.35', '0.6667', '7')
    """
    for places in range(MOST):
        text = f"{value:.{places}f}"
        if abs(float(text) - value) <= tolerance / 10:
            return _trimmed(text)
    return digits(value)


def _trimmed(text: str) -> str:
    plain = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if plain in {"-0", ""} else plain
