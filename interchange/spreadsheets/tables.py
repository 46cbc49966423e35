"""Reads tables from every kind of file in which schools keep them: Excel, CSV, web pages called .xls."""

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from io import StringIO
from typing import Final

from courseware.encoding import declared_code
from courseware.problem import ReaderError
from courseware.text import Text
from interchange.spreadsheets.html_table import web_tables
from interchange.spreadsheets.sheet import CellRows, Grid, Sheet
from interchange.spreadsheets.xlsx import read_sheets
from interchange.spreadsheets.xml_2003 import xml_sheets
from interchange.uploads import words_of

_BINARY: Final = (b"PK", b"\xd0\xcf\x11\xe0")
_XML: Final = re.compile(rb"urn:schemas-microsoft-com:office:spreadsheet", re.IGNORECASE)
_PAGE: Final = re.compile(rb"<(?:!doctype\s+html|html|head|meta|body|table|style|div)\b", re.IGNORECASE)
_MAIL: Final = re.compile(rb"MIME-Version:", re.IGNORECASE)
_WITHIN: Final = 2_000
_MARKS: Final = ("\t", ",", ";", "，")


HEAD_WITHIN: Final = 20
"""The head stands among so many first rows; above it teachers leave titles and instructions."""
HasHead = Callable[[CellRows], bool]


@dataclass(frozen=True)
class Tables:
    """The sheets of a file, and what is to be said of the code it was read in."""

    sheets: tuple[Sheet, ...]
    note: Text | None = None


def _never(_rows: CellRows) -> bool:
    return False


def is_table(data: bytes) -> bool:
    """Whether a file holds sheets of cells, whatever it is called; text with commas is told by its reader."""
    return data.startswith(_BINARY) or _reader(data) is not None


def read_tables(data: bytes, has_head: HasHead = _never) -> Tables:
    """The sheets of a file; a ReaderError says what to do if it cannot be used.

    `has_head` knows the head of the wanted table, by which columns between other marks are found.
    """
    if data.startswith(_BINARY):
        return Tables(read_sheets(data))
    reader = _reader(data) or partial(_separated, has_head=has_head)
    file = words_of(data, declared=declared_code(data))
    return Tables(tuple(reader(file.text)), file.note)


def _reader(data: bytes) -> Callable[[str], Iterator[Sheet]] | None:
    start = data[:_WITHIN].replace(b"\x00", b"")
    if _XML.search(start):
        return xml_sheets
    if _MAIL.match(start):
        raise ReaderError(_ARCHIVE)
    is_page = start.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<") and _PAGE.search(start)
    return web_tables if is_page else None


def _separated(words: str, has_head: HasHead) -> Iterator[Sheet]:
    """Columns between tabs, commas or semicolons, whichever gives a head; else those of most lines."""
    first = words.split("\n", HEAD_WITHIN)[:HEAD_WITHIN]
    marks = sorted(_MARKS, key=lambda mark: -sum(mark in line for line in first))
    sheets = [_cut("\n".join(first), mark) for mark in marks]
    best = next((at for at, sheet in enumerate(sheets) if has_head(sheet.rows)), 0)
    yield _cut(words, marks[best])


def _cut(words: str, mark: str) -> Sheet:
    grid = Grid()
    lines = csv.reader(StringIO(words), delimiter=mark)
    try:
        for row in lines:
            for column, cell in enumerate(row, 1):
                if cell.strip():
                    grid.keep(lines.line_num, column, cell.strip())
    except csv.Error as error:
        raise ReaderError(_CSV.fill({"line": lines.line_num})) from error
    return grid.sheet("")


_ARCHIVE: Final = Text(
    en="This is a web archive that is called .xls. Open it in Excel or WPS, save it as .xlsx and try again.",
    zh="这是以 .xls 命名的网页存档文件。请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。",
)
_CSV: Final = Text(
    en="Line {line} cannot be cut into columns: a quotation mark is missing, or a cell is far too long.",
    zh="第 {line} 行无法分列：缺少引号，或单元格过长。",
)
