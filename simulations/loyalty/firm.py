"""The firm and its market: five methods to make customers loyal, and the day the barrier falls."""

from dataclasses import dataclass
from typing import ClassVar, Final

from simulations.model import Model
from simulations.parameter import between, one_of

MEMBERS: Final = 400
"""Customers who can be picked one by one, and the most dots a chart draws."""
BARRIER_TODAY: Final = 0.5
RIVALS_TODAY: Final = 0.5
"""The mean switching cost and the strength of the rivals in month 0."""


@dataclass(frozen=True, kw_only=True)
class Firm(Model):
    """What the firm does from month 1 on; month 0 is as the firm of today has made it."""

    number: ClassVar[int] = 2

    satisfaction: float = between(-1, 1, default=0.0, step=0.05)
    knowledge: float = between(0, 1, default=0.0, step=0.05)
    switching_cost: float = between(0, 1, default=BARRIER_TODAY, step=0.05)
    interaction: float = between(0, 1, default=0.0, step=0.05)
    care: float = between(0, 1, default=0.0, step=0.05)
    competition: float = between(0, 1, default=RIVALS_TODAY, step=0.05)
    shock: str = one_of("none", "barrier_falls", default="none")
    shock_period: int = between(1, 60, default=13, step=1)
    reward: float = between(0, 8, default=5.0, step=0.5)
    reward_ends: int = between(1, 60, default=12, step=1)
    customer: int = between(1, MEMBERS, default=1, step=1)
    periods: int = between(1, 60, default=24, step=1)

    @property
    def warmth(self) -> float:
        """What the methods add to everybody's attitude, in log-odds: 2s + (1 + k)(x + c).

        To know a customer's traits warms nobody by itself; it makes interaction and care fit, and at
        best doubles what they do. With no knowledge this is the plain sum 2s + x + c.
        """
        return 2 * self.satisfaction + (1 + self.knowledge) * (self.interaction + self.care)

    @property
    def is_shocked(self) -> bool:
        """Whether the barrier falls before the run is over."""
        return self.shock == "barrier_falls" and self.shock_period <= self.periods

    @property
    def eve(self) -> int:
        """The last month before the barrier falls; month 0 if it never does."""
        return self.shock_period - 1 if self.is_shocked else 0

    def barrier(self, period: int) -> float:
        """The mean switching cost in a month; in month 0 it is that of today."""
        if self.is_shocked and period >= self.shock_period:
            return 0.0
        return self.switching_cost if period else BARRIER_TODAY

    def rivalry(self, period: int) -> float:
        """How strong the rivals are in a month: one more comes when the barrier falls."""
        return min(1.0, self.competition + 0.3 * (self.is_shocked and period >= self.shock_period))

    @property
    def effort(self) -> float:
        """What the methods take, in points; prices set for the game and not measured anywhere."""
        methods = 40 * max(self.satisfaction, 0) + 20 * (self.interaction + self.care) + 15 * self.knowledge
        return methods + 60 * max(self.switching_cost - BARRIER_TODAY, 0)
