"""What a whole paper tells of a class: how its marks lie, and how far one of them can be relied on.

The formulas are those of Moodle's quiz statistics (docs.moodle.org, *Quiz statistics calculations*): skewness
and kurtosis from the k-statistics of a sample, and Cronbach's alpha, which is called the coefficient of
internal consistency there. Every question counts one point.
"""

from dataclasses import dataclass, replace
from math import sqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray

from classroom.analysis.mark_table import MarkTable

Marks = NDArray[np.float64]
_NOTHING: Final = 1e-12
"""A variance below this is that of equal marks and the rounding of their sums."""


@dataclass(frozen=True)
class PaperStatistics:
    """The figures of a paper of `items` questions over `n` students; None where they cannot be told.

    `mean`, `median`, `deviation` and `standard_error` are shares of the whole paper (0-1). `alpha` is 1 for
    questions that all ask the same, about 0 for such as have nothing in common, and negative where they work
    against each other; `error_ratio` is the share of the deviation that is chance, and `standard_error` that
    chance in marks.
    """

    n: int
    began: int
    items: int
    mean: float | None = None
    median: float | None = None
    deviation: float | None = None
    skewness: float | None = None
    kurtosis: float | None = None
    alpha: float | None = None
    error_ratio: float | None = None
    standard_error: float | None = None


def paper_statistics(table: MarkTable) -> PaperStatistics:
    """The figures of the paper; none of them where there are too few attempts."""
    counts = PaperStatistics(len(table.students), table.began, len(table.items))
    if not table.is_enough or not table.items:
        return counts
    totals, most = table.totals, len(table.items)
    spread, reliability = float(totals.std(ddof=1)) / most, alpha(table.marks)
    chance = None if reliability is None else sqrt(max(0.0, 1 - reliability))
    return replace(
        counts,
        mean=float(totals.mean()) / most,
        median=float(np.median(totals)) / most,
        deviation=spread,
        skewness=skewness(totals),
        kurtosis=kurtosis(totals),
        alpha=reliability,
        error_ratio=chance,
        standard_error=None if chance is None else chance * spread,
    )


def skewness(marks: Marks) -> float | None:
    """k₃ ÷ k₂^(3/2): 0 if both tails are alike, negative if a few are far below the others."""
    n = len(marks)
    if n < 3 or (k2 := _k2(marks)) < _NOTHING:
        return None
    k3 = n * _sum_of_powers(marks, 3) / ((n - 1) * (n - 2))
    return k3 / float(k2**1.5)


def kurtosis(marks: Marks) -> float | None:
    """k₄ ÷ k₂²: 0 of a normal curve, positive of a peak with far tails, negative of a flat one."""
    n = len(marks)
    if n < 4 or (k2 := _k2(marks)) < _NOTHING:
        return None
    m2, m4 = _sum_of_powers(marks, 2) / n, _sum_of_powers(marks, 4) / n
    k4 = n * n * ((n + 1) * m4 - 3 * (n - 1) * m2**2) / ((n - 1) * (n - 2) * (n - 3))
    return float(k4 / k2**2)


def alpha(marks: Marks) -> float | None:
    """Cronbach's alpha of a table of marks (students × questions), as it comes out, be it negative.

    None with fewer than two questions or students, or where all have the same on the whole paper.
    """
    students, items = marks.shape
    if students < 2 or items < 2:
        return None
    whole = float(marks.sum(axis=1).var(ddof=1))
    if whole < _NOTHING:
        return None
    parts = float(marks.var(axis=0, ddof=1).sum())
    return float(items / (items - 1) * (1 - parts / whole))


def _k2(marks: Marks) -> float:
    return float(marks.var(ddof=1))


def _sum_of_powers(marks: Marks, power: int) -> float:
    return float(((marks - marks.mean()) ** power).sum())
