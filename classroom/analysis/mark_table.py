"""The marks of a paper in rows and columns: one row for each student, one column for each question."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from classroom.analysis.first_attempts import FirstAttempt

ENOUGH: Final = 20
"""With fewer first attempts no figure is told: chance alone would move it more than the question does."""


@dataclass(frozen=True, eq=False)
class MarkTable:
    """The marks (0-1) of students at the questions of a paper; every place is filled.

    `began` counts the students who have answered at least one of the questions.
    """

    students: tuple[int, ...]
    items: tuple[str, ...]
    marks: NDArray[np.float64]
    began: int

    @property
    def totals(self) -> NDArray[np.float64]:
        """What each student has on the whole paper; every question counts one point."""
        return np.asarray(self.marks.sum(axis=1), dtype=float)

    @property
    def is_enough(self) -> bool:
        """Whether there are so many attempts that a figure means something."""
        return len(self.students) >= ENOUGH

    def rest(self, item: str) -> NDArray[np.float64]:
        """What each student has on the paper without this question."""
        return self.totals - self.of(item)

    def of(self, item: str) -> NDArray[np.float64]:
        """What each student has at this question."""
        return np.asarray(self.marks[:, self.items.index(item)], dtype=float)


def mark_table(
    attempts: Iterable[FirstAttempt], items: Sequence[str], *, with_unfinished: bool = False
) -> MarkTable:
    """The table of these attempts at these questions.

    Who has not answered all of them is left out, as an attempt that is not finished; with them a question
    that was left open counts nothing, as Moodle has it of a paper that was handed in.
    """
    places = {item: place for place, item in enumerate(items)}
    rows: dict[int, NDArray[np.float64]] = {}
    for attempt in attempts:
        if attempt.item in places:
            row = rows.setdefault(attempt.student, np.full(len(items), np.nan))
            row[places[attempt.item]] = attempt.mark
    counted = {who: row for who, row in rows.items() if with_unfinished or not np.isnan(row).any()}
    marks = np.nan_to_num(np.array([*counted.values()]).reshape(len(counted), len(items)))
    return MarkTable(tuple(counted), tuple(items), marks, began=len(rows))
