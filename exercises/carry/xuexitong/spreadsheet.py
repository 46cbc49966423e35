"""Reads the cells of an Excel file and nothing else of it: no formulas, no links, no macros, no bombs."""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from courseware.parcel import UNREADABLE
from courseware.problem import ReaderError
from courseware.text import Text
from exercises.carry.xuexitong.events import BROKEN, walk
from exercises.carry.xuexitong.layout import MAX_ROWS

MAX_FILE: Final = 5 * 2**20
MAX_UNPACKED: Final = 12 * 2**20
"""The bytes that all read parts may hold together."""
MAX_TAGS: Final = 1_000_000
MAX_PARTS: Final = 2_000
MAX_MERGED: Final = 1_000
MAX_SPREAD: Final = 100_000
"""The cells that merged ranges may fill."""
MAX_COLUMNS: Final = 60
MAX_SHEETS: Final = 20
FORMULA: Final = "\x00formula"
"""Stands in a cell that holds a formula, which is never worked out."""

_OLD: Final = b"\xd0\xcf\x11\xe0"
_PLACE: Final = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_RANGE: Final = re.compile(r"([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})")

Rows = Mapping[int, Mapping[int, str]]
"""Texts by row and column, both counted from 1; empty cells are left out."""


@dataclass(frozen=True)
class Sheet:
    """A sheet of the file with its name."""

    name: str
    rows: Rows


def read_sheets(data: bytes) -> tuple[Sheet, ...]:
    """Every sheet of an .xlsx file; a ReaderError says what to do if it cannot be used."""
    if data.startswith(_OLD):
        raise ReaderError(_OLD_FILE)
    if len(data) > MAX_FILE:
        raise ReaderError(_TOO_LARGE)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return tuple(_sheets(_Parts(archive)))
    except ReaderError:
        raise
    except (*UNREADABLE, LookupError, MemoryError) as error:
        raise ReaderError(BROKEN) from error


class _Parts:
    """The files inside, unpacked one by one until all of them together are too large."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        if len(archive.infolist()) > MAX_PARTS:
            raise ReaderError(_TOO_LARGE)
        self._archive = archive
        self._names = set(archive.namelist())
        self._left, self._tags = MAX_UNPACKED, MAX_TAGS

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def read(self, name: str) -> bytes:
        if name not in self._names:
            raise ReaderError(BROKEN)
        with self._archive.open(name) as stream:
            data = stream.read(self._left + 1)
        self._left -= len(data)
        self._tags -= data.count(b"<")
        if self._left < 0 or self._tags < 0:
            raise ReaderError(_TOO_LARGE)
        return data


def _sheets(parts: _Parts) -> Iterator[Sheet]:
    book = next((target for kind, target in _links(parts, "") if kind == "officeDocument"), "xl/workbook.xml")
    places = {id_: (kind, target) for id_, kind, target in _relations(parts, book)}
    shared = [target for kind, target in places.values() if kind == "sharedStrings" and target in parts]
    texts = _shared(parts.read(shared[0])) if shared else []
    for name, id_ in _named_sheets(parts.read(book))[:MAX_SHEETS]:
        kind, target = places.get(id_, ("", ""))
        if kind == "worksheet":
            yield Sheet(name, _Cells(texts).read(parts.read(target)))


def _links(parts: _Parts, base: str) -> list[tuple[str, str]]:
    return [(kind, target) for _, kind, target in _relations(parts, base)]


def _relations(parts: _Parts, base: str) -> list[tuple[str, str, str]]:
    """The id, kind and path of what the part `base` refers to."""
    folder, file = posixpath.split(base)
    name = posixpath.join(folder, "_rels", f"{file}.rels")
    found: list[tuple[str, str, str]] = []

    def opens(tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "Relationship":
            target = attributes.get("Target", "")
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = attributes.get("Type", "").rpartition("/")[2]
            found.append((attributes.get("Id", ""), kind, path))

    if name in parts:
        walk(parts.read(name), opens, _nothing)
    return found


def _named_sheets(data: bytes) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []

    def opens(tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "sheet":
            found.append((attributes.get("name", ""), attributes.get("id", "")))

    walk(data, opens, _nothing)
    return found


def _shared(data: bytes) -> list[str]:
    """The texts that cells name by number; what tells how a text is pronounced is no part of it."""
    texts: list[str] = []
    pieces: list[str] = []
    silent = 0

    def opens(tag: str, _: Mapping[str, str]) -> None:
        nonlocal silent
        silent += tag == "rPh"

    def closes(tag: str, text: str) -> None:
        nonlocal silent
        silent -= tag == "rPh"
        if tag == "t" and not silent:
            pieces.append(text)
        elif tag == "si":
            texts.append("".join(pieces))
            pieces.clear()

    walk(data, opens, closes)
    return texts


class _Cells:
    """The cells of one sheet, those of merged ranges filled from their first."""

    def __init__(self, shared: list[str]) -> None:
        self._shared = shared
        self._rows: dict[int, dict[int, str]] = {}
        self._merged: list[tuple[str, str]] = []
        self._row = self._column = 0
        self._kind = ""
        self._pieces: list[str] = []
        self._has_formula = False
        self._left = MAX_SPREAD

    def read(self, data: bytes) -> Rows:
        walk(data, self._opens, self._closes)
        for first, last in self._merged:
            self._spread(_place(first), _place(last))
        return self._rows

    def _opens(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._column = 0
        elif tag == "c":
            place = attributes.get("r")
            self._row, self._column = _place(place) if place else (self._row, self._column + 1)
            self._kind, self._pieces, self._has_formula = attributes.get("t", "n"), [], False
        elif tag == "mergeCell":
            found = _RANGE.fullmatch(attributes.get("ref", ""))
            if found and len(self._merged) < MAX_MERGED:
                self._merged.append((found[1], found[2]))

    def _closes(self, tag: str, text: str) -> None:
        if tag in {"v", "t"}:
            self._pieces.append(text)
        elif tag == "f":
            self._has_formula = True
        elif tag == "c" and self._column <= MAX_COLUMNS:
            value = FORMULA if self._has_formula else self._said()
            if value.strip():
                self._keep(value)

    def _keep(self, value: str) -> None:
        if self._row not in self._rows and len(self._rows) > MAX_ROWS:
            raise ReaderError(_TOO_MANY)
        self._rows.setdefault(self._row, {})[self._column] = value

    def _said(self) -> str:
        value = "".join(self._pieces)
        if self._kind == "s":
            return self._shared[int(value)] if value else ""
        if self._kind == "b":
            return "TRUE" if value.strip() == "1" else "FALSE"
        return _plain_number(value) if self._kind == "n" else value

    def _spread(self, first: tuple[int, int], last: tuple[int, int]) -> None:
        value = self._rows.get(first[0], {}).get(first[1])
        if value is None:
            return
        columns = range(first[1], min(last[1], MAX_COLUMNS) + 1)
        for row in [row for row in self._rows if first[0] <= row <= last[0]][: self._left // MAX_COLUMNS]:
            for column in columns:
                self._rows[row].setdefault(column, value)
            self._left -= len(columns)


def _place(name: str) -> tuple[int, int]:
    found = _PLACE.fullmatch(name)
    if found is None:
        raise ReaderError(BROKEN)
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(found[2]), column


def _plain_number(written: str) -> str:
    """A number as people write it: 3, not 3.0; 0.1, not 0.1000000000000001."""
    try:
        value = float(written)
    except ValueError:
        return written
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.15g}"


def _nothing(*_: object) -> None:
    """What closes is of no interest."""


_OLD_FILE: Final = Text(
    en="This is an old .xls file or one with a password. Open it in Excel or WPS, save it as .xlsx"
    " without a password and try again.",
    zh="这是旧版 .xls 文件，或设有密码。请用 Excel 或 WPS 打开，去掉密码，另存为 .xlsx 后再试。",
)
_TOO_LARGE: Final = Text(
    en="The file is too large, or unpacks to too much. Take pictures out, or split it into several files.",
    zh="文件过大，或解压后过大。请去掉图片，或拆成几个文件。",
)
_TOO_MANY: Final = Text(
    en=f"The sheet has more than {MAX_ROWS} rows. Split it into several files.",
    zh=f"表格超过 {MAX_ROWS} 行。请拆成几个文件。",
)
