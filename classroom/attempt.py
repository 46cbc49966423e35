"""One response and what it earned: appended, never changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import JsonValue
from sqlalchemy import Connection, Row

from classroom.records import tables
from classroom.records.sanitize import digest
from classroom.records.student import Student
from exercises import Grade, earn, worth


@dataclass(frozen=True)
class Attempt:
    """One response to one variant. `try_number` counts from 1 in each try group.

    `rate` is the share of the gain that this try could earn (0 in practice), `hint_cost` the share
    of the score that hints opened before it took away, `points` what it added to the mark.
    """

    item: str
    group: int
    try_number: int
    response: Mapping[str, JsonValue]
    grade: Grade
    score: float
    rate: float
    points: float
    hint_cost: float
    at: datetime

    @property
    def worth(self) -> float:
        """The score after the hints."""
        return worth(self.score, self.hint_cost)

    @property
    def to_come(self) -> float:
        """What a teacher's mark may still add to its points at most; nothing if none is waited for."""
        return max(0.0, self.rate * worth(1, self.hint_cost) - self.points) if self.grade.is_pending else 0.0


def earned(rate: float, number: int, score: float, hint_cost: float, best: float) -> float:
    """The points of the try with this number, whose gain counts at `rate`."""
    return earn((rate,) * number, number, score, hint_cost, best)


def best_of(attempts: Sequence[Attempt]) -> float:
    """The most that any of these attempts was worth; 0 if there are none."""
    return max((attempt.worth for attempt in attempts), default=0.0)


def read_attempt(row: Row[*tuple[Any, ...]]) -> Attempt:
    """An attempt from a row of the table."""
    return Attempt(
        row.item,
        row.group_number,
        row.try_number,
        row.response,
        Grade.from_json(row.grade),
        row.score,
        row.rate,
        row.points,
        row.hint_cost,
        row.at,
    )


def append(connection: Connection, student: Student, variant_id: int, attempt: Attempt) -> None:
    """Adds the attempt to the record; the database refuses a second one with its number."""
    connection.execute(
        tables.attempt.insert().values(
            student_id=student.id,
            variant_id=variant_id,
            item=attempt.item,
            group_number=attempt.group,
            try_number=attempt.try_number,
            response=attempt.response,
            response_digest=digest(attempt.response),
            grade=attempt.grade.to_json(),
            score=attempt.score,
            rate=attempt.rate,
            points=attempt.points,
            hint_cost=attempt.hint_cost,
            at=attempt.at,
        )
    )
