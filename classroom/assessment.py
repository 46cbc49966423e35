"""What becomes of an attempt after it was marked: a teacher's mark or a regrade, appended with its reason."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, Row, select, update

from classroom.records import tables
from exercises import Grade

Origin = Literal["marker", "second_marker", "agreed", "regrade"]
"""Who assessed: a teacher, another one who did not see the first mark, both together, or the lab again."""


@dataclass(frozen=True)
class Assessment:
    """How an attempt is marked after all. `points` is what it adds to the mark of its question (0-1).

    One that `is_current` counts in the place of the attempt's own marks and of every assessment before it.
    """

    origin: Origin
    grade: Grade
    score: float
    points: float
    by: str
    why: str
    at: datetime
    is_current: bool = True


def assess(connection: Connection, attempt_id: int, assessment: Assessment) -> None:
    """Appends an assessment of the attempt with this number in the record; those before it stay readable."""
    table = tables.assessment
    if assessment.is_current:
        of_it = (table.c.attempt_id == attempt_id, table.c.is_current)
        connection.execute(update(table).where(*of_it).values(is_current=False))
    connection.execute(
        table.insert().values(
            attempt_id=attempt_id,
            origin=assessment.origin,
            grade=assessment.grade.to_json(),
            score=assessment.score,
            points=assessment.points,
            by=assessment.by,
            why=assessment.why,
            at=assessment.at,
            is_current=assessment.is_current,
        )
    )


def assessments_of(connection: Connection, attempt_id: int) -> tuple[Assessment, ...]:
    """All that was said of this attempt after the lab marked it, the first first."""
    table = tables.assessment
    query = select(table).where(table.c.attempt_id == attempt_id).order_by(table.c.id)
    return tuple(read_assessment(row) for row in connection.execute(query))


def read_assessment(row: Row[*tuple[Any, ...]]) -> Assessment:
    """An assessment from a row of the table."""
    grade = Grade.from_json(row.grade)
    return Assessment(row.origin, grade, row.score, row.points, row.by, row.why, row.at, row.is_current)
