"""Tables of fixed widths whose head is repeated on every page and whose rows stay whole where they can."""

from collections.abc import Sequence

from docx.document import Document as Paper
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm
from docx.table import Table, _Cell, _Row


def add_grid(paper: Paper, widths: Sequence[int]) -> Table:
    """An empty table with these column widths in EMU; rows are added to it."""
    table: Table = paper.add_table(0, len(widths))
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Length(width)
    _set_margins(table)
    return table


def add_row(table: Table, *, height: float | None = None, is_whole: bool = True) -> _Row:
    """A new row, `height` millimetres high at least; a whole one is never split between pages."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    for cell, column in zip(row.cells, table.columns, strict=True):
        cell.width = column.width
    _shape(row, height, is_whole=is_whole)
    return row


def add_spans(
    table: Table, spans: Sequence[int], *, height: float | None = None, is_whole: bool = True
) -> tuple[_Row, tuple[_Cell, ...]]:
    """A new row whose cells are so many columns wide each; merging what `add_row` makes takes seconds."""
    row = _Row(table._tbl.add_tr(), table)
    column = Length(table.columns[0].width or 0)
    cells = []
    for span in spans:
        cell = row._tr.add_tc()
        cell.width = Length(column * span)
        if span > 1:
            cell.grid_span = span
        cells.append(_Cell(cell, table))
    _shape(row, height, is_whole=is_whole)
    return row, tuple(cells)


def repeat(row: _Row) -> None:
    """Repeats the row at the top of every page that the table goes on to."""
    _row_flag(row, "w:tblHeader")


def shade(cell: _Cell, colour: str = "F2F2F2") -> None:
    """Colours the ground of a cell, by six hexadecimal digits."""
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shading.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shading)


def centre(cell: _Cell) -> None:
    """Sets what is in the cell half way up."""
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER


def _shape(row: _Row, height: float | None, *, is_whole: bool) -> None:
    if height is not None:
        row.height = Mm(height)
    if is_whole:
        _row_flag(row, "w:cantSplit")


def _row_flag(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _set_margins(table: Table) -> None:
    margins = OxmlElement("w:tblCellMar")
    for side, width in (("top", 40), ("left", 80), ("bottom", 40), ("right", 80)):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(width))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    # the order of these is part of the format
    table._tbl.tblPr.find(qn("w:tblLook")).addprevious(margins)
