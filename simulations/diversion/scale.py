"""The axes that the charts of diversion share: discounts across, and money that may also be lost."""

from collections.abc import Sequence
from typing import Any, Final

from simulations.diversion.terms import MOST
from simulations.drawing import axis, snug
from simulations.history import Numbers

TOPS: Final = tuple(base * 10.0**power for power in range(1, 11) for base in (1.2, 2.5, 5))
LOSSES: Final = 0.25
"""How far below nought money is shown, as a share of what is shown above: deeper losses leave the chart."""


def discount_axis(title: str, **more: object) -> dict[str, Any]:
    """The discounts that region A may give."""
    return axis(-0.5, MOST + 0.5, title, dtick=5, **more)


def money_axis(curves: Sequence[Numbers]) -> dict[str, Any]:
    """An axis as high as the highest of the curves."""
    high = snug(1.03 * max(float(curve.max()) for curve in curves), TOPS)
    return axis(-LOSSES * high, high, nticks=6, tickformat=",d", zeroline=True)
