"""A student's lab report as vocational schools take it in: a bordered head, then numbered sections."""

from dataclasses import dataclass
from typing import Literal

from courseware.text import Text
from papers.blocks import Chart
from papers.words import numeral, word

COLUMNS = 24
"""How many columns every table of a report has; a cell is so many of them wide."""

_LONG = 400
"""Letters in one cell."""

CellLook = Literal["label", "told", "band"]
"""The name of a field, what stands in it, or a heading over the whole width."""


@dataclass(frozen=True)
class ReportCell:
    """A field of a report; one without texts is left to be filled in by hand."""

    wide: int
    texts: tuple[Text, ...]
    """Markdown, each a paragraph of its own."""
    look: CellLook = "told"


@dataclass(frozen=True)
class CellRow:
    """Fields side by side; a head is repeated on the next page."""

    cells: tuple[ReportCell, ...]
    is_head: bool = False

    @property
    def is_long(self) -> bool:
        """Whether the row may go over to the next page."""
        return any(sum(len(text.en) for text in cell.texts) > _LONG for cell in self.cells)


@dataclass(frozen=True)
class ChartRow:
    """The chart of a run over the whole width; by its `key` the browser says which picture is of it."""

    key: str
    chart: Chart


@dataclass(frozen=True)
class ReflectionRow:
    """What the student has written, letter by letter; there is room for more."""

    words: str


@dataclass(frozen=True)
class HandRow:
    """Room to write in by hand, so many millimetres high, with words at its foot."""

    label: Text
    foot: Text | None
    high: int


ReportRow = CellRow | ChartRow | ReflectionRow | HandRow


@dataclass(frozen=True)
class ReportSection:
    """One numbered section."""

    heading: Text
    rows: tuple[ReportRow, ...]


@dataclass(frozen=True)
class LabReport:
    """All that stands on one student's report of one lesson."""

    course: Text
    topic: Text
    head: tuple[CellRow, ...]
    sections: tuple[ReportSection, ...]

    def charts(self) -> tuple[ChartRow, ...]:
        """Its charts, in order."""
        return tuple(row for section in self.sections for row in section.rows if isinstance(row, ChartRow))


def section_heading(number: int, name: str) -> Text:
    """The heading of a section, counted as each language counts.

    >>> section_heading(2, "report_equipment")["zh"]
    '二、实训设备与环境'
    """
    return word("report_heading", number=number, numeral=numeral(number), what=word(name))
