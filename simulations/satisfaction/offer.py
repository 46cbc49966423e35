"""The offer: what a firm gives, takes and promises, and how its customers are made."""

from dataclasses import dataclass
from typing import ClassVar

from simulations.model import Model
from simulations.parameter import between


@dataclass(frozen=True, kw_only=True)
class Offer(Model):
    """A firm's offer and promise, and how its customers learn; all values in points."""

    number: ClassVar[int] = 1

    product: float = between(0, 80, default=60.0, step=1)
    service: float = between(0, 60, default=25.0, step=1)
    personnel: float = between(0, 30, default=15.0, step=1)
    image: float = between(0, 30, default=10.0, step=1)
    money: float = between(0, 100, default=30.0, step=1)
    time: float = between(0, 40, default=5.0, step=1)
    energy: float = between(0, 30, default=3.0, step=1)
    psychic: float = between(0, 30, default=2.0, step=1)
    expectation: float = between(0, 120, default=65.0, step=1)
    noise: float = between(0, 30, default=10.0, step=0.5)
    reservation: float = between(0, 120, default=55.0, step=1)
    choosiness: float = between(1, 20, default=8.0, step=0.5)
    adaptation: float = between(0, 1, default=0.3, step=0.05)
    loss_aversion: float = between(1, 4, default=2.25, step=0.05)
    stay_base: float = between(0, 5, default=3.0, step=0.1)
    stay_slope: float = between(0, 0.5, default=0.12, step=0.01)
    threshold: float = between(0, 20, default=5.0, step=0.5)
    assimilation: float = between(0, 0.9, default=0.0, step=0.05)
    improvement: float = between(-2, 2, default=0.0, step=0.1)
    unit_cost: float = between(0, 2, default=0.4, step=0.05)
    periods: int = between(1, 60, default=24, step=1)

    @property
    def benefits(self) -> float:
        """What a customer gains, in points."""
        return self.product + self.service + self.personnel + self.image

    @property
    def costs(self) -> float:
        """What a customer gives, in points."""
        return self.money + self.time + self.energy + self.psychic

    @property
    def value(self) -> float:
        """Customer perceived value on average: benefits less costs."""
        return self.benefits - self.costs
