"""The terms: what each region pays, how buyers answer to a price, and what keeps goods from travelling."""

from dataclasses import dataclass
from typing import ClassVar, Final

from simulations.model import Model
from simulations.parameter import between

LIST_PRICE: Final = 100.0
"""What a case costs where no discount is given; all money is measured by it."""
MOST: Final = 40
"""No region gives more than this off the list price."""


@dataclass(frozen=True, kw_only=True)
class Terms(Model):
    """Regions A and B with `n` customers each, and perhaps C; B keeps to the list price."""

    number: ClassVar[int] = 52

    n: int = between(1, 500_000, default=1000, step=1)
    discount: float = between(0, MOST, default=20.0, step=0.5)
    discount_third: float = between(0, MOST, default=0.0, step=0.5)
    third: float = between(0, 2, default=0.0, step=0.25)
    gap: float = between(0, MOST + 10, default=float(MOST), step=0.5)
    transport: float = between(0, MOST, default=8.0, step=0.5)
    reach: float = between(0, 1, default=0.9, step=0.05)
    reluctance: float = between(1, 20, default=6.0, step=0.5)
    cost: float = between(0, 80, default=60.0, step=1)
    elasticity: float = between(1, 6, default=4.0, step=0.25)
    elasticity_third: float = between(1, 6, default=4.0, step=0.25)

    @property
    def customers(self) -> tuple[int, int, int]:
        """How many customers the regions A, B and C have."""
        return self.n, self.n, round(self.third * self.n)

    @property
    def prices(self) -> tuple[float, float, float]:
        """What a case costs in A, B and C: no region may lie further below the list than the firm permits."""
        low, third = (LIST_PRICE - min(off, self.gap) for off in (self.discount, self.discount_third))
        return low, LIST_PRICE, third
