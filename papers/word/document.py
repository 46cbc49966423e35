"""An empty document of the lab: A4, Song and Hei for Chinese, Times for Latin, page numbers at the foot."""

from typing import Final

from docx import Document
from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from courseware.language import DisplayLanguage, conventions, languages_of
from courseware.text import Language
from papers.words import word

SONG: Final = "SimSun"
"""宋体 (Song) by the name that every Word knows, whatever its own language."""
HEI: Final = "SimHei"
LATIN: Final = "Times New Roman"
SANS: Final = "Arial"
MARGIN: Final = Cm(1.8)
WIDTH: Final = Mm(210) - 2 * MARGIN
"""How wide the text is."""
_MOST_TITLE: Final = 255
"""A longer title is no property of a document."""


def new_document(title: str, head: str, display_language: DisplayLanguage) -> Paper:
    """A document with this title as its property, `head` in small letters above every page."""
    paper = Document()
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = MARGIN
    section.top_margin, section.bottom_margin = Cm(2), Cm(1.8)
    section.header_distance = section.footer_distance = Cm(1)
    _set_styles(paper)
    _write_head(section.header.paragraphs[0], head)
    _write_foot(section.footer.paragraphs[0], languages_of(display_language)[0])
    paper.core_properties.title = title[:_MOST_TITLE]
    paper.core_properties.author = ""
    paper.core_properties.language = conventions(languages_of(display_language)[0]).locale
    return paper


def set_fonts(run: Run, *, latin: str, chinese: str) -> None:
    """The fonts of a run; `chinese` is what East Asian characters are written in."""
    run.font.name = latin
    run.font.element.rPr.rFonts.set(qn("w:eastAsia"), chinese)


def _set_styles(paper: Paper) -> None:
    _set_style(paper, "Normal", LATIN, SONG, 9)
    for name, size in (("Title", 18), ("Heading 1", 12)):
        _set_style(paper, name, SANS, HEI, size)
    for name in ("Header", "Footer"):
        _set_style(paper, name, LATIN, SONG, 8)
    language = paper.styles.element.find(f".//{qn('w:lang')}")
    if language is not None:
        language.set(qn("w:eastAsia"), "zh-CN")


def _set_style(paper: Paper, name: str, latin: str, chinese: str, size: float) -> None:
    style = paper.styles[name]
    assert isinstance(style, ParagraphStyle)  # noqa: S101 -- the empty document has it
    style.font.name, style.font.size = latin, Pt(size)
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:eastAsia"), chinese)
    fonts.set(qn("w:cs"), latin)
    form = style.paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing = 1.15
    for border in style.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _write_head(paragraph: Paragraph, head: str) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paragraph.add_run(head)


def _write_foot(paragraph: Paragraph, language: Language) -> None:
    """Page and pages, each a field that Word fills in."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    before, _, rest = word("page_of")[language].partition("{page}")
    between, _, after = rest.partition("{pages}")
    paragraph.add_run(before)
    _add_field(paragraph, "PAGE")
    paragraph.add_run(between)
    _add_field(paragraph, "NUMPAGES")
    paragraph.add_run(after)


def _add_field(paragraph: Paragraph, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = Run(OxmlElement("w:r"), paragraph)
    run.text = "1"
    field.append(run._element)
    paragraph._p.append(field)
