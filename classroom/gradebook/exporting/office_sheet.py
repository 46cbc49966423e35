"""The sheet that an academic office (教务处) takes: number, name, usual work, exam, final mark; to print."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from classroom.gradebook.exporting.lines import FINAL, REMARK, MarkLine, has_remarks
from classroom.gradebook.rounding import half_up
from courseware.text import Language, Text
from interchange.spreadsheets.writing import settled, write_text

NUMBER: Final = Text(en="Number", zh="学号")
NAME: Final = Text(en="Name", zh="姓名")
_TITLE: Final = Text(en="{course}: marks", zh="《{course}》成绩单")
_SHEET: Final = Text(en="Marks", zh="成绩单")
_HEAD: Final = Text(
    en="Class: {of}    Students: {count}    Date: {day}", zh="班级：{of}    人数：{count}    日期：{day}"
)
_SIGN: Final = Text(
    en="Teacher: ______________    Date: ______________",
    zh="任课教师签名：______________    日期：______________",
)
_THIN: Final = Side(style="thin")
_FRAME: Final = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_WIDTHS: Final = (18, 16)


@dataclass(frozen=True)
class SheetHead:
    """What stands over the marks: the course, the class, the day, and the titles of the columns of marks."""

    course: Text
    class_name: str
    day: date
    titles: tuple[Text, ...]
    decimals: int = 0


def office_sheet(lines: Sequence[MarkLine], head: SheetHead, language: Language) -> bytes:
    """The whole sheet as an Excel file, ready to be printed on A4."""
    columns = (NUMBER, NAME, *head.titles, *([REMARK] if has_remarks(lines) else []))
    book, sheet = _book(language)
    told = {"of": head.class_name, "count": len(lines), "day": head.day.isoformat()}
    above = (_TITLE.fill({"course": head.course}), _HEAD.fill(told))
    for row, words in enumerate(above, 1):
        _across(sheet, row, words[language], len(columns), Font(bold=row == 1, size=16 if row == 1 else 11))
    _table(sheet, 3, [column[language] for column in columns], _rows(lines, language), head.decimals)
    _across(sheet, len(lines) + 5, _SIGN[language], len(columns), Font(size=11))
    sheet.print_title_rows = "3:3"
    sheet.freeze_panes = "A4"
    return _saved(book)


def bare_sheet(lines: Sequence[MarkLine], decimals: int, language: Language) -> bytes:
    """Number and final mark alone, as some offices read them in."""
    book, sheet = _book(language)
    alone = [replace(line, marks=(line.final,)) for line in lines]
    heads = [NUMBER[language], FINAL[language], *([REMARK[language]] if has_remarks(lines) else [])]
    _table(sheet, 1, heads, _rows(alone, language, has_names=False), decimals, has_names=False)
    return _saved(book)


_Row = Sequence[str | Fraction | None]


def _rows(lines: Sequence[MarkLine], language: Language, *, has_names: bool = True) -> list[_Row]:
    """Number, name, marks, and beside provisional ones that they are."""
    return [
        (
            line.number,
            *([line.name] if has_names else []),
            *line.marks,
            *([line.remark[language]] if line.remark else []),
        )
        for line in lines
    ]


def _book(language: Language) -> tuple[Workbook, Worksheet]:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = _SHEET[language]
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    return book, sheet


def _across(sheet: Worksheet, row: int, words: str, columns: int, font: Font) -> None:
    """Words over the whole width."""
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=columns)
    cell = sheet.cell(row, 1)
    if isinstance(cell, Cell):
        write_text(cell, words)
        cell.font = font
        cell.alignment = Alignment(horizontal="center", vertical="center")


def _table(
    sheet: Worksheet,
    first: int,
    heads: Sequence[str],
    rows: Sequence[_Row],
    decimals: int,
    *,
    has_names: bool = True,
) -> None:
    for row, values in enumerate((tuple(heads), *rows), first):
        for column, value in enumerate(values, 1):
            cell = sheet.cell(row, column)
            if isinstance(cell, Cell):
                _write(cell, value, decimals)
                cell.font = Font(bold=row == first)
    for column in range(1, len(heads) + 1):
        width = _WIDTHS[column - 1] if column <= 1 + has_names else 12
        sheet.column_dimensions[get_column_letter(column)].width = width


def _write(cell: Cell, value: str | Fraction | None, decimals: int) -> None:
    if isinstance(value, str):
        write_text(cell, value)
    elif value is not None:
        cell.value = float(half_up(value, decimals))
        cell.number_format = "0.0" if decimals else "0"
    cell.border = _FRAME
    cell.alignment = Alignment(horizontal="center", vertical="center")


def _saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return settled(out.getvalue())
