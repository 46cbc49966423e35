"""The formulas of waiting lines: Erlang's B and C, and A for callers who lose patience."""

import math
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

import numpy as np
from scipy.special import gammaincc, gammaln

from courseware.problem import ReaderError
from courseware.text import Text

NODES, WEIGHTS = np.polynomial.legendre.leggauss(96)
NODES_FROM_0: Final = NODES + 1

FEW: Final = 50
"""Terms of Erlang A's series that are always added up."""

MANY: Final = 100
"""Above so many lines Erlang's recursion is left to numpy."""

NONE: Final = 1e-200
"""A rate or a load below this is as good as none, and too small to divide by."""

AT_LEAST_0: Final = ("a number of 0 or more", "不小于 0 的数值")
MORE_THAN_0: Final = ("a number above 0", "大于 0 的数值")


def demand(**numbers: float) -> None:
    """A ReaderError unless all of these are finite and at least 0."""
    for name, number in numbers.items():
        if not 0 <= number < math.inf:
            raise _refused(name, number, *AT_LEAST_0)


def _refused(name: str, number: float, en: str, zh: str) -> ReaderError:
    return ReaderError(
        Text(en=f"{name} must be {en}; got {number}.", zh=f"{name} 须为{zh}，现在是 {number}。")
    )


def erlang_b(load: float, lines: int) -> float:
    """The share of calls that find all `lines` busy and go away, for a load in erlangs.

    The recursion of A. K. Erlang (1917); with factorials, 171 lines would already be too many.

    >>> erlang_b(0, 3), erlang_b(0, 0)
    (0.0, 1.0)
    """
    demand(load=load, lines=lines)
    if not load:
        return 0.0 if lines else 1.0
    return 1 / _inverse_b(load, lines)


def _inverse_b(load: float, lines: int) -> float:
    if lines > MANY:  # the same, written out as a sum of products
        with np.errstate(over="ignore"):
            return 1 + float(np.cumprod(np.arange(lines, 0, -1) / load).sum())
    inverse = 1.0
    for line in range(1, lines + 1):
        inverse = 1 + inverse * line / load
    return inverse


def erlang_b_between(load: float, lines: float) -> float:
    """Erlang B continued to any number of lines: 1/B = A∫e^(−At)(1+t)^n dt."""
    demand(load=load, lines=lines)
    if not load:
        return 0.0 if lines else 1.0
    logarithm = load - lines * math.log(load) + gammaln(lines + 1) + np.log(gammaincc(lines + 1, load))
    return float(np.exp(-logarithm))


def erlang_c(load: float, agents: int) -> float:
    """The share of calls that wait when nobody hangs up; all of them once the load is too high."""
    demand(load=load, agents=agents)
    if load >= agents:
        return 1.0
    blocked = erlang_b(load, agents)
    return agents * blocked / (agents - load * (1 - blocked))


@lru_cache(maxsize=256)
def _counted(many: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """1, 2, 3 … up to so many."""
    return np.arange(1.0, many + 1)


@dataclass(frozen=True)
class WaitingLine:
    """Callers who arrive by chance, wait in one line for any of `agents`, and may lose patience.

    `rate` is calls per second, `handling` and `patience` are means in seconds; with the default,
    nobody ever hangs up. Palm (1957); the law of the wait after Baccelli and Hebuterne (1981).
    """

    rate: float
    handling: float
    agents: int
    patience: float = math.inf

    def __post_init__(self) -> None:
        # a firm's months make thousands of lines; most need no more than this look
        if not (0 <= self.rate < math.inf and 0 <= self.handling < math.inf and 0 <= self.agents < math.inf):
            demand(rate=self.rate, handling=self.handling, agents=self.agents)
        if not self.patience > 0:
            raise _refused("patience", self.patience, *MORE_THAN_0)

    @property
    def load(self) -> float:
        """The work offered, in erlangs: agents who would be busy all the time."""
        return self.rate * self.handling

    @property
    def settles(self) -> bool:
        """Whether the line stops growing: always, if callers hang up."""
        return self._is_idle or math.isfinite(self.patience) or self.load < self.agents

    @property
    def relaxation_time(self) -> float:
        """Seconds in which a line forgets all but 1/e of how it began; without end if it never settles.

        Where nobody hangs up and many wait it is 1/(√(agents/handling) − √rate)² (van Doorn 1985), and
        never less than a call. Hanging up empties a line at least as fast as patience ends.
        """
        if self._is_idle:
            return 0.0
        spare = math.sqrt(self.agents) - math.sqrt(self.load)
        queue = self.handling / spare**2 if spare > 0 else math.inf
        return max(self.handling, min(self.patience, queue))

    @property
    def _is_idle(self) -> bool:
        """Whether nobody calls, or calls take no time and somebody is there to take them."""
        return self.rate < NONE or (self.load < NONE and self.agents > 0)

    @cached_property
    def _series(self) -> tuple[float, float]:
        """Logarithms of 1+ΣΠ and Σj·Π of the chances of j callers waiting, against all agents just busy."""
        waiting = _counted(self._terms)
        steps = np.log(self.rate / (self.agents / self.handling + waiting / self.patience))
        logs = np.add.accumulate(steps)
        # each step is less than the one before it: if the first leads down, so do all
        most = max(float(np.maximum.reduce(logs)), 0.0) if steps[0] > 0 else 0.0
        chances = np.exp(logs - most)
        return (
            most + math.log(float(np.add.reduce(chances)) + math.exp(-most)),
            most + math.log(float(chances.dot(waiting))),
        )

    @property
    def _terms(self) -> int:
        """How many terms hold all that a double can tell."""
        spread = 10 * math.sqrt(self.rate * self.patience)
        if self.load < self.agents:
            return FEW + int(min(spread, -40 / math.log(self.load / self.agents)))
        return FEW + int(spread + 2 * (self.load - self.agents) / self.handling * self.patience)

    @cached_property
    def _log_total(self) -> float:
        """Logarithm of the sum of all chances, against that of all agents just busy and nobody waiting."""
        series, beyond = self._series[0], _inverse_b(self.load, self.agents) - 1
        if math.isinf(beyond):
            return math.inf
        other = math.log(beyond) if beyond else -math.inf
        high, low = max(series, other), min(series, other)
        return high + math.log1p(math.exp(low - high))

    @cached_property
    def wait_share(self) -> float:
        """The share of calls that find every agent busy."""
        if self._is_idle:
            return 0.0
        if math.isinf(self.patience):
            return erlang_c(self.load, self.agents)
        return math.exp(self._series[0] - self._log_total)

    @cached_property
    def queue(self) -> float:
        """How many callers wait, on average."""
        if self._is_idle:
            return 0.0
        if not self.settles:
            return math.inf
        if math.isinf(self.patience):
            return self.wait_share * self.load / (self.agents - self.load)
        return math.exp(self._series[1] - self._log_total)

    @property
    def mean_wait(self) -> float:
        """Seconds in the line on average, of all callers, by Little's law."""
        return self.queue / self.rate if self.queue else 0.0

    @property
    def abandon_share(self) -> float:
        """The share of callers who hang up."""
        return self.mean_wait / self.patience if self.settles else 0.0

    @property
    def occupancy(self) -> float:
        """The share of their time in which agents are busy."""
        return min(1.0, self.load * (1 - self.abandon_share) / self.agents) if self.agents else 0.0

    def service_level(self, seconds: float) -> float:
        """The share of all calls that are answered within so many seconds."""
        if self._is_idle:
            return 1.0
        if not self.settles or not self.agents:
            return 0.0
        free = self.agents / self.handling
        if math.isinf(self.patience):
            return 1 - self.wait_share * math.exp((self.rate - free) * seconds)
        answered = free * self._integral(seconds, 1 / self.patience)
        return min(1.0, 1 - self.wait_share + answered)

    def still_waiting(self, seconds: float) -> float:
        """The share of all callers who are still in the line after so many seconds."""
        if self._is_idle:
            return 0.0
        if not self.settles:
            return 1.0
        if math.isinf(self.patience):
            return self.wait_share * math.exp((self.rate - self.agents / self.handling) * seconds)
        fewer = WaitingLine(
            self.rate * math.exp(-seconds / self.patience), self.handling, self.agents, self.patience
        )
        log = float(self._exponent(np.array(seconds))) + fewer._series[0] - self._log_total
        return math.exp(log - seconds / self.patience)

    def _exponent(
        self, x: np.ndarray[tuple[int, ...], np.dtype[np.float64]]
    ) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        """Logarithm of the density of the offered wait, against that at 0."""
        came = self.rate * self.patience * -np.expm1(-x / self.patience)
        return np.asarray(came - self.agents / self.handling * x)

    def _integral(self, seconds: float, decay: float) -> float:
        """∫ of that density times e^(−decay·x) from 0, divided by the total."""
        x = seconds * NODES_FROM_0 / 2
        return float(WEIGHTS @ np.exp(self._exponent(x) - decay * x - self._log_total)) * seconds / 2


@lru_cache(maxsize=4096)
def waiting_line(rate: float, handling: float, agents: int, patience: float = math.inf) -> WaitingLine:
    """The same line, kept for those asked for last."""
    return WaitingLine(rate, handling, agents, patience)


def agents_needed(
    rate: float, handling: float, patience: float = math.inf, *, share: float = 0.8, seconds: float = 20
) -> int:
    """The fewest agents who answer this `share` of calls within so many `seconds`; none if nobody calls.

    >>> agents_needed(10 / 180, 180), agents_needed(0, 180)
    (14, 0)
    """
    if not 0 <= share < 1:
        raise _refused("share", share, "a number from 0 up to, but not, 1", "不小于 0 且小于 1 的数值")
    demand(seconds=seconds, rate=rate)
    if not rate:
        return 0
    low, high = 0, 1
    while waiting_line(rate, handling, high, patience).service_level(seconds) < share:
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        reached = waiting_line(rate, handling, middle, patience).service_level(seconds) >= share
        low, high = (low, middle) if reached else (middle, high)
    return high
