"""The terms: how likely customers are to stay, what they bring in each year, and what winning them cost."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from simulations.model import Model
from simulations.parameter import between, one_of
from simulations.retention.closed_forms import Numbers
from simulations.retention.sorting import Mixture

LONGEST = 1000
"""Years up to which the customers of a run are counted year by year."""


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

    @property
    def spread(self) -> float | None:
        """The variety of customers who differ; none if they are alike."""
        return self.variety if self.customers == "mixed" else None

    def survival(self, years: int) -> Numbers:
        """The chance to be there at the start of each year, by the closed form."""
        return survival(self.retention, self.spread, years)


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


def all_years(retention: float, variety: float | None, factor: float = 1.0) -> float:
    """The sum of these chances over all years to come, each year worth `factor` of the one before.

    Without end where some stay so long that no mean exists.
    """
    if variety is not None:
        return mixture(retention, variety).years(factor)
    return 1 / (1 - retention * factor) if retention * factor < 1 else float("inf")


def income(terms: Terms, retention: float) -> float:
    """What a customer already won is worth by formula at this retention; without end where the years are."""
    *early, last = terms.profits
    factor = 1 / (1 + terms.discount)
    worth = last * all_years(retention, terms.spread, factor) if last else 0.0
    years = survival(retention, terms.spread, len(early)) * factor ** np.arange(float(len(early)))
    return worth + float(years @ (np.array(early) - last))
