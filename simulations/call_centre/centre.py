"""The phone room: how many call, how long a call takes, who answers, and who holds on."""

import math
from dataclasses import dataclass
from typing import ClassVar, Final

from simulations.model import Model
from simulations.parameter import between, one_of
from simulations.waiting_line import WaitingLine, waiting_line

SPELL: Final = 180.0
"""Arrivals are counted in spells of so many seconds, as the course counts them."""

LONG: Final = 10
"""A run of so many relaxation times tells the mean wait; a shorter one shows how the room filled.

At full load a run from an empty room falls short by about a quarter of a relaxation time (Abate and Whitt
1987), here by a fortieth; for 2,000 calls and ten agents at 9.85 erlangs it is two thirds.
"""


@dataclass(frozen=True, kw_only=True)
class Centre(Model):
    """A call centre; arrivals are calls per 180 seconds, all times are means in seconds."""

    number: ClassVar[int] = 41

    n: int = between(1, 2_000_000, default=20_000, step=1)
    arrivals: float = between(1, 1000, default=10.0, step=1, usual=(1, 20))
    handling: float = between(30, 900, default=180.0, step=10)
    agents: int = between(1, 1200, default=14, step=1, usual=(4, 30))
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

    def relaxations(self, line: WaitingLine) -> float:
        """How many relaxation times of a line the run lasts; nan if the line grows for ever."""
        return self.n / self.rate / line.relaxation_time if line.settles else math.nan

    @property
    def is_short(self) -> bool:
        """Whether the run is too short for the formula of all agents in one line."""
        return self.relaxations(self.line(self.agents)) < LONG

    @property
    def staff(self) -> tuple[int, ...]:
        """How many agents sit in each team, as even as can be; no more teams than agents."""
        teams = min(self.teams, self.agents)
        least, over = divmod(self.agents, teams)
        return tuple(least + (team < over) for team in range(teams))
