"""The terms of a campaign: what a call does to whom, what is tried first, who is called and what it costs."""

from dataclasses import dataclass, replace
from typing import Any, ClassVar, Final, TypeVar

from simulations.model import Model
from simulations.parameter import between, one_of, parameters

LEVEL: Final = -1.9
"""The log-odds to leave of a customer with an average record."""
RISE: Final = 1.1
"""How much a step of the first trait, the one that shows in the record, raises them."""


@dataclass(frozen=True, kw_only=True)
class Terms(Model):
    """Customers before a renewal, a call that pulls at each, and a firm that asks whom to call."""

    number: ClassVar[int] = 21

    n: int = between(1, 2_000_000, default=20_000, step=1)
    pull: float = between(0, 1, default=0.45, step=0.05)
    pull_on_decided: float = between(-0.6, 0.4, default=-0.45, step=0.05)
    pull_on_open: float = between(0, 1, default=0.5, step=0.05)
    pilot: int = between(50, 20_000, default=4000, step=50)
    score: str = one_of("chance", "risk", "uplift", "truth", default="risk")
    called: float = between(0, 1, default=0.2, step=0.05)
    call_cost: float = between(0, 50, default=2.0, step=0.5)
    margin: float = between(0, 500, default=120.0, step=10)
    pilot_cost: float = between(0, 20, default=3.0, step=1)
    acquisition: float = between(0, 500, default=51.0, step=1)


T = TypeVar("T", bound=Terms)
CALL: Final = ("pull", "pull_on_decided", "pull_on_open")
"""What the call does to customers."""


def only(terms: T, *names: str) -> T:
    """The same terms in these respects, the usual ones in all others: runs that agree in them share."""
    usual: dict[str, Any] = {p.name: p.default for p in parameters(terms) if p.name not in names}
    return replace(terms, **usual)
