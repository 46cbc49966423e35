"""The terms: how likely customers are to stay, what they bring in each year, and what winning them cost."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from simulations.model import Model
from simulations.parameter import between, one_of
from simulations.retention.closed_forms import Numbers
from simulations.retention.sorting import Mixture

LONGEST = 1000
"""Years after which nobody is followed any more, so that every sum has an end."""


@dataclass(frozen=True, kw_only=True)
class Terms(Model):
    """Customers won at once, who leave or stay at the end of every year."""

    number: ClassVar[int] = 3

    retention: float = between(0.3, 0.99, default=0.8, step=0.01)
    customers: str = one_of("alike", "mixed", default="alike")
    variety: float = between(0.02, 0.6, default=0.2, step=0.02)
    discount: float = between(0, 0.3, default=0.1, step=0.01)
    margin: str = one_of("rising", "level", default="rising")
    profit_1: float = between(0, 200, default=30.0, step=1)
    profit_2: float = between(0, 200, default=42.0, step=1)
    profit_3: float = between(0, 200, default=44.0, step=1)
    profit_4: float = between(0, 200, default=49.0, step=1)
    profit_5: float = between(0, 200, default=55.0, step=1)
    acquisition: float = between(0, 500, default=51.0, step=1)
    periods: int = between(1, 40, default=15, step=1)

    @property
    def profits(self) -> tuple[float, ...]:
        """The profit of each year of tenure; the last one is held."""
        if self.margin == "level":
            return (self.profit_1,)
        return self.profit_1, self.profit_2, self.profit_3, self.profit_4, self.profit_5

    @property
    def mixture(self) -> Mixture:
        """How the chances to leave are spread where customers differ; their mean is 1−r."""
        return mixture(self.retention, self.variety)

    def survival(self, years: int = LONGEST, *, more: float = 0) -> Numbers:
        """The chance to be there at the start of each year, by the closed form, with `more` retention."""
        return survival(self.retention + more, self.variety if self.customers == "mixed" else None, years)


def mixture(retention: float, variety: float) -> Mixture:
    """Chances to leave with the mean 1−r: `variety` near 0 makes all alike, near 1 each stays or leaves."""
    spread = 1 / variety - 1
    return Mixture((1 - retention) * spread, retention * spread)


def survival(retention: float, variety: float | None, years: int) -> Numbers:
    """The chance to be there at the start of each year; without `variety` all have the same."""
    past = np.arange(float(years))
    if variety is None:
        return np.asarray(retention**past)
    return mixture(retention, variety).survival(past)
