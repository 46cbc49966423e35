"""What teachers enter beside what the lab works out: marks, excuses, overrides; appended, with reasons."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, func, select

from classroom.audit import note
from classroom.gradebook.computing import MarkingScheme
from classroom.gradebook.nodes import FINAL_MARK, MarkEntry
from classroom.gradebook.rounding import exact
from classroom.records import tables
from classroom.records.sanitize import passage
from classroom.records.store import Store
from courseware.problem import ReaderError
from courseware.text import Text

_ENTRY: Final = tables.mark_entry

OUT_OF_RANGE: Final = Text(
    en="A mark is a number from 0 to 100; this is {value}.", zh="成绩应为 0 到 100 之间的数，现在是 {value}。"
)
NO_REASON: Final = Text(
    en="Please write why: the student reads it, and it stays in the record.",
    zh="请写明原因：学生会看到，记录中也会保留。",
)
NO_PART: Final = Text(
    en="The marking scheme has no part {part}. Look at `marks` in course.yaml.",
    zh="成绩构成中没有 {part} 这一部分，请查看 course.yaml 中的 `marks`。",
)


@dataclass(frozen=True)
class MarkChange:
    """One entry to be made: for whom, for which part or source of a part, and what; neither takes it back."""

    student_id: int
    part: str
    value: float | None = None
    is_excused: bool = False
    why: str = ""


def enter_marks(store: Store, scheme: MarkingScheme, changes: Sequence[MarkChange], by: str) -> None:
    """Appends all of these entries, or none: a ReaderError says what is wrong with one of them.

    Whatever is more than a mark that the scheme has entered (an override, an excuse, taking back) needs
    its reason.
    """
    for change in changes:
        _check(scheme, change)
    with store.write() as connection:
        at = store.clock()
        for change in changes:
            values = {"value": change.value, "is_excused": change.is_excused, "why": passage(change.why)}
            where = {"student_id": change.student_id, "part": change.part}
            connection.execute(_ENTRY.insert().values(**where, **values, by=by, at=at))
            detail = {"part": change.part, **values}
            note(connection, at, by, "enter_mark", str(change.student_id), detail)


def latest_entries(connection: Connection, who: ColumnElement[bool]) -> Mapping[int, Mapping[str, MarkEntry]]:
    """What was said last of each part, by student; `who` chooses students by ``mark_entry.student_id``."""
    last = select(func.max(_ENTRY.c.id)).where(who).group_by(_ENTRY.c.student_id, _ENTRY.c.part)
    found: dict[int, dict[str, MarkEntry]] = defaultdict(dict)
    for row in connection.execute(select(_ENTRY).where(_ENTRY.c.id.in_(last))):
        found[row.student_id][row.part] = _read(row)
    return found


def entry_history(store: Store, student_id: int, part: str) -> tuple[MarkEntry, ...]:
    """All that was ever said of a part of a student's mark, the first first."""
    query = select(_ENTRY).where(_ENTRY.c.student_id == student_id, _ENTRY.c.part == part)
    with store.read() as connection:
        return tuple(_read(row) for row in connection.execute(query.order_by(_ENTRY.c.id)))


def entered_parts(scheme: MarkingScheme) -> tuple[str, ...]:
    """The parts whose marks a teacher enters or imports."""
    return tuple(leaf.id for leaf in scheme.leaves() if leaf.from_ == "entered")


def needs_reason(scheme: MarkingScheme, change: MarkChange) -> bool:
    """Whether this is more than a mark that the scheme has entered."""
    return change.value is None or change.part not in entered_parts(scheme)


def _check(scheme: MarkingScheme, change: MarkChange) -> None:
    if change.part != FINAL_MARK and scheme.part(change.part.partition("/")[0]) is None:
        raise ReaderError(NO_PART.fill({"part": change.part}))
    if change.value is not None and not 0 <= change.value <= 100:
        raise ReaderError(OUT_OF_RANGE.fill({"value": change.value}))
    if needs_reason(scheme, change) and not change.why.strip():
        raise ReaderError(NO_REASON)


def _read(row: Row[*tuple[Any, ...]]) -> MarkEntry:
    value: Fraction | None = None if row.value is None else exact(row.value)
    return MarkEntry(value, row.is_excused, row.why, row.by, row.at)
