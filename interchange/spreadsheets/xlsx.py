"""Reads the cells of an Excel file as they look, and works nothing out: no formulas, no links, no bombs."""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from course.archive import UNREADABLE
from courseware.problem import ReaderError
from courseware.text import Text
from interchange.spreadsheets.number_formats import GENERAL, shown
from interchange.spreadsheets.sheet import DATE, ERROR, FORMULA, Grid, Sheet
from interchange.spreadsheets.styles import formats_of
from interchange.spreadsheets.xml_events import BROKEN, walk

MAX_FILE: Final = 5 * 2**20
MAX_UNPACKED: Final = 12 * 2**20
"""The bytes that all read parts may hold together."""
MAX_TAGS: Final = 1_000_000
MAX_PARTS: Final = 2_000
MAX_SHEETS: Final = 100

_OLD: Final = b"\xd0\xcf\x11\xe0"
_PLACE: Final = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_RANGE: Final = re.compile(r"([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})")


def read_sheets(data: bytes) -> tuple[Sheet, ...]:
    """Every sheet of an .xlsx file; a ReaderError says what to do if it cannot be used."""
    if data.startswith(_OLD):
        raise ReaderError(_OLD_FILE)
    if len(data) > MAX_FILE:
        raise ReaderError(_TOO_LARGE)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return tuple(_sheets(_WorkbookParts(archive)))
    except ReaderError:
        raise
    except (*UNREADABLE, LookupError, MemoryError) as error:
        raise ReaderError(BROKEN) from error


class _WorkbookParts:
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


def _sheets(parts: _WorkbookParts) -> Iterator[Sheet]:
    book = next((target for kind, target in _links(parts, "") if kind == "officeDocument"), "xl/workbook.xml")
    places = {id_: (kind, target) for id_, kind, target in _relations(parts, book)}
    beside = {kind: target for kind, target in places.values() if target in parts}
    texts = _shared(parts.read(beside["sharedStrings"])) if "sharedStrings" in beside else []
    formats = formats_of(parts.read(beside["styles"])) if "styles" in beside else []
    named = _named_sheets(parts.read(book))
    if len(named) > MAX_SHEETS:
        raise ReaderError(_TOO_MANY_SHEETS.fill({"count": len(named), "most": MAX_SHEETS}))
    for name, id_, is_hidden in named:
        kind, target = places.get(id_, ("", ""))
        if kind == "worksheet":
            yield _Cells(texts, formats).read(parts.read(target)).sheet(name, is_hidden=is_hidden)


def _links(parts: _WorkbookParts, base: str) -> list[tuple[str, str]]:
    return [(kind, target) for _, kind, target in _relations(parts, base)]


def _relations(parts: _WorkbookParts, base: str) -> list[tuple[str, str, str]]:
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


def _named_sheets(data: bytes) -> list[tuple[str, str, bool]]:
    """The name and the id of each sheet, and whether it is hidden."""
    found: list[tuple[str, str, bool]] = []

    def opens(tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "sheet":
            is_hidden = attributes.get("state", "visible") != "visible"
            found.append((attributes.get("name", ""), attributes.get("id", ""), is_hidden))

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

    def __init__(self, shared: Sequence[str], formats: Sequence[str]) -> None:
        self._shared, self._formats = shared, formats
        self._grid = Grid()
        self._row = self._column = 0
        self._kind = self._format = ""
        self._pieces: list[str] = []
        self._has_formula = self._has_value = False

    def read(self, data: bytes) -> Grid:
        walk(data, self._opens, self._closes)
        self._grid.spread()
        return self._grid

    def _opens(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._column = 0
        elif tag == "c":
            place = attributes.get("r")
            self._row, self._column = _place(place) if place else (self._row, self._column + 1)
            self._kind, self._format = attributes.get("t", "n"), self._format_of(attributes.get("s", "0"))
            self._pieces, self._has_formula, self._has_value = [], False, False
        elif tag == "mergeCell":
            found = _RANGE.fullmatch(attributes.get("ref", ""))
            if found:
                self._grid.merge(_place(found[1]), _place(found[2]))

    def _closes(self, tag: str, text: str) -> None:
        if tag in {"v", "t"}:
            self._pieces.append(text)
            self._has_value = self._has_value or self._kind == "str" or text != ""
        elif tag == "f":
            self._has_formula = True
        elif tag == "c":
            # Excel keeps what a formula came to beside it; other programs may not
            is_unknown = self._has_formula and not self._has_value
            value, note = (FORMULA, None) if is_unknown else self._said()
            if value.strip():
                self._grid.keep(self._row, self._column, value, note)

    def _format_of(self, style: str) -> str:
        at = int(style) if style.isascii() and style.isdigit() and len(style) < 6 else 0
        return self._formats[at] if at < len(self._formats) else GENERAL

    def _said(self) -> tuple[str, Text | None]:
        value = "".join(self._pieces)
        if self._kind == "s":
            return self._shared[int(value)] if value else "", None
        if self._kind == "b":
            return "TRUE" if value.strip() == "1" else "FALSE", None
        if self._kind == "e":
            return f"{ERROR}{value}", None
        if self._kind == "d":
            return f"{DATE}{value}", None
        if self._kind != "n" or not value:
            return value, None
        number = shown(value, self._format)
        return (f"{DATE}{number.text}", None) if number.is_date else (number.text, number.note)


def _place(name: str) -> tuple[int, int]:
    found = _PLACE.fullmatch(name)
    if found is None:
        raise ReaderError(BROKEN)
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(found[2]), column


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
_TOO_MANY_SHEETS: Final = Text(
    en="The file has {count} sheets; no more than {most} are read. Split it into several files.",
    zh="文件有 {count} 个工作表，最多读取 {most} 个。请拆成几个文件。",
)
