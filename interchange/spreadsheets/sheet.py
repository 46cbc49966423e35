"""A sheet as rows of texts, whichever kind of file it comes from, and what of its cells cannot be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from courseware.problem import ReaderError
from courseware.text import Text

MAX_ROWS: Final = 5_000
MAX_MERGED: Final = 1_000
MAX_SPREAD: Final = 100_000
"""The cells that merged ranges may fill."""
MAX_COLUMNS: Final = 60
UNREADABLE: Final = "\x00"
"""Begins a cell that shows something which its file does not hold as words or as a plain number."""
FORMULA: Final = f"{UNREADABLE}formula"
DATE: Final = f"{UNREADABLE}date "
ERROR: Final = f"{UNREADABLE}error "

CellRows = Mapping[int, Mapping[int, str]]
"""Texts by row and column, both counted from 1; empty cells are left out."""


@dataclass(frozen=True)
class Sheet:
    """A sheet of the file with its name, and what is to be said of cells that were not read as they look."""

    name: str
    rows: CellRows
    is_hidden: bool = False
    notes: Mapping[int, Mapping[int, Text]] = field(default_factory=dict)
    """Notes by row and column."""
    is_cut: bool = False
    """Whether it has more columns than are read."""


class Grid:
    """The cells of a sheet while it is being read."""

    def __init__(self) -> None:
        self._rows: dict[int, dict[int, str]] = {}
        self._notes: dict[int, dict[int, Text]] = {}
        self._merged: list[tuple[tuple[int, int], tuple[int, int]]] = []
        self._left = MAX_SPREAD
        self._is_cut = False

    def keep(self, row: int, column: int, value: str, note: Text | None = None) -> None:
        """One more cell, unless it is too far to the right; a ReaderError if there are too many rows."""
        if column > MAX_COLUMNS:
            self._is_cut = True
            return
        if row not in self._rows and len(self._rows) > MAX_ROWS:
            raise ReaderError(_TOO_MANY)
        self._rows.setdefault(row, {})[column] = value
        if note:
            self._notes.setdefault(row, {})[column] = note

    def merge(self, first: tuple[int, int], last: tuple[int, int]) -> None:
        """Takes the cells from `first` to `last` for one."""
        if first != last and len(self._merged) < MAX_MERGED:
            self._merged.append((first, last))

    def spread(self) -> None:
        """Fills merged cells from their first."""
        for first, last in self._merged:
            self._fill(first, last)

    def sheet(self, name: str, *, is_hidden: bool = False) -> Sheet:
        """What was read, as a sheet."""
        return Sheet(name, self._rows, is_hidden, self._notes, self._is_cut)

    def _fill(self, first: tuple[int, int], last: tuple[int, int]) -> None:
        value = self._rows.get(first[0], {}).get(first[1])
        if value is None:
            return
        columns = range(first[1], min(last[1], MAX_COLUMNS) + 1)
        for row in [row for row in self._rows if first[0] <= row <= last[0]][: self._left // MAX_COLUMNS]:
            for column in columns:
                self._rows[row].setdefault(column, value)
            self._left -= len(columns)


def cell_name(row: int, column: int) -> str:
    """A cell as spreadsheets call it.

    >>> cell_name(3, 28)
    'AB3'
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def error_in(cell: str) -> Text | None:
    """Why what a cell shows cannot be read; None if it can."""
    if not cell.startswith(UNREADABLE):
        return None
    if cell.startswith(DATE):
        return _DATE.fill({"day": cell.removeprefix(DATE)})
    return _ERROR.fill({"said": cell.removeprefix(ERROR)}) if cell.startswith(ERROR) else _FORMULA


_FORMULA: Final = Text(
    en="it holds a formula without its result. Open the file in Excel or WPS and save it, or put the result "
    "in its place.",
    zh="这里是公式，文件中没有保存它的结果。请用 Excel 或 WPS 打开后保存，或直接填写结果。",
)
_DATE: Final = Text(
    en="it holds a date ({day}); a spreadsheet makes one of what is typed as 1/2 or 1-2. Make the cell a "
    "text and type it again.",
    zh="这里是日期（{day}）：电子表格会把 1/2、1-2 自动变成日期。请把单元格设为文本格式后重新填写。",
)
_ERROR: Final = Text(
    en="it shows the error {said}. Put in its place what is meant.",
    zh="这里显示错误值 {said}，请改填正确内容。",
)
_TOO_MANY: Final = Text(
    en=f"The sheet has more than {MAX_ROWS} rows. Split it into several files.",
    zh=f"表格超过 {MAX_ROWS} 行。请拆成几个文件。",
)
