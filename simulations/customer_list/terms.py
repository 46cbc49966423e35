"""The terms: who is on the list, how old the list is, what an order brings, and what a name costs."""

from dataclasses import dataclass
from typing import ClassVar, Final

from simulations.bg_nbd import BgNbd
from simulations.model import Model
from simulations.parameter import between

OLDEST: Final = 416
"""Weeks: no list on offer is older than eight years."""


@dataclass(frozen=True, kw_only=True)
class Terms(Model):
    """A list of people who all ordered for the first time `age` weeks ago; times in weeks.

    How they buy and leave is what was estimated for the shop CDNOW (Fader, Hardie & Lee 2005).
    """

    number: ClassVar[int] = 53

    n: int = between(1, 2_000_000, default=2000, step=1)
    age: int = between(0, OLDEST, default=52, step=13)
    ahead: int = between(13, 312, default=156, step=13)
    price: float = between(0, 60, default=20.0, step=0.5)
    margin: float = between(0, 1, default=0.3, step=0.05)
    order: float = between(1, 500, default=35.17, step=0.01)
    sample: int = between(10, 2000, default=200, step=10)
    r: float = between(0.1, 2, default=0.2426, step=0.01)
    alpha: float = between(2, 20, default=4.4136, step=0.2)
    a: float = between(0.2, 3, default=0.7929, step=0.05)
    b: float = between(1, 8, default=2.4259, step=0.1)

    @property
    def buying(self) -> BgNbd:
        """How the people on the list buy and leave."""
        return BgNbd(self.r, self.alpha, self.a, self.b, "weeks")

    @property
    def per_order(self) -> float:
        """What an order brings."""
        return self.margin * self.order
