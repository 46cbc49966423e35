"""The terms: how likely customers are to leave in each month of their contract, and how the firm grows."""

from dataclasses import dataclass
from typing import ClassVar

from simulations.model import Model
from simulations.parameter import between


@dataclass(frozen=True, kw_only=True)
class Terms(Model):
    """Customers who join until the adverts stop, each under a contract that has to be renewed."""

    number: ClassVar[int] = 22

    n: int = between(1, 2_000_000, default=2000, step=1)
    monthly: float = between(0, 0.1, default=0.01, step=0.005)
    at_renewal: float = between(0, 0.9, default=0.3, step=0.05)
    term: int = between(2, 24, default=12, step=1)
    growth: float = between(0, 0.12, default=0.06, step=0.01)
    stop: int = between(13, 60, default=36, step=1)
    today: int = between(6, 72, default=36, step=1)
    after: int = between(1, 60, default=24, step=1)
    periods: int = between(1, 84, default=60, step=1)
