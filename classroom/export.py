"""The marks as a table for the teacher: one line for each student and question."""

import csv
import os
from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final

from sqlalchemy import func, select

from classroom import tables, trouble
from classroom.store import Store

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Mark:
    """What one student earned with one question: graded tries and points (0-1)."""

    class_name: str
    number: str
    name: str
    item: str
    tries: int
    points: float


def marks(store: Store) -> Iterator[Mark]:
    """Every mark of the record, by class, number, name and item; practice does not count."""
    attempt, student = tables.attempt.c, tables.student.c
    who = (student.class_name, student.number, student.name, student.id)
    query = (
        select(*who[:3], attempt.item, func.count(), func.sum(attempt.points))
        .join_from(tables.attempt, tables.student)
        .where(attempt.group_number == 0)
        .group_by(*who, attempt.item)
        .order_by(*who, attempt.item)
    )
    with store.read() as connection:
        for row in connection.execute(query):
            yield Mark(*row)


def write_marks(store: Store, out: Path) -> int:
    """Writes the marks as CSV that spreadsheets open as it is; returns how many lines of marks.

    The file appears whole or not at all. A ReaderError says why it cannot be written.
    """
    try:
        with NamedTemporaryFile(
            "w", dir=out.parent, newline="", encoding="utf-8-sig", delete=False, suffix=".csv"
        ) as file:
            writer = csv.writer(file)
            writer.writerow(field.name for field in fields(Mark))
            rows = [[_harmless(value) for value in astuple(mark)] for mark in marks(store)]
            writer.writerows(rows)
        os.replace(file.name, out)
    except OSError as error:
        raise trouble.from_system(error, str(out), trouble.READ_ONLY_FOLDER) from error
    return len(rows)


def _harmless(value: object) -> object:
    """A spreadsheet would run a name that begins like a formula.

    >>> _harmless("=1+1"), _harmless(-1)
    ("'=1+1", -1)
    """
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
