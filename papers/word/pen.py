"""Writes a lesson's texts into the cells of a document, in one language or in both."""

from collections.abc import Sequence
from dataclasses import dataclass

from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.table import _Cell

from courseware.language import DisplayLanguage
from courseware.text import Text
from papers.blocks import PointMark, Points, ToldBlock
from papers.display_language import versions
from papers.markdown import Prose
from papers.word.counting import count, new_list
from papers.word.document import HEI, SANS, set_fonts
from papers.word.grid import centre, shade
from papers.word.prose import CellContext, Look, add_words, write_line, write_passage
from papers.words import as_label


@dataclass(frozen=True)
class CellWriter:
    """What every part of one document is written with."""

    paper: Paper
    prose: Prose
    display_language: DisplayLanguage

    def passage(self, cell: _Cell, text: Text, label: Text | None = None) -> None:
        """Markdown in each language of the paper, one below the other."""
        for language, words in versions(text, self.display_language):
            place = CellContext(self.paper, cell, language)
            write_passage(place, self.prose, words, as_label(label, language))

    def line(self, cell: _Cell, text: Text, look: Look | None = None) -> None:
        """Words of one line in each language."""
        for language, words in versions(text, self.display_language):
            place = CellContext(self.paper, cell, language, look or Look())
            paragraph = place.paragraph()
            paragraph.paragraph_format.space_before = Pt(0)
            write_line(paragraph, self.prose, words, place)

    def points(self, cell: _Cell, texts: Sequence[Text], mark: PointMark = "numbers") -> None:
        """Things that Word counts off, each in every language of the paper under one number."""
        number = new_list(self.paper, mark)
        for text in texts:
            for nth, (language, words) in enumerate(versions(text, self.display_language)):
                place = CellContext(self.paper, cell, language, level=0)
                paragraph = place.paragraph()
                if nth == 0:
                    paragraph.paragraph_format.left_indent = None  # the list says how far it stands in
                    count(paragraph, number)
                write_line(paragraph, self.prose, words, place)

    def several(self, cell: _Cell, texts: Sequence[Text]) -> None:
        """One text as it is, several as a list."""
        if len(texts) == 1:
            self.line(cell, texts[0])
        else:
            self.points(cell, texts)

    def blocks(self, cell: _Cell, blocks: Sequence[ToldBlock]) -> None:
        """What a step tells and asks."""
        for block in blocks:
            if isinstance(block, Points):
                self.points(cell, block.texts, block.mark)
            else:
                self.passage(cell, block.text, block.label)

    def label(self, cell: _Cell, text: Text) -> None:
        """The name of a field, in Hei on a grey ground."""
        shade(cell)
        centre(cell)
        for language, words in versions(text, self.display_language):
            paragraph = CellContext(self.paper, cell, language).paragraph()
            paragraph.paragraph_format.space_before = Pt(0)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            set_fonts(add_words(paragraph, words, language), latin=SANS, chinese=HEI)
