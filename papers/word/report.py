"""A lab report as a Word document: the bordered head, the numbered sections, the charts as pictures."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Final

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from docx.table import Table, _Cell

from courseware.language import DisplayLanguage, Language, languages_of
from courseware.text import Text
from papers.display_language import versions
from papers.lab_report import (
    COLUMNS,
    CellRow,
    ChartRow,
    HandRow,
    LabReport,
    ReflectionRow,
    ReportCell,
    ReportRow,
)
from papers.markdown import Prose, as_markdown
from papers.word.counting import add_countings
from papers.word.document import WIDTH, new_document
from papers.word.grid import add_grid, add_spans, centre, repeat, shade
from papers.word.pen import CellWriter
from papers.word.prose import CellContext, Look, add_words
from papers.words import word

Pictures = Mapping[tuple[str, Language], bytes]
"""Charts as PNG, by the key of their row and the language of their words."""
_ROOM: Final = 55
"""Millimetres of room for a reflection at least."""
_FOOT: Final = 9
_BAND: Final = "E8EEF4"
_CHART: Final = Mm(118)
"""How wide a chart is."""


def report_document(
    report: LabReport,
    pictures: Pictures,
    messages: Mapping[tuple[str, Language], str],
    prose: Prose,
    display_language: DisplayLanguage,
) -> bytes:
    """The bytes of a .docx file; a chart without its picture is told by its message."""
    name = " ".join(words for _, words in versions(word("report"), display_language))
    topic = " · ".join(
        prose.plain(words, language) for language, words in versions(report.topic, display_language)
    )
    paper = new_document(f"{name} {topic}", topic, display_language)
    add_countings(paper)
    title = paper.add_paragraph(style="Title")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_after = Pt(8)
    title.add_run(name)
    writer = _ReportWriter(CellWriter(paper, prose, display_language), pictures, messages)
    writer.rows(report.head, height=9)
    for section in report.sections:
        writer.heading(section.heading)
        writer.rows(section.rows)
    out = BytesIO()
    paper.save(out)
    return out.getvalue()


class _ReportWriter:
    """Writes the rows of a report into tables, each section in one of its own."""

    def __init__(
        self, pen: CellWriter, pictures: Pictures, messages: Mapping[tuple[str, Language], str]
    ) -> None:
        self._pen, self._pictures, self._messages = pen, pictures, messages

    def heading(self, text: Text) -> None:
        """The heading of a section, on the page of its first row."""
        paragraph = self._pen.paper.add_paragraph(style="Heading 1")
        form = paragraph.paragraph_format
        form.space_before, form.space_after, form.keep_with_next = Pt(10), Pt(4), True
        paragraph.add_run(" ".join(words for _, words in versions(text, self._pen.display_language)))

    def rows(self, rows: Sequence[ReportRow], height: float | None = None) -> None:
        """A table of these rows."""
        table = add_grid(self._pen.paper, (WIDTH // COLUMNS,) * COLUMNS)
        for row in rows:
            self._row(table, row, height)

    def _row(self, table: Table, row: ReportRow, height: float | None) -> None:
        match row:
            case CellRow():
                self._cells(table, row, height)
            case ChartRow():
                self._chart(_whole(table), row)
            case ReflectionRow():
                self._reflection(_whole(table, height=_ROOM, is_whole=False), row)
            case HandRow():
                self._by_hand(table, row)

    def _cells(self, table: Table, row: CellRow, height: float | None) -> None:
        spans = [one.wide for one in row.cells]
        added, cells = add_spans(table, spans, height=height, is_whole=not row.is_long)
        if row.is_head:
            repeat(added)
        for cell, one in zip(cells, row.cells, strict=True):
            self._cell(cell, one)
            if one.look == "told" and height is not None:
                centre(cell)

    def _cell(self, cell: _Cell, one: ReportCell) -> None:
        if one.look == "label":
            for text in one.texts:
                self._pen.label(cell, text)
            return
        if one.look == "band":
            shade(cell, _BAND)
            for text in one.texts:
                self._pen.line(cell, text, Look(bold=True))
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True
            return
        for text in one.texts:
            self._pen.passage(cell, text)

    def _chart(self, cell: _Cell, row: ChartRow) -> None:
        """The picture in each language of the report, its title above and its message below."""
        for language in languages_of(self._pen.display_language):
            place, message = (
                CellContext(self._pen.paper, cell, language),
                self._messages[row.key, language],
            )
            self._title(place, row)
            picture = self._pictures.get((row.key, language))
            if picture is not None:
                paragraph = place.paragraph()
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
                shape = paragraph.add_run().add_picture(BytesIO(picture), width=_CHART)
                shape._inline.docPr.set("descr", message)
                shape._inline.docPr.set("title", "")
            add_words(place.paragraph(), message, language)

    def _title(self, place: CellContext, row: ChartRow) -> None:
        paragraph = place.paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.keep_with_next = True
        words = self._pen.prose.plain(row.chart.title[place.language], place.language)
        add_words(paragraph, words, place.language, Look(bold=True))

    def _reflection(self, cell: _Cell, row: ReflectionRow) -> None:
        if row.words:
            said = as_markdown(row.words)
            self._pen.passage(cell, Text(en=said, zh=said))

    def _by_hand(self, table: Table, row: HandRow) -> None:
        self._pen.line(_whole(table, height=row.high), row.label)
        if row.foot is not None:
            foot = _whole(table, height=_FOOT)
            centre(foot)
            self._pen.line(foot, row.foot)
            for paragraph in foot.paragraphs:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _whole(table: Table, *, height: float | None = None, is_whole: bool = True) -> _Cell:
    return add_spans(table, (COLUMNS,), height=height, is_whole=is_whole)[1][0]
