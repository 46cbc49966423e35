"""What one question tells of a class: how hard it is, and whether those who know more do better at it.

The formulas are those of Moodle's quiz statistics (docs.moodle.org, *Quiz statistics calculations*), for
questions of one point each: first attempts, sample variances (n − 1), and against each question the mark
on the rest of the paper, so that no question is compared with itself.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from classroom.analysis.mark_table import MarkTable

Marks = NDArray[np.float64]
_NOTHING: Final = 1e-9
"""Marks that differ by less are equal but for the rounding of their sums."""


@dataclass(frozen=True)
class ItemStatistics:
    """The figures of one question over `n` students; None where they cannot be told.

    `facility` is the mean mark (0-1), `deviation` the standard deviation of the marks, `discrimination` their
    correlation with the rest of the paper (−1 to 1), `efficiency` the share of the greatest correlation that
    these very marks could have had.
    """

    item: str
    n: int
    facility: float | None
    deviation: float | None
    discrimination: float | None
    efficiency: float | None


def item_statistics(table: MarkTable) -> tuple[ItemStatistics, ...]:
    """The figures of every question of the paper; none of them where there are too few attempts."""
    n = len(table.students)
    if not table.is_enough:
        return tuple(ItemStatistics(item, n, None, None, None, None) for item in table.items)
    return tuple(_of(item, table.of(item), table.rest(item)) for item in table.items)


def facility(marks: Marks) -> float | None:
    """The mean mark: 1 if all have it right, 0 if nobody has."""
    return float(marks.mean()) if len(marks) else None


def deviation(marks: Marks) -> float | None:
    """The standard deviation of a sample; None of fewer than two marks."""
    return float(marks.std(ddof=1)) if len(marks) > 1 else None


def discrimination(marks: Marks, rest: Marks) -> float | None:
    """How the marks at a question go together with those on the rest of the paper: Pearson's correlation.

    None where all marks, or all of the rest, are the same.
    """
    if _is_flat(marks) or _is_flat(rest):
        return None
    return _covariance(marks, rest) / float(marks.std(ddof=1) * rest.std(ddof=1))


def efficiency(marks: Marks, rest: Marks) -> float | None:
    """The discrimination as a share of what the same marks would reach, handed out by rank.

    A question that nearly all get right cannot tell much apart; this says how much of the little it does.
    """
    if _is_flat(marks) or _is_flat(rest):
        return None
    return _covariance(marks, rest) / _covariance(np.sort(marks), np.sort(rest))


def _of(item: str, marks: Marks, rest: Marks) -> ItemStatistics:
    return ItemStatistics(
        item,
        len(marks),
        facility(marks),
        deviation(marks),
        discrimination(marks, rest),
        efficiency(marks, rest),
    )


def _covariance(one: Marks, other: Marks) -> float:
    return float(((one - one.mean()) * (other - other.mean())).sum() / (len(one) - 1))


def _is_flat(marks: Marks) -> bool:
    """Whether there is nothing to compare: fewer than two marks, or all the same."""
    return len(marks) < 2 or float(np.ptp(marks)) < _NOTHING
