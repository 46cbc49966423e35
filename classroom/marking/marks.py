"""A marker gives points, appended beside the answer; a second one does not see the first, then both count."""

from dataclasses import dataclass
from typing import Any, Final, Literal

from pydantic import JsonValue
from sqlalchemy import Connection, Row, select

from classroom.assessment import Assessment, Origin, assess, assessments_of
from classroom.attempt import earned
from classroom.records import tables
from classroom.records.effective import EffectiveAttempts
from classroom.records.sanitize import passage
from classroom.records.store import Store
from courseware.problem import ReaderError
from courseware.text import Text
from exercises import Grade, Variant, say_response, worth
from exercises.rubric import Rubric, rubric_of

Counting = Literal["none", "first", "mean", "agreed"]
APART: Final = 0.2
"""Two marks that differ by more than this share of the points are flagged: the markers should talk."""


@dataclass(frozen=True)
class GivenMark:
    """The points by each criterion that somebody gives, and a comment for the student."""

    points: tuple[float, ...]
    comment: str
    by: str


@dataclass(frozen=True)
class MarkedResponse:
    """An answer in words with the question and the rubric as they were when it was drawn; never the name."""

    attempt: int
    item: str
    stem: Text
    words: str
    rubric: Rubric


@dataclass(frozen=True)
class MarkingHistory:
    """What the markers have said of an answer so far, the first first."""

    response: MarkedResponse
    assessments: tuple[Assessment, ...]

    def latest(self, origin: Origin) -> Assessment | None:
        """The last word of a marker."""
        return next((one for one in reversed(self.assessments) if one.origin == origin), None)

    @property
    def difference(self) -> float | None:
        """By which share of the points the two markers differ; None before both have marked."""
        first, second = self.latest("marker"), self.latest("second_marker")
        return None if first is None or second is None else abs(first.grade.score - second.grade.score)

    @property
    def is_apart(self) -> bool:
        """Whether the two markers should talk, and have not agreed since."""
        return self.difference is not None and self.difference > APART and self.counts != "agreed"

    @property
    def counts(self) -> Counting:
        """Which mark counts: the only one, the mean of two, or what both agreed on."""
        if not self.assessments:
            return "none"
        last = self.assessments[-1]
        if last.origin != "agreed":
            return "first"
        return "mean" if last.by == _BOTH else "agreed"

    def seen_by(self, marker: str) -> "MarkingHistory":
        """What somebody may see: a second marker nothing of the first mark before having given one."""
        has_marked = any(one.by == marker for one in self.assessments)
        both = self.difference is not None
        return self if has_marked or both else MarkingHistory(self.response, ())


def marking_of(store: Store, attempt: int) -> MarkingHistory:
    """An answer and what was said of it; a ReaderError if there is none or no teacher marks it."""
    with store.read() as connection:
        return _history(connection, _row(connection, attempt))


def mark_response(store: Store, attempt: int, given: GivenMark) -> MarkingHistory:
    """Appends a mark. The first marker's counts; once another has marked, the mean of both does.

    Whoever marks again replaces the own mark, never the other's. A third marker is refused: two agree.
    """
    with store.write() as connection:
        row = _row(connection, attempt)
        before = _history(connection, row)
        origin = _origin(before, given.by)
        _append(connection, store, row, before.response.rubric, _Entry(origin, given))
        after = _history(connection, row)
        if after.difference is not None:
            _append(connection, store, row, before.response.rubric, _mean(after))
        return _history(connection, row)


def agree(store: Store, attempt: int, given: GivenMark) -> MarkingHistory:
    """Appends the mark that two markers agreed on, which counts from now on in place of their mean."""
    with store.write() as connection:
        row = _row(connection, attempt)
        _append(connection, store, row, _response(row).rubric, _Entry("agreed", given))
        return _history(connection, row)


@dataclass(frozen=True)
class _Entry:
    """What is to be appended, and why if nobody said it in a comment."""

    origin: Origin
    given: GivenMark
    why: str = ""


def _origin(before: MarkingHistory, by: str) -> Origin:
    """Whose mark it is: the first marker's, or that of another."""
    first, second = before.latest("marker"), before.latest("second_marker")
    if first is None or first.by == by:
        return "marker"
    if second is None or second.by == by:
        return "second_marker"
    raise ReaderError(_TWO_ALREADY.fill({"first": first.by, "second": second.by}))


def _mean(after: MarkingHistory) -> _Entry:
    """The mean of both marks, criterion by criterion, with what each of them says."""
    rubric = after.response.rubric
    both = [one for one in (after.latest("marker"), after.latest("second_marker")) if one is not None]
    columns = zip(*(rubric.points_in(one.grade) for one in both), strict=True)
    comments = dict.fromkeys(one.why for one in both if one.why)
    mean = GivenMark(tuple(sum(each) / len(each) for each in columns), " ".join(comments), _BOTH)
    return _Entry("agreed", mean, "mean")


def _append(connection: Connection, store: Store, row: Row[Any], rubric: Rubric, entry: _Entry) -> None:
    comment = passage(entry.given.comment)
    try:
        grade = rubric.grade(entry.given.points, comment)
    except ValueError as error:
        raise ReaderError(_NOT_THE_RUBRIC) from error
    points = earned(row.rate, row.try_number, grade.score, row.hint_cost, _best_before(connection, row))
    assess(
        connection,
        row.id,
        Assessment(
            entry.origin,
            grade,
            grade.score,
            min(1.0, points),
            entry.given.by,
            entry.why or comment,
            store.clock(),
        ),
    )


def _best_before(connection: Connection, row: Row[Any]) -> float:
    """The most that an earlier try of the same group is worth as it counts now."""
    effective = EffectiveAttempts()
    attempt = effective.attempt.c
    query = (
        select(effective.score, attempt.hint_cost)
        .select_from(effective.rows)
        .where(
            attempt.student_id == row.student_id,
            attempt.item == row.item,
            attempt.group_number == row.group_number,
            attempt.try_number < row.try_number,
        )
    )
    return max((worth(score, cost) for score, cost in connection.execute(query)), default=0.0)


def _row(connection: Connection, attempt: int) -> Row[Any]:
    query = (
        select(tables.attempt, tables.variant.c.body)
        .join(tables.variant, tables.variant.c.id == tables.attempt.c.variant_id)
        .where(tables.attempt.c.id == attempt)
    )
    row = connection.execute(query).first()
    if row is None or not Grade.from_json(row.grade).is_pending:
        raise ReaderError(_NO_SUCH.fill({"attempt": attempt}))
    return row


def _history(connection: Connection, row: Row[Any]) -> MarkingHistory:
    return MarkingHistory(_response(row), assessments_of(connection, row.id))


def _response(row: Row[Any]) -> MarkedResponse:
    variant, response = Variant.from_json(row.body), row.response
    given: dict[str, JsonValue] = response if isinstance(response, dict) else {}
    said = say_response(variant.question, given)
    return MarkedResponse(row.id, row.item, variant.question.stem, said.en, rubric_of(variant))


_BOTH: Final = "1 + 2"
_NO_SUCH: Final = Text(
    en="There is no answer {attempt} that a teacher marks.", zh="没有编号为 {attempt}、需要老师批改的作答。"
)
_NOT_THE_RUBRIC: Final = Text(
    en="Give each criterion points from 0 to its most.", zh="请为每个要点给分，从 0 分到该要点的满分。"
)
_TWO_ALREADY: Final = Text(
    en="{first} and {second} have marked this answer already. Agree on a mark with them instead.",
    zh="{first} 和 {second} 已经批改过这份作答，请与他们商定分数。",
)
