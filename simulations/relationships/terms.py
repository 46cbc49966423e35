"""The terms: what customers bring, what each level of effort does and takes, and who is given the hours."""

from dataclasses import dataclass, replace
from typing import Any, ClassVar, Final, TypeVar

from simulations.model import Model
from simulations.parameter import between, one_of, parameters

LEVELS: Final = ("basic", "reactive", "accountable", "proactive", "partnership")
"""Kotler's five levels of effort after the sale, the least first."""
HIGHEST: Final = len(LEVELS) - 1
PLANS: Final = (*LEVELS, "abc", "cutoffs", "optimum")
"""Ways to give out hours: one level for all, ABC groups, cut-offs of one's own, and the best there is."""


@dataclass(frozen=True, kw_only=True)
class Terms(Model):
    """Customers of very different margins, and account managers with few hours, or hired by the hour."""

    number: ClassVar[int] = 51

    margin: float = between(200, 20_000, default=2000.0, step=100)
    spread: float = between(0.2, 1.6, default=1.2, step=0.1)
    staff: str = one_of("fixed", "hired", default="fixed")
    hours: float = between(0, 20_000, default=1000.0, step=100)
    wage: float = between(0, 500, default=60.0, step=5)
    plan: str = one_of(*PLANS, default="accountable")
    cut_reactive: float = between(0, 5000, default=500.0, step=50)
    cut_accountable: float = between(0, 5000, default=1000.0, step=50)
    cut_proactive: float = between(0, 20_000, default=3000.0, step=100)
    cut_partnership: float = between(0, 50_000, default=10_000.0, step=250)
    retention: float = between(0.3, 0.62, default=0.6, step=0.02)
    rise: float = between(0, 0.09, default=0.08, step=0.01)
    growth: float = between(0, 1, default=0.3, step=0.05)
    partner_hours: float = between(4, 60, default=24.0, step=1)
    discount: float = between(0, 0.3, default=0.1, step=0.01)

    @property
    def is_fixed(self) -> bool:
        """Whether there are only so many hours a year; otherwise each hour is hired at the wage."""
        return self.staff == "fixed"


T = TypeVar("T", bound=Terms)
PEOPLE: Final = ("n", "seed", "margin", "spread")
"""What says who the customers are."""


def only(terms: T, *names: str) -> T:
    """The same terms in these respects, the usual ones in all others: runs that agree in them share."""
    usual: dict[str, Any] = {p.name: p.default for p in parameters(terms) if p.name not in names}
    return replace(terms, **usual)
