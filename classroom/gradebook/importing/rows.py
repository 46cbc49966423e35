"""The rows of a file as they will be kept: what is shown before is what is kept, row by row."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Generic, TypeVar

from classroom.gradebook.attendance import Attendance
from classroom.gradebook.entries import MarkChange
from classroom.gradebook.importing.matching import Matcher
from classroom.gradebook.importing.table import ImportedTable
from classroom.gradebook.importing.values import read_day, read_mark, read_status
from classroom.records.student import Student
from classroom.teaching.roster_rows import RosterRow
from courseware.text import Text
from interchange.spreadsheets.sheet import cell_name

V = TypeVar("V")

TWICE: Final = Text(
    en="{name} stands in several rows; none of them is kept. Leave one.",
    zh="{name}在几行中重复出现，都不会导入，请只保留一行。",
)
EMPTY: Final = Text(en="Nothing stands here; nothing changes.", zh="这里是空的，不做改动。")
IN_CELL: Final = Text(en="Cell {cell}: {why}", zh="单元格 {cell}：{why}")


@dataclass(frozen=True)
class ImportedRow(Generic[V]):
    """One row: who it is, what it says, and why it is not kept (`problem`) if it is not."""

    line: int
    number: str
    name: str
    said: str
    student: Student | None = None
    value: V | None = None
    problem: Text | None = None

    @property
    def is_kept(self) -> bool:
        """Whether keeping the file keeps this row."""
        return self.problem is None


def marks_in(
    table: ImportedTable, column: int, students: Sequence[Student]
) -> tuple[ImportedRow[float], ...]:
    """The marks of a column, row by row."""
    return _read(table, column, students, read_mark)


def attendance_in(
    table: ImportedTable, column: int, students: Sequence[Student]
) -> tuple[ImportedRow[Attendance], ...]:
    """Who was there, row by row, as a column says."""
    return _read(table, column, students, read_status)


def days_in(table: ImportedTable) -> dict[int, date]:
    """The columns that are headed with a day."""
    days = {column: read_day(title) for column, title in table.columns.items()}
    return {column: day for column, day in days.items() if day is not None}


def mark_changes(rows: Sequence[ImportedRow[float]], part: str, why: str) -> list[MarkChange]:
    """The entries that keeping these rows makes."""
    return [
        MarkChange(row.student.id, part, row.value, why=why)
        for row in rows
        if row.is_kept and row.student is not None
    ]


def statuses(rows: Sequence[ImportedRow[Attendance]]) -> dict[int, Attendance]:
    """The attendance that keeping these rows notes, by student."""
    return {
        row.student.id: row.value
        for row in rows
        if row.is_kept and row.student is not None and row.value is not None
    }


def _read(
    table: ImportedTable, column: int, students: Sequence[Student], read: Callable[[str], V | Text]
) -> tuple[ImportedRow[V], ...]:
    matcher = Matcher(students, has_numbers=table.number is not None)
    rows = [_row(table, column, row, matcher, read) for row in table.rows]
    times = Counter(row.student.id for row in rows if row.student)
    return tuple(
        replace(row, problem=TWICE.fill({"name": row.student.name}))
        if row.student and times[row.student.id] > 1
        else row
        for row in rows
    )


def _row(
    table: ImportedTable, column: int, row: RosterRow, matcher: Matcher, read: Callable[[str], V | Text]
) -> ImportedRow[V]:
    said = row.cell(column)
    blank = ImportedRow[V](row.line, row.cell(table.number), table.name_in(row), said)
    student = matcher.find(blank.number, blank.name)
    if isinstance(student, Text):
        return replace(blank, problem=student)
    known = replace(blank, student=student)
    if (why := row.notes.get(column)) is not None:
        told = {"cell": cell_name(row.line, column + 1), "why": why}
        return replace(known, problem=IN_CELL.fill(told))
    if not said:
        return replace(known, problem=EMPTY)
    value = read(said)
    return replace(known, problem=value) if isinstance(value, Text) else replace(known, value=value)
