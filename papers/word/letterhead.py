"""The school above the title of a document: its logo and its name."""

from typing import Final

from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from course import Letterhead
from courseware.language import DisplayLanguage
from papers.display_language import versions
from papers.word.pictures import add_picture

_WIDEST: Final = Mm(40)
_HIGHEST: Final = Mm(11)


def add_letterhead(paper: Paper, school: Letterhead, display_language: DisplayLanguage) -> None:
    """Adds one line, in the middle: the logo, and the name beside it."""
    line = paper.add_paragraph()
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line.paragraph_format.space_after = Pt(4)
    name = " ".join(words for _, words in versions(school.name, display_language))
    if school.logo is not None and add_picture(line.add_run(), school.logo, "", _WIDEST, _HIGHEST):
        line.add_run(" ")
    line.add_run(name).font.size = Pt(12)
