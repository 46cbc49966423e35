"""The sheets of an Excel file in XML of the year 2003, which many platforms still write and call .xls."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from courseware.text import Text
from interchange.spreadsheets.number_formats import GENERAL, LONGEST_FORMAT, shown
from interchange.spreadsheets.sheet import DATE, ERROR, FORMULA, MAX_COLUMNS, MAX_ROWS, Grid, Sheet
from interchange.spreadsheets.xml_events import walk

_DECLARATION: Final = re.compile(r"\s{0,99}<\?xml[^>]{0,300}\?>")
_SHORT: Final = {"Fixed": "0.00", "Standard": "#,##0.00", "Percent": "0.00%", "Scientific": "0.00E+00"}
"""Formats that the file calls by a name."""


def xml_sheets(words: str) -> Iterator[Sheet]:
    """The sheets of the workbook; a ReaderError if it is no XML that can be read."""
    reader = _Workbook()
    walk(_DECLARATION.sub("", words, count=1).encode(), reader.opens, reader.closes, reader.words)
    yield from reader.sheets


class _Workbook:
    """What the parser tells of each tag."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self._grid = Grid()
        self._name, self._is_hidden = "", False
        self._formats: dict[str, str] = {}
        self._style = ""
        self._row = self._column = self._after = 0
        self._inside: list[str] = []
        self._pieces: list[str] = []
        self._kind, self._format, self._has_formula = "", GENERAL, False

    def opens(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A tag opens."""
        self._inside.append(tag)
        match tag:
            case "Style":
                self._style = attributes.get("ID", "")
            case "NumberFormat":
                form = attributes.get("Format", GENERAL)[:LONGEST_FORMAT]
                self._formats[self._style] = _SHORT.get(form, form)
            case "Worksheet":
                self._grid, self._row = Grid(), 0
                self._name, self._is_hidden = attributes.get("Name", ""), False
            case "Row":
                self._row = _number(attributes.get("Index")) or self._row + 1
                self._column = 0
            case "Cell":
                self._cell(attributes)
            case "Data" if "Comment" not in self._inside:
                self._kind, self._pieces = attributes.get("Type", "String"), []

    def closes(self, tag: str, text: str) -> None:
        """A tag closes, with the words that stood in it and in no tag within it."""
        self._inside.pop()
        if tag == "Cell":
            self._keep()
        elif tag == "Visible":
            self._is_hidden = text.strip().startswith("Sheet") and text.strip() != "SheetVisible"
        elif tag == "Worksheet":
            self._grid.spread()
            self.sheets.append(self._grid.sheet(self._name, is_hidden=self._is_hidden))

    def words(self, said: str) -> None:
        """Words anywhere; those of a cell may stand in tags for their letters."""
        if "Data" in self._inside and "Comment" not in self._inside:
            self._pieces.append(said)

    def _cell(self, attributes: Mapping[str, str]) -> None:
        first = self._row, _number(attributes.get("Index")) or self._column + 1
        across = min(_number(attributes.get("MergeAcross")), MAX_COLUMNS)
        last = self._row + min(_number(attributes.get("MergeDown")), MAX_ROWS), first[1] + across
        self._grid.merge(first, last)
        self._column = first[1]
        self._format = self._formats.get(attributes.get("StyleID", "Default"), GENERAL)
        self._kind, self._pieces, self._has_formula = "", [], "Formula" in attributes
        self._after = last[1]

    def _keep(self) -> None:
        value, note = self._said()
        if value.strip():
            self._grid.keep(self._row, self._column, value, note)
        self._column = self._after

    def _said(self) -> tuple[str, Text | None]:
        value = "".join(self._pieces)
        if self._has_formula and not self._kind:
            return FORMULA, None
        if self._kind == "Error":
            return f"{ERROR}{value}", None
        if self._kind == "DateTime":
            return f"{DATE}{value.removesuffix('T00:00:00.000')}", None
        if self._kind == "Boolean":
            return "TRUE" if value.strip() == "1" else "FALSE", None
        if self._kind != "Number" or not value:
            return value, None
        number = shown(value, self._format)
        return (f"{DATE}{number.text}", None) if number.is_date else (number.text, number.note)


def _number(said: str | None) -> int:
    return int(said) if said and said.isascii() and said.isdigit() and len(said) < 8 else 0
