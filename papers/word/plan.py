"""The teaching plan as a Word document: the head, the table of steps, and what is left to the pen."""

from collections.abc import Sequence
from io import BytesIO
from typing import Final

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.table import Table, _Cell

from courseware.language import DisplayLanguage
from courseware.text import Text
from papers.display_language import versions
from papers.length import are_short, is_short
from papers.markdown import Prose
from papers.plan import Phase, PlanRow, TeachingPlan
from papers.word.counting import add_countings
from papers.word.document import WIDTH, new_document
from papers.word.grid import add_grid, add_row, centre, repeat, shade
from papers.word.letterhead import add_letterhead
from papers.word.pen import CellWriter
from papers.word.prose import Look
from papers.words import word

_HEAD: Final = (23, 21, 46, 23, 61)
"""Shares of the width for label, inner label, value, second label, second value."""
_STEPS: Final = (23, 60, 37, 27, 27)
_FOOT: Final = (23, 151)
_COLUMNS: Final = ("column_step", "column_content", "column_teacher", "column_students", "column_intent")
_ROOM: Final = {"reflection": 45, "review": 22}
"""Millimetres left to be written in by hand."""


def plan_document(plan: TeachingPlan, prose: Prose, display_language: DisplayLanguage) -> bytes:
    """The bytes of a .docx file."""
    name = " ".join(words for _, words in versions(word("plan"), display_language))
    topic = " · ".join(
        prose.plain(words, language) for language, words in versions(plan.topic, display_language)
    )
    paper = new_document(f"{name} {topic}", topic, display_language)
    add_countings(paper)
    if plan.school is not None:
        add_letterhead(paper, plan.school, display_language)
    title = paper.add_paragraph(style="Title")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_after = Pt(6)
    title.add_run(name)
    pen = CellWriter(paper, prose, display_language)
    _write_head(pen, plan)
    _write_steps(pen, plan.phases)
    _write_foot(pen, plan)
    out = BytesIO()
    paper.save(out)
    return out.getvalue()


def _write_head(pen: CellWriter, plan: TeachingPlan) -> None:
    table = add_grid(pen.paper, _scaled(_HEAD))
    _write_pair(pen, table, ("course", plan.course), ("unit", plan.unit))
    _, topic = _wide(pen, table, word("topic"))
    pen.line(topic, plan.topic, Look(bold=True))
    _write_pair(pen, table, ("class", None), ("date", word("date_blank")))
    _write_pair(pen, table, ("teacher", None), ("hours", plan.hours))
    _write_pair(pen, table, ("type", word("type_blank")), ("room", None))
    _write_goals(pen, table, plan)
    if plan.character:
        _, character = _wide(pen, table, word("character_cases"))
        for lines in plan.character:
            pen.several(character, lines)
    for name, texts in plan.points:
        pen.several(_wide(pen, table, name)[1], texts)


def _write_pair(
    pen: CellWriter, table: Table, first: tuple[str, Text | None], second: tuple[str, Text | None]
) -> None:
    """A row of two fields, each its name and what stands in it."""
    cells = add_row(table, height=8).cells
    fields = ((cells[0], cells[1].merge(cells[2]), first), (cells[3], cells[4], second))
    for label, value, (name, text) in fields:
        pen.label(label, word(name))
        centre(value)
        if text is not None:
            pen.line(value, text)


def _wide(pen: CellWriter, table: Table, name: Text, height: float = 8) -> tuple[_Cell, _Cell]:
    """A row with one field over its whole width: its name and its empty value."""
    cells = add_row(table, height=height).cells
    pen.label(cells[0], name)
    return cells[0], cells[1].merge(cells[-1])


def _write_goals(pen: CellWriter, table: Table, plan: TeachingPlan) -> None:
    rows = []
    for name, texts in plan.goals:
        cells = add_row(table).cells
        pen.label(cells[1], name)
        pen.several(cells[2].merge(cells[4]), texts)
        rows.append(cells)
    pen.label(rows[0][0].merge(rows[-1][0]), word("goals"))


def _write_steps(pen: CellWriter, phases: Sequence[Phase]) -> None:
    heading = pen.paper.add_paragraph(style="Heading 1")
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(10), Pt(4)
    heading.add_run(" ".join(words for _, words in versions(word("process"), pen.display_language)))
    table = add_grid(pen.paper, _scaled(_STEPS))
    top = add_row(table)
    repeat(top)
    for cell, name in zip(top.cells, _COLUMNS, strict=True):
        pen.label(cell, word(name))
    for phase in phases:
        _write_phase(pen, table, phase)


def _write_phase(pen: CellWriter, table: Table, phase: Phase) -> None:
    cells = add_row(table).cells
    band = cells[0].merge(cells[-1])
    shade(band, "E8EEF4")
    pen.line(band, phase.heading, Look(bold=True))
    for paragraph in band.paragraphs:
        paragraph.paragraph_format.keep_with_next = True
    for moment in phase.moments:
        _write_moment(pen, table, moment)


def _write_moment(pen: CellWriter, table: Table, moment: PlanRow) -> None:
    cells = add_row(table, is_whole=is_short(moment, pen.display_language)).cells
    step, content, teacher, students, intent = cells
    pen.line(step, moment.title, Look(bold=True))
    pen.line(step, moment.minutes)
    pen.blocks(content, moment.content)
    for text in moment.teacher:
        pen.passage(teacher, text)
    pen.passage(students, moment.students)
    if moment.intent is not None:
        pen.passage(intent, moment.intent)


def _write_foot(pen: CellWriter, plan: TeachingPlan) -> None:
    pen.paper.add_paragraph()
    table = add_grid(pen.paper, _scaled(_FOOT))
    _, homework = _open(pen, table, "homework", is_whole=are_short(plan.homework, pen.display_language))
    if plan.homework:
        pen.blocks(homework, plan.homework)
    else:
        pen.line(homework, word("homework_none"))
    if plan.extension:
        _, extension = _open(
            pen, table, "extension", is_whole=are_short(plan.extension, pen.display_language)
        )
        pen.blocks(extension, plan.extension)
    _, board = _open(pen, table, "board")
    pen.line(board, plan.topic, Look(bold=True))
    if plan.board:
        pen.points(board, plan.board)
    if plan.references:
        _, references = _open(pen, table, "references")
        pen.several(references, plan.references)
    for name, height in _ROOM.items():
        _, room = _wide(pen, table, word(name), height)
        if name == "review":
            pen.line(room, word("review_blank"))
            room.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM


def _open(pen: CellWriter, table: Table, name: str, *, is_whole: bool = False) -> tuple[_Cell, _Cell]:
    """A row with one field that may go over to the next page if it is not whole."""
    cells = add_row(table, height=8, is_whole=is_whole).cells
    pen.label(cells[0], word(name))
    return cells[0], cells[1]


def _scaled(shares: Sequence[int]) -> tuple[int, ...]:
    return tuple(int(WIDTH * share / sum(shares)) for share in shares)
