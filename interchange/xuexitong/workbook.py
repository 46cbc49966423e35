"""Writes the Excel file: every cell a text that nobody takes for a formula, the same bytes each time."""

import io
from collections.abc import Iterable, Sequence
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from courseware.text import Text
from exercises.portable.question import Loss
from interchange.spreadsheets.writing import MAX_CELL, settled, write_text
from interchange.xuexitong.layout import HEAD, LEAST_OPTIONS, LETTERS, LOSSES, SHEET, Line

_WIDTHS: Final = {"目录": 18, "大题题干": 60, "答案解析": 60, "正确答案": 22, "标签": 20}
_LOSS_HEAD: Final = ("题目 Item", "说明", "What did not travel")


def workbook(lines: Sequence[Line], losses: Iterable[Loss]) -> bytes:
    """The file with the rows on its first sheet and the losses on its second."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = SHEET
    most = max([LEAST_OPTIONS, *(len(line.options) for line in lines)])
    head = (*HEAD, *(f"选项{letter}" for letter in LETTERS[:most]))
    _fill(sheet, [head, *(line.cells() for line in lines)])
    for column, title in enumerate(head, 1):
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTHS.get(title, 12)
    report = book.create_sheet(LOSSES)
    _fill(report, [_LOSS_HEAD, *((loss.item or "—", loss.what.zh, loss.what.en) for loss in losses)])
    for letter, width in (("A", 24), ("B", 60), ("C", 80)):
        report.column_dimensions[letter].width = width
    out = io.BytesIO()
    book.save(out)
    return settled(out.getvalue())


def shortened(line: Line, item: str) -> list[Loss]:
    """A word for a row with a text that is too long for a cell of Excel."""
    too_long = any(isinstance(cell, str) and len(cell) > MAX_CELL for cell in line.cells())
    return [Loss(item, _CUT)] if too_long else []


def _fill(sheet: Worksheet, rows: Iterable[Sequence[str | int]]) -> None:
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column)
            if isinstance(cell, Cell):
                _write(cell, value)
                cell.font = Font(bold=number == 1)
    sheet.freeze_panes = "A2"


def _write(cell: Cell, value: str | int) -> None:
    """A number as a number; a text as a text, whatever it begins with."""
    if isinstance(value, int):
        cell.value = value
        return
    write_text(cell, value)
    if cell.value is not None:
        cell.alignment = Alignment(wrap_text=True, vertical="top")


_CUT: Final = Text(
    en=f"A text of more than {MAX_CELL} characters was cut: a cell of Excel holds no more.",
    zh=f"超过 {MAX_CELL} 个字符的文字被截断：Excel 单元格放不下。",
)
