"""What a budget buys best: more complaints, more of them put right, or more of those at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from simulations.complaints.closed_forms import complain, readiness_for, stay_and_spoke
from simulations.complaints.terms import Terms
from simulations.tarp import path_shares

COMPLAINTS, FIXING, SPEED = 3.0, 2.5, 1.5
"""What one point more of each costs."""
BUDGET: Final = 100.0


@dataclass(frozen=True)
class Plan:
    """Points more that complain, are put right and are so at once, and the share that then stays."""

    complaints: int
    fixing: int
    speed: int
    stay: float

    @property
    def cost(self) -> float:
        """What the plan costs."""
        return COMPLAINTS * self.complaints + FIXING * self.fixing + SPEED * self.speed


def best_plan(terms: Terms, budget: float = BUDGET) -> Plan:
    """The plan in whole points, within the budget, with which most customers stay."""
    return max(_plans(terms, budget), key=lambda plan: plan.stay)


def _plans(terms: Terms, budget: float) -> Iterator[Plan]:
    """Every plan that spends on speed what the other two leave, or nothing."""
    unasked = complain(terms, terms.readiness)
    for more in range(_most(budget, COMPLAINTS, unasked) + 1):
        readiness = readiness_for(terms, unasked + more / 100) if more else terms.readiness
        silent, *parts = stay_and_spoke(terms, readiness)
        for fixing in range(_most(budget - COMPLAINTS * more, FIXING, terms.fix_rate) + 1):
            left = budget - COMPLAINTS * more - FIXING * fixing
            # what speed brings is a straight line, so none of it or all of it is best
            for speed in {0, _most(left, SPEED, terms.fast_rate)}:
                helped = path_shares(1, terms.fix_rate + fixing / 100, terms.fast_rate + speed / 100)[1:]
                kept = silent + sum(part * share for part, share in zip(parts, helped, strict=True))
                yield Plan(more, fixing, speed, kept)


def _most(money: float, price: float, share: float) -> int:
    """The most whole points that the money buys and that are still to be had."""
    return max(0, min(int(money / price + 1e-9), int(100 * (1 - share) + 1e-9)))
