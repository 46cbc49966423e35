"""Marks of group work from ratings: the mark of the group, and each member's factor by those who rated.

A factor is the mean, over the teammates who rated, of how one was rated beside the others that this
rater rated. Who does not rate changes nothing for oneself, and a rating that is missing is no low one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median
from typing import Final

Scores = Mapping[tuple[int, int], Sequence[int]]
"""What a rater gave a teammate for each question, by rater and rated; of oneself where both are the same."""

_OUTLIER: Final = Fraction(35, 100)
"""How far one rating may lie from the middle before it is flagged."""
_TO_COMPARE: Final = 3
"""Ratings that it takes to say which of them lies apart."""
_ANONYMOUS: Final = 2
"""Raters that a mean has to have, since of one alone everybody would know who it was."""


@dataclass(frozen=True)
class Weights:
    """The three ways in per cent: within the group, between groups, by the teacher."""

    within: int
    between: int
    teacher: int


@dataclass(frozen=True)
class PeerMark:
    """One member's mark; None as long as the group has no mark, since factors alone mark nothing."""

    group_mark: Fraction | None
    factor: Fraction
    raters: int
    value: Fraction | None


def factors(members: Sequence[int], scores: Scores) -> dict[int, Fraction]:
    """Each member's factor: 1 if all are rated alike, or if nobody rated; self-ratings are left out.

    >>> factors([1, 2, 3], {(1, 2): [4], (1, 3): [2], (2, 3): [3]})[2]
    Fraction(4, 3)
    """
    found = {member: list(_relative(members, scores, member).values()) for member in members}
    return {
        one: sum(given, Fraction(0)) / len(given) if given else Fraction(1) for one, given in found.items()
    }


def outliers(members: Sequence[int], scores: Scores) -> tuple[tuple[int, int], ...]:
    """Ratings (rater, rated) far from the middle of all, three or more, that the same teammate was given."""
    flagged: list[tuple[int, int]] = []
    for member in members:
        given = _relative(members, scores, member)
        if len(given) < _TO_COMPARE:
            continue
        middle = Fraction(median(given.values()))
        flagged += [(rater, member) for rater, value in given.items() if abs(value - middle) > _OUTLIER]
    return tuple(flagged)


def group_mark(
    between: Mapping[int, Fraction], group_of: Mapping[int, str], teacher: Fraction | None, weights: Weights
) -> Fraction | None:
    """The mark of a group: other groups' (each group counts once, however many rate) and the teacher's."""
    by_group: dict[str, list[Fraction]] = {}
    for rater, mark in between.items():
        by_group.setdefault(group_of[rater], []).append(mark)
    means = [sum(marks, Fraction(0)) / len(marks) for marks in by_group.values()]
    others = sum(means, Fraction(0)) / len(means) if means else None
    there = [
        (w, v) for w, v in ((weights.between, others), (weights.teacher, teacher)) if v is not None and w
    ]
    total = sum(weight for weight, _ in there)
    return sum((weight * value for weight, value in there), Fraction(0)) / total if total else None


def peer_mark(of_group: Fraction | None, factor: Fraction, raters: int, weights: Weights) -> PeerMark:
    """A member's mark: the share `within` of the group's mark moves with the factor, up to 100."""
    if of_group is None:
        return PeerMark(None, factor, raters, None)
    share = Fraction(weights.within, 100)
    value = (1 - share) * of_group + share * min(Fraction(100), of_group * factor)
    return PeerMark(of_group, factor, raters, value)


def raters_of(members: Sequence[int], scores: Scores, member: int) -> int:
    """How many teammates rated a member."""
    return sum((rater, member) in scores for rater in members if rater != member)


def means_for(members: Sequence[int], scores: Scores, member: int) -> tuple[Fraction, ...]:
    """What the rated reads: one mean a question and no single rating; nothing if only one teammate rated."""
    given = [scores[rater, member] for rater in members if rater != member and (rater, member) in scores]
    if len(given) < _ANONYMOUS:
        return ()
    return tuple(Fraction(sum(column), len(column)) for column in zip(*given, strict=True))


def _relative(members: Sequence[int], scores: Scores, member: int) -> dict[int, Fraction]:
    """By rater, how a member was rated beside the mean of all teammates whom this rater rated."""
    found: dict[int, Fraction] = {}
    for rater in members:
        given = {one: sum(scores[rater, one]) for one in members if one != rater and (rater, one) in scores}
        total = sum(given.values())
        if member in given:
            found[rater] = Fraction(given[member] * len(given), total) if total else Fraction(1)
    return found
