"""What an attempt counts for now: its latest assessment if there is one, else what the lab marked."""

from typing import Any, Final

from sqlalchemy import ColumnElement, FromClause, Label, and_, case, func, literal

from classroom.records import tables


class EffectiveAttempts:
    """Attempts beside the assessment that is current of each, to select from or to join.

    Attempts are never changed: a teacher's mark and a regrade are assessments, of which the last counts.
    """

    def __init__(self, attempt: FromClause = tables.attempt) -> None:
        """`attempt` is the table, or an alias of it where a query meets it twice."""
        self.attempt = attempt
        self.assessment: FromClause = tables.assessment.alias()
        self.is_current = and_(self.assessment.c.attempt_id == attempt.c.id, self.assessment.c.is_current)

    @property
    def rows(self) -> FromClause:
        """Every attempt once."""
        return self.attempt.outerjoin(self.assessment, self.is_current)

    @property
    def grade(self) -> ColumnElement[Any]:
        """What was said of it."""
        return self._latest("grade")

    @property
    def score(self) -> ColumnElement[float]:
        """How right it was, 0-1."""
        return self._latest("score")

    @property
    def points(self) -> ColumnElement[float]:
        """What it adds to the mark of its question, 0-1."""
        return self._latest("points")

    @property
    def is_marked(self) -> ColumnElement[bool]:
        """Whether it does not wait for a teacher."""
        waits: ColumnElement[bool] = self._latest("grade").element["is_pending"].as_boolean()
        return waits.is_not(True)

    @property
    def waiting(self) -> ColumnElement[int]:
        """How many of those counted together wait for a teacher."""
        return func.sum(case((self.is_marked, 0), else_=1))

    @property
    def to_come(self) -> ColumnElement[float]:
        """What teachers' marks may still add at most to the points of those counted together."""
        attempt, nothing = self.attempt.c, literal(0.0)
        full = attempt.rate * case((attempt.hint_cost < 1, 1 - attempt.hint_cost), else_=nothing)
        rest = full - self.points.element
        return func.sum(case((self.is_marked, nothing), (rest > 0, rest), else_=nothing))

    @property
    def columns(self) -> tuple[ColumnElement[Any], ...]:
        """The columns of an attempt, with grade, score and points as they count."""
        return tuple(
            self._latest(column.name) if column.name in _ASSESSED else column for column in self.attempt.c
        )

    def _latest(self, name: str) -> Label[Any]:
        return func.coalesce(self.assessment.c[name], self.attempt.c[name]).label(name)


_ASSESSED: Final = frozenset({"grade", "score", "points"})
