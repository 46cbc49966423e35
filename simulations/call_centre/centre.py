"""The phone room: how many call, how long a call takes, who answers, and who holds on."""

import math
from dataclasses import dataclass
from typing import ClassVar, Final

from simulations.model import Model
from simulations.parameter import between, one_of
from simulations.waiting_line import WaitingLine, waiting_line

SPELL: Final = 180.0
"""Arrivals are counted in spells of so many seconds, as the course counts them."""


@dataclass(frozen=True, kw_only=True)
class Centre(Model):
    """A call centre; arrivals are calls per 180 seconds, all times are means in seconds."""

    number: ClassVar[int] = 41

    n: int = between(1, 2_000_000, default=20_000, step=1)
    arrivals: float = between(1, 1000, default=10.0, step=1)
    handling: float = between(30, 900, default=180.0, step=10)
    agents: int = between(1, 1200, default=14, step=1)
    callers: str = one_of("hang_up", "hold_on", default="hang_up")
    patience: float = between(5, 1800, default=120.0, step=5)
    threshold: float = between(0, 120, default=20.0, step=5)
    teams: int = between(1, 5, default=2, step=1)
    hours: int = between(1, 12, default=8, step=1)
    rush: float = between(1, 4, default=2.0, step=0.1)

    @property
    def rate(self) -> float:
        """Calls per second."""
        return self.arrivals / SPELL

    @property
    def load(self) -> float:
        """The work offered, in erlangs."""
        return self.rate * self.handling

    @property
    def limit(self) -> float:
        """Mean patience in seconds; without end if callers hold on."""
        return self.patience if self.callers == "hang_up" else math.inf

    def line(self, agents: int, share: float = 1.0) -> WaitingLine:
        """The formulas for so many agents and this share of the calls."""
        return waiting_line(self.rate * share, self.handling, agents, self.limit)

    @property
    def staff(self) -> tuple[int, ...]:
        """How many agents sit in each team, as even as can be; no more teams than agents."""
        teams = min(self.teams, self.agents)
        least, over = divmod(self.agents, teams)
        return tuple(least + (team < over) for team in range(teams))
