"""What somebody struggles with: the knowledge points whose questions bring the fewest points."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from classroom.gradebook.nodes import ItemPoints
from exercises import Exercise

WEAK: Final = Fraction(6, 10)
"""Below this share of the points a knowledge point has not been grasped: the pass mark of the course."""
_ENOUGH: Final = 2
"""Questions of a point that have to be answered before anything is said of it."""


@dataclass(frozen=True)
class WeakPoint:
    """A knowledge point by its number, and the share (0-1) of the points that its questions brought."""

    number: int
    share: Fraction
    questions: int


def weak_points(done: Iterable[ItemPoints], exercises: Mapping[str, Exercise]) -> tuple[WeakPoint, ...]:
    """The knowledge points below the pass mark, the weakest first; what was not answered says nothing."""
    brought: dict[int, list[Fraction]] = defaultdict(list)
    for one in done:
        if one.is_pending:
            continue  # neither right nor wrong yet
        for number in exercises[one.item].item.curriculum if one.item in exercises else ():
            brought[number].append(one.points)
    found = (
        WeakPoint(number, sum(points, Fraction(0)) / len(points), len(points))
        for number, points in brought.items()
        if len(points) >= _ENOUGH
    )
    return tuple(sorted((one for one in found if one.share < WEAK), key=lambda one: (one.share, one.number)))
