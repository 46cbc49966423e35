"""The marks as a table for the teacher: one line for each student and question."""

import csv
import io
from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Final
from unicodedata import normalize

from sqlalchemy import func, select

from classroom.records import tables
from classroom.records.effective import EffectiveAttempts
from classroom.records.store import Store
from courseware.output import write_output
from courseware.problem import ReaderError
from courseware.text import Text

NOT_CSV: Final = Text(
    en="The marks are written to a file that ends in .csv and is not the record itself; got {where}.",
    zh="成绩要写入以 .csv 结尾的文件，且不能是课堂记录本身；现在是 {where}。",
)
_FORMULA: Final = frozenset("=+-@\t\r\n")
"""What a formula begins with, or what a spreadsheet passes over before one."""


@dataclass(frozen=True)
class Mark:
    """What one student earned with one question: graded tries and points (0-1).

    `waiting` counts the tries that a teacher has still to mark: till then `points` are not final.
    """

    class_name: str
    number: str
    name: str
    item: str
    tries: int
    points: float
    waiting: int


def marks(store: Store) -> Iterator[Mark]:
    """Every mark, by class, number, name and item; without practice and without guests that were ended."""
    effective, student = EffectiveAttempts(), tables.student.c
    attempt = effective.attempt.c
    who = (student.class_name, student.number, student.name, student.id)
    query = (
        select(*who, attempt.item, func.count(), func.sum(effective.points), effective.waiting)
        .select_from(effective.rows.join(tables.student, attempt.student_id == student.id))
        .where(attempt.group_number == 0, student.kind != "ended")
        .group_by(*who, attempt.item)
    )
    with store.read() as connection:
        rows = connection.execute(query).all()
    # databases put letters in the order of one language or another
    for class_name, number, name, _, *rest in sorted(tuple(row) for row in rows):
        yield Mark(class_name, number, name, *rest)


def write_marks(store: Store, out: Path) -> int:
    """Writes the marks as CSV that spreadsheets open as it is; returns how many lines of marks.

    The file appears whole or not at all. A ReaderError says why it cannot be written.
    """
    if out.suffix.lower() != ".csv" or str(out.resolve()) == store.where:
        raise ReaderError(NOT_CSV.fill({"where": out}))
    rows = [[harmless(value) for value in astuple(mark)] for mark in marks(store)]
    text = io.StringIO(newline="")
    csv.writer(text).writerows([[field.name for field in fields(Mark)], *rows])
    write_output(out, text.getvalue().encode("utf-8-sig"))
    return len(rows)


def harmless(value: object) -> object:
    """A spreadsheet would run a name that begins like a formula; full-width signs count there as well.

    >>> harmless("=1+1"), harmless("＝1+1"), harmless(-1)
    ("'=1+1", "'＝1+1", -1)
    """
    if not isinstance(value, str):
        return value
    return f"'{value}" if _FORMULA.intersection(normalize("NFKC", value[:1])) else value
