"""The table of a file with marks: where number and name stand, and which columns may hold what is wanted."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from classroom.gradebook.importing.values import read_day
from classroom.teaching import roster_report
from classroom.teaching.roster_heads import HEAD_WITHIN, is_head, kind_of, layouts
from classroom.teaching.roster_rows import RosterRow, row_of
from courseware.problem import ReaderError
from courseware.text import Text
from interchange.spreadsheets.sheet import DATE, MAX_COLUMNS, CellRows, Sheet, error_in
from interchange.spreadsheets.tables import read_tables

NO_HEAD: Final = Text(
    en="No row says what stands below it. Give the sheet a head: number, name and mark (学号, 姓名, 成绩).",
    zh="没有找到表头。请让表格有一行表头：学号、姓名、成绩。",
)
NO_ROWS: Final = Text(en="There is no student below the head.", zh="表头下面没有学生。")
NO_COLUMN: Final = Text(
    en="Beside number and name the file has no column to read.", zh="除学号和姓名外，文件中没有可读取的列。"
)
_WANTED: Final = re.compile(
    r"成绩|分数|得分|总分|笔试|上机|考勤|出勤|mark|score|grade|points|status", re.IGNORECASE
)
_IDENTITY: Final = {"name", "given", "family", "number", "class"}
_PERSONAL: Final = re.compile(
    r"性别|民族|电话|手机|邮箱|身份证|宿舍|座号|序号|备注|签名|gender|sex|e-?mail|phone"
)


@dataclass(frozen=True)
class ImportedTable:
    """The rows below the head, the column of each identity (None if there is none), and what may be read."""

    rows: tuple[RosterRow, ...]
    number: int | None
    name: int | None
    family: int | None
    columns: Mapping[int, str]
    """Columns beside the identities by their place, with their heads."""
    likely: int
    """The column that is probably meant."""
    notes: tuple[Text, ...] = ()

    def name_in(self, row: RosterRow) -> str:
        """The name in a row, put together if it stands in two columns."""
        name, family = row.cell(self.name), row.cell(self.family)
        is_chinese = any("\u3400" <= sign <= "\u9fff" for sign in name + family)
        return f"{family}{name}" if is_chinese else f"{name} {family}".strip()


def read_mark_table(data: bytes) -> ImportedTable:
    """The table of a file of Excel, of text with commas, or of a web page called .xls.

    A ReaderError says what to do if it cannot be used.
    """
    file = read_tables(data, _is_wanted)
    shown = [sheet for sheet in file.sheets if sheet.rows and not sheet.is_hidden]
    if not shown:
        raise ReaderError(NO_HEAD)
    chosen = next((sheet for sheet in shown if _is_wanted(sheet.rows)), shown[0])
    rows = [_row(chosen, number) for number in sorted(chosen.rows)]
    head = next((at for at, row in enumerate(rows[:HEAD_WITHIN]) if _says(row.cells)), None)
    if head is None:
        raise ReaderError(NO_HEAD)
    others = [sheet for sheet in file.sheets if sheet.rows and sheet is not chosen]
    unread = [
        (roster_report.HIDDEN if one.is_hidden else roster_report.UNREAD).fill({"name": one.name})
        for one in others
    ]
    cut = roster_report.TOO_WIDE.fill({"most": MAX_COLUMNS}) if chosen.is_cut else None
    return _table(rows[head], rows[head + 1 :], tuple(filter(None, (file.note, *unread, cut))))


def _table(head: RosterRow, rows: list[RosterRow], notes: tuple[Text, ...]) -> ImportedTable:
    below = tuple(row for row in rows if any(row.cells) or row.notes)
    if not below:
        raise ReaderError(NO_ROWS)
    layout = layouts(head.cells, [row.cells for row in below])[0]
    kinds = [kind_of(cell) for cell in head.cells]
    columns = {
        at: title
        for at, title in enumerate(head.cells)
        if title and kinds[at] not in _IDENTITY and not _PERSONAL.search(title)
    }
    if not columns:
        raise ReaderError(NO_COLUMN)
    likely = next((at for at, title in columns.items() if _WANTED.search(title)), max(columns))
    name = layout.name if kinds[layout.name] in {"name", "given", "family"} else None
    return ImportedTable(below, layout.number, name, layout.family, columns, likely, notes)


def _says(cells: Sequence[str]) -> bool:
    """Whether a row is the head; days above columns of attendance are no numbers of students."""
    return is_head(["" if read_day(cell.removeprefix(DATE)) else cell for cell in cells])


def _is_wanted(rows: CellRows) -> bool:
    first = sorted(rows)[:HEAD_WITHIN]
    return any(
        _says([rows[number].get(at, "") for at in range(1, max(rows[number]) + 1)]) for number in first
    )


def _row(sheet: Sheet, number: int) -> RosterRow:
    """A row of the sheet; a date that stands in it is a text here, what cannot be read has its reason."""
    cells = {at: cell.removeprefix(DATE) for at, cell in sheet.rows[number].items()}
    errors = {at: why for at, cell in cells.items() if (why := error_in(cell))}
    texts = ["" if at in errors else cells.get(at, "") for at in range(1, max(cells, default=0) + 1)]
    return row_of(number, texts, {at - 1: why for at, why in errors.items()})
