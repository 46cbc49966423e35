"""Marks for Moodle and Canvas where no file of theirs is at hand: the columns that each of them imports."""

import csv
import io
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Final

from classroom.export import harmless
from classroom.gradebook.exporting.lines import REMARK, MarkLine, has_remarks
from classroom.gradebook.rounding import plain
from courseware.text import Language

CANVAS_HEADS: Final = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
POINTS_POSSIBLE: Final = "    Points Possible"
"""As Canvas writes it, with four blanks before it."""


def moodle_csv(lines: Sequence[MarkLine], titles: Sequence[str], language: Language) -> bytes:
    """A CSV whose columns Moodle's import of grades maps: who it is by ID number, then a column a grade.

    A column of remarks follows if marks are provisional; Moodle takes it as feedback or leaves it.
    """
    rows = [[line.number, line.name, *map(_said, line.marks)] for line in lines]
    heads = ["ID number", "Full name", *titles]
    if has_remarks(lines):
        heads.append(REMARK[language])
        rows = [
            [*row, line.remark[language] if line.remark else ""]
            for row, line in zip(rows, lines, strict=True)
        ]
    return _csv([heads, *rows])


def canvas_csv(lines: Iterable[MarkLine], assignment: str) -> bytes:
    """A CSV that Canvas imports into its gradebook: final marks under one assignment, out of 100."""
    possible = (POINTS_POSSIBLE, "", "", "", "", "100")
    rows = [(line.name, "", line.number, line.number, line.class_name, _said(line.final)) for line in lines]
    return _csv([(*CANVAS_HEADS, assignment), possible, *rows])


def _said(value: Fraction | None) -> str:
    return "" if value is None else plain(value)


def _csv(rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")
