"""The marks of one student's tries at a question after it was corrected, worked out of values alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from classroom.attempt import earned
from exercises import worth


@dataclass(frozen=True)
class RegradePolicy:
    """What is to become of marks: whether nobody may lose, and of what cannot be marked again."""

    nobody_loses: bool = False
    gives_full_credit: bool = False
    """Whether whoever answered gets all points where the question itself has become another one."""


@dataclass(frozen=True)
class TryMark:
    """One try as it counts: its score and points, and what points are worked out with.

    `is_fixed` tells that a person has marked it, or that it was set aside: then it stays.
    """

    rate: float
    number: int
    score: float
    points: float
    hint_cost: float
    is_fixed: bool = False


def remarked(
    tries: Sequence[TryMark], scores: Sequence[float | None], policy: RegradePolicy
) -> tuple[TryMark, ...]:
    """The tries of one try group, first to last, with the scores of today.

    A score is None where the question has become another one; then the tries stay as they are, or earn
    what a right first try would have earned.
    """
    if any(score is None and not one.is_fixed for one, score in zip(tries, scores, strict=True)):
        return _credited(tries) if policy.gives_full_credit else tuple(tries)
    best, found = 0.0, []
    for one, score in zip(tries, scores, strict=True):
        now = one
        if not one.is_fixed and score is not None:
            points = earned(one.rate, one.number, score, one.hint_cost, best)
            now = replace(one, score=score, points=points)
        best = max(best, worth(now.score, now.hint_cost))
        found.append(now)
    loses = total(found) < total(tries)
    return tuple(tries) if loses and policy.nobody_loses else tuple(found)


def total(tries: Sequence[TryMark]) -> float:
    """What the tries earn together."""
    return sum(one.points for one in tries)


def _credited(tries: Sequence[TryMark]) -> tuple[TryMark, ...]:
    """All points that a right first try would have earned, given to the last try."""
    missing = tries[0].rate - total(tries)
    if missing <= 0:
        return tuple(tries)
    return (*tries[:-1], replace(tries[-1], score=1.0, points=min(1.0, tries[-1].points + missing)))
