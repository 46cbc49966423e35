"""The firm: how customers come, call, are served or not, and stay or leave."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar, Final

from scipy.optimize import brentq

from simulations.model import Model
from simulations.parameter import between, one_of
from simulations.waiting_line import agents_needed, waiting_line

HOURS: Final = 160.0
"""Working hours in a month."""


@dataclass(frozen=True, kw_only=True)
class Firm(Model):
    """A firm that may staff its phones by habit (silo) or by what its data say (integrated).

    `acquisition` is customers a month, `contact` calls per customer and month, `handling` minutes,
    `patience` and `threshold` seconds.
    """

    number: ClassVar[int] = 44

    n: int = between(1, 2_000_000, default=1000, step=1)
    acquisition: int = between(0, 2000, default=400, step=20)
    contact: float = between(0, 2, default=0.5, step=0.05)
    handling: float = between(1, 30, default=6.0, step=0.5)
    silo_agents: int = between(1, 30, default=2, step=1)
    patience: float = between(30, 900, default=180.0, step=30)
    target: float = between(0.5, 0.95, default=0.8, step=0.05)
    threshold: float = between(0, 120, default=20.0, step=5)
    stay_served: float = between(0.5, 0.99, default=0.95, step=0.01)
    stay_failed: float = between(0, 0.99, default=0.70, step=0.01)
    margin: float = between(0, 100, default=10.0, step=1)
    wage: float = between(0, 20_000, default=4000.0, step=250)
    links: str = one_of("integrated", "silo", default="integrated")
    periods: int = between(1, 60, default=48, step=1)

    def calls(self, customers: float) -> float:
        """Calls per second of so many customers."""
        return self.contact * customers / (HOURS * 3600)

    def agents(self, customers: float) -> int:
        """How many agents the integrated firm takes: the fewest who answer enough calls in time."""
        rate = self.calls(customers)
        if not rate:
            return 1
        return agents_needed(rate, 60 * self.handling, share=self.target, seconds=self.threshold)

    def answered(self, customers: float, agents: int) -> float:
        """The share of calls that are answered; the others lose patience (Erlang A)."""
        rate = self.calls(customers)
        return (
            1 - waiting_line(rate, 60 * self.handling, agents, self.patience).abandon_share if rate else 1.0
        )

    def stay(self, answered: float) -> float:
        """The share of customers who stay a month; service that fails loses them."""
        return self.stay_failed + (self.stay_served - self.stay_failed) * answered

    def next(self, customers: float, agents: int) -> float:
        """How many customers there will be: N′ = a + r(service)·N."""
        return self.acquisition + self.stay(self.answered(customers, agents)) * customers

    @lru_cache(maxsize=256)  # noqa: B019 - a firm is frozen, and its rest is asked for often
    def rest_with(self, agents: int, times: int = 1) -> float:
        """Where customers come to rest with so many agents, N* = a/(1−r*), for `times` as many new ones."""
        won = times * self.acquisition
        if not won:
            return 0.0
        least, most = (won / (1 - stay) for stay in sorted((self.stay_failed, self.stay_served)))
        if most - least < 1e-9:
            return most

        def surplus(customers: float) -> float:
            return won - self.acquisition + self.next(customers, agents) - customers

        return float(brentq(surplus, least * (1 - 1e-9), most * (1 + 1e-9)))

    def rest(self, *, integrated: bool, times: int = 1) -> float:
        """Where the firm comes to rest from its first customers, with `times` as many new ones a month.

        The integrated firm adds or drops agents on its way, so that it may rest in several places:
        it takes the first on its way up or down.
        """
        return self.rest_with(self._agents_at_rest(times) if integrated else self.silo_agents, times)

    def _agents_at_rest(self, times: int) -> int:
        """The first number of agents, on the way up or down, that is enough where the firm then rests.

        More agents never rest with fewer customers, so that no number between these agents and those needed
        where they rest can be enough: each step may go there at once. Where customers stay rather if they
        are not answered it is the other way round, and the place is found by halving.
        """
        agents = self.agents(self.n)
        up = self.rest_with(agents, times) > self.n

        def needed(given: int) -> int:
            return self.agents(self.rest_with(given, times))

        if self.stay_failed > self.stay_served:
            way = range(agents, max(needed(agents), agents) + 1) if up else range(agents, 0, -1)
            return way[bisect_left(way, True, key=lambda a: needed(a) <= a if up else needed(a) >= a)]
        while (enough := needed(agents)) != agents and (enough > agents) == up:
            agents = enough
        return agents
