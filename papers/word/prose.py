"""A lesson's Markdown as Word's own paragraphs: bold, lists, quotes and tables are what they are."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from docx.document import Document as Paper
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from markdown_it.tree import SyntaxTreeNode

from courseware.language import conventions
from courseware.text import Language
from papers.markdown import Prose, media_of
from papers.word.counting import DEEPEST, Counting, count, new_list, stand_in
from papers.word.pictures import add_picture

_QUOTE: Final = Mm(3)
_GAP: Final = Pt(3)
"""Between two paragraphs of a passage."""
_SIDES: Final = Mm(4)
"""What a table inside a cell leaves free of its width."""
_NARROW: Final = Mm(40)


@dataclass(frozen=True)
class Look:
    """How letters look."""

    bold: bool = False
    italic: bool = False
    strike: bool = False
    code: bool = False


@dataclass(frozen=True)
class CellContext:
    """Where paragraphs go: a cell of the document, in one language, at a level of nested lists."""

    paper: Paper
    cell: _Cell
    language: Language
    look: Look = Look()
    level: int = -1
    quoted: int = 0

    def paragraph(self) -> Paragraph:
        """The next paragraph; the empty one that a cell begins with, or that ends a table, is used first."""
        last = self.cell.paragraphs[-1]
        is_empty = not len(last._p)
        is_first = is_empty and len(self.cell._tc.p_lst) == 1 and not self.cell.tables
        paragraph: Paragraph = last if is_empty else self.cell.add_paragraph()
        paragraph.paragraph_format.space_before = Pt(0) if is_first or self.level >= 0 else _GAP
        if self.quoted:
            paragraph.paragraph_format.left_indent = self.quoted * _QUOTE
        if self.level >= 0:
            stand_in(paragraph, min(self.level, DEEPEST))
        return paragraph


def write_passage(place: CellContext, prose: Prose, markdown: str, label: str = "") -> None:
    """Writes a passage of Markdown, led by a bold label if there is one."""
    nodes = SyntaxTreeNode(prose.blocks(markdown, place.language)).children
    if label:
        paragraph = place.paragraph()
        add_words(paragraph, label, place.language, Look(bold=True))
        if nodes and nodes[0].type == "paragraph":
            _write_inline(paragraph, nodes.pop(0), place)
    _write_blocks(place, nodes)


def write_line(paragraph: Paragraph, prose: Prose, markdown: str, place: CellContext) -> None:
    """Writes a title or an option into a paragraph that is already there."""
    for node in SyntaxTreeNode(prose.line(markdown, place.language)).children:
        _write_inline(paragraph, node, place)


def add_words(paragraph: Paragraph, words: str, language: Language, look: Look | None = None) -> Run:
    """Adds plain words. In Chinese, marks that both scripts have (quotes, dashes) take Chinese letters."""
    run = paragraph.add_run(words)
    look = look or Look()
    run.bold, run.italic, run.font.strike = look.bold or None, look.italic or None, look.strike or None
    if look.code:
        run.font.name = "Courier New"
    if not conventions(language).has_blanks:
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hint"), "eastAsia")
    return run


def _write_blocks(place: CellContext, nodes: list[SyntaxTreeNode]) -> None:
    for node in nodes:
        _BLOCKS.get(node.type, _write_inside)(place, node)


def _write_inside(place: CellContext, node: SyntaxTreeNode) -> None:
    _write_blocks(place, node.children)


def _write_paragraph(place: CellContext, node: SyntaxTreeNode) -> None:
    _write_inline(place.paragraph(), node, place)


def _write_heading(place: CellContext, node: SyntaxTreeNode) -> None:
    _write_paragraph(replace(place, look=Look(bold=True)), node)


def _write_code(place: CellContext, node: SyntaxTreeNode) -> None:
    paragraph = place.paragraph()
    add_words(paragraph, node.content.rstrip("\n"), place.language, Look(code=True))


def _write_rule(place: CellContext, _node: SyntaxTreeNode) -> None:
    add_words(place.paragraph(), "———", place.language)


def _write_quote(place: CellContext, node: SyntaxTreeNode) -> None:
    _write_blocks(replace(place, quoted=place.quoted + 1), node.children)


def _write_bullets(place: CellContext, node: SyntaxTreeNode) -> None:
    _write_list(place, node, "bullets")


def _write_numbers(place: CellContext, node: SyntaxTreeNode) -> None:
    _write_list(place, node, "numbers")


def _write_list(place: CellContext, node: SyntaxTreeNode, counting: Counting) -> None:
    number = new_list(place.paper, counting, int(node.attrs.get("start", 1)))
    inner = replace(place, level=place.level + 1, quoted=0)
    for item in node.children:
        paragraph, inside = inner.paragraph(), list(item.children)
        paragraph.paragraph_format.left_indent = None  # the list says how far it stands in
        count(paragraph, number, inner.level)
        if inside and inside[0].type == "paragraph":
            _write_inline(paragraph, inside.pop(0), inner)
        _write_blocks(inner, inside)


def _write_table(place: CellContext, node: SyntaxTreeNode) -> None:
    rows = [row for part in node.children for row in part.children]
    columns = max(len(row.children) for row in rows)
    table = place.cell.add_table(len(rows), columns)
    table.style = "Table Grid"
    for column in table.columns:
        column.width = Length(((place.cell.width or _NARROW) - _SIDES) // columns)
    for cell in table._cells:
        cell.width = table.columns[0].width
    for line, row in enumerate(rows):
        for column, written in enumerate(row.children):
            look = Look(bold=written.type == "th")
            inner = CellContext(place.paper, table.cell(line, column), place.language, look)
            _write_inline(inner.paragraph(), written, inner)


_BLOCKS: Final[Mapping[str, Callable[[CellContext, SyntaxTreeNode], None]]] = {
    "paragraph": _write_paragraph,
    "heading": _write_heading,
    "fence": _write_code,
    "code_block": _write_code,
    "hr": _write_rule,
    "blockquote": _write_quote,
    "bullet_list": _write_bullets,
    "ordered_list": _write_numbers,
    "table": _write_table,
}
_LOOKS: Final[Mapping[str, Mapping[str, bool]]] = {
    "strong": {"bold": True},
    "em": {"italic": True},
    "s": {"strike": True},
}


def _write_inline(paragraph: Paragraph, node: SyntaxTreeNode, place: CellContext) -> None:
    for piece, look in _runs(node, place.look):
        if isinstance(piece, SyntaxTreeNode):
            _write_picture(paragraph, piece, place)
        elif piece == "\n":
            paragraph.add_run().add_break(WD_BREAK.LINE)
        else:
            add_words(paragraph, piece, place.language, look)


def _write_picture(paragraph: Paragraph, node: SyntaxTreeNode, place: CellContext) -> None:
    file = media_of(node)
    widest = Length((place.cell.width or _NARROW) - _SIDES)
    if file is None or not add_picture(paragraph.add_run(), file, node.content, widest):
        add_words(paragraph, node.content, place.language, place.look)


def _runs(node: SyntaxTreeNode, look: Look) -> Iterator[tuple[str | SyntaxTreeNode, Look]]:
    """The words and pictures of a line with how they look; a forced line end is a newline by itself."""
    if node.type == "image":
        yield node, look
        return
    if node.type == "text":
        yield node.content, look
    elif node.type == "code_inline":
        yield node.content, replace(look, code=True)
    elif node.type == "hardbreak":
        yield "\n", look
    for child in node.children:
        yield from _runs(child, replace(look, **_LOOKS.get(node.type, {})))
