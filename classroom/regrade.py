"""Marking everything again: an upgrade of the lab must change nobody's marks."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isclose
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Row, select

import exercises
from classroom.attempt import earned
from classroom.records import tables
from classroom.records.store import Store
from exercises import Grade, Variant, worth


@dataclass(frozen=True)
class RegradedAttempt:
    """The score and points of one attempt, as stored and as they come out today.

    Today's are None where the answer cannot be marked any more.
    """

    attempt: int
    item: str
    stored: tuple[float, float]
    today: tuple[float, float] | None

    @property
    def is_same(self) -> bool:
        """Whether today's marks are the stored ones."""
        return self.today is not None and all(
            isclose(old, new, abs_tol=1e-9) for old, new in zip(self.stored, self.today, strict=True)
        )


def regrade(store: Store) -> Iterator[RegradedAttempt]:
    """Marks every stored attempt again, from its frozen variant and raw response alone.

    An attempt that lost its words when its student was deleted has nothing left to mark.
    """
    attempt, variant = tables.attempt, tables.variant
    query = (
        select(attempt, variant.c.body)
        .join(variant, variant.c.id == attempt.c.variant_id)
        .where(attempt.c.response_digest != "")
        .order_by(attempt.c.student_id, attempt.c.item, attempt.c.group_number, attempt.c.try_number)
    )
    best = 0.0
    with store.read() as connection:
        for row in connection.execution_options(yield_per=500).execute(query):
            best = best if row.try_number > 1 else 0.0
            score = _score(row)
            points = None if score is None else earned(row.rate, row.try_number, score, row.hint_cost, best)
            today = None if score is None or points is None else (score, points)
            best = max(best, worth(row.score if score is None else score, row.hint_cost))
            yield RegradedAttempt(row.id, row.item, (row.score, row.points), today)


def _score(row: Row[*tuple[Any, ...]]) -> float | None:
    """None if its kind has gone, its frozen form is no longer understood or it reads as invalid."""
    try:
        grade = exercises.grade(Variant.from_json(row.body), row.response)
    except (RuntimeError, ValidationError):
        return None
    return grade.score if isinstance(grade, Grade) else None
