"""The market: how customers buy, leave and spend, how long they are watched, and what may be moved."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from simulations.bg_nbd import BgNbd
from simulations.lifetime_value.gamma_gamma import GammaGamma
from simulations.model import Model
from simulations.parameter import between, one_of, parameters
from simulations.span import Span


@dataclass(frozen=True, kw_only=True)
class Market(Model):
    """Customers who are bound by no contract; times in weeks unless a name says otherwise."""

    number: ClassVar[int] = 5

    source: str = one_of("simulated", "orders", "cdnow", default="simulated")
    r: float = between(0.1, 2, default=0.24, step=0.02)
    alpha: float = between(2, 20, default=4.4, step=0.2)
    a: float = between(0.2, 3, default=0.8, step=0.05)
    b: float = between(1, 8, default=2.4, step=0.1)
    p: float = between(1, 20, default=6.25, step=0.25)
    q: float = between(1.5, 10, default=3.75, step=0.25)
    v: float = between(1, 50, default=15.5, step=0.5)
    entry: int = between(0, 26, default=12, step=1)
    watched: int = between(27, 104, default=39, step=1)
    ahead: int = between(4, 104, default=39, step=1)
    story: str = one_of("leave", "stay", default="leave")
    bought: int = between(0, 15, default=10, step=1)
    last_week: int = between(0, 104, default=20, step=1)
    margin: float = between(0, 1, default=0.3, step=0.05)
    discount: float = between(0, 0.3, default=0.1, step=0.01)
    horizon: int = between(1, 60, default=36, step=1)
    read_as: str = one_of("weeks", "days", default="weeks")
    keep_lever: float = between(0, 0.8, default=0.2, step=0.05)
    visit_lever: float = between(0, 1, default=0.1, step=0.05)
    spend_lever: float = between(0, 1, default=0.1, step=0.05)

    @property
    def buying(self) -> BgNbd:
        """How customers buy and leave, as set."""
        return BgNbd(self.r, self.alpha, self.a, self.b, "weeks")

    @property
    def spending(self) -> GammaGamma:
        """What customers spend, as set."""
        return GammaGamma(self.p, self.q, self.v)

    @property
    def future(self) -> Span:
        """The time for which purchases are foretold."""
        return Span(self.ahead, "weeks")


MADE: Final = ("n", "seed", "source", "r", "alpha", "a", "b", "p", "q", "v", "entry", "watched", "ahead")
"""The parameters that decide what the customers do; all others only look at it or foretell it."""
LOOKS: Final[Mapping[str, Any]] = {p.name: p.default for p in parameters(Market) if p.name not in MADE}
