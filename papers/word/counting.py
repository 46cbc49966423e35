"""Lists that Word itself counts and bullets, each beginning anew."""

from typing import Final, Literal

from docx.document import Document as Paper
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

Counting = Literal["bullets", "numbers", "letters"]

_FORMS: Final[dict[Counting, tuple[tuple[str, str], ...]]] = {
    "bullets": (("bullet", "•"), ("bullet", "–"), ("bullet", "•")),
    "numbers": (("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerRoman", "%3)")),
    "letters": (("upperLetter", "%1."), ("decimal", "%2)"), ("lowerRoman", "%3)")),
}
_IDS: Final[dict[Counting, int]] = {"bullets": 901, "numbers": 902, "letters": 903}
_INDENT: Final = 300
"""How far each level stands in, in twentieths of a point."""
DEEPEST: Final = 2


def add_countings(paper: Paper) -> None:
    """Tells the document how its lists are counted; once, before the first list."""
    numbering = paper.part.numbering_part.element
    first = numbering.find(qn("w:num"))
    for counting in _FORMS:
        first.addprevious(parse_xml(_abstract(counting)))


def new_list(paper: Paper, counting: Counting, start: int = 1) -> int:
    """The number of a list that counts from `start`."""
    numbering = paper.part.numbering_part.element
    num = numbering.add_num(_IDS[counting])
    if counting != "bullets":
        num.add_lvlOverride(ilvl=0).add_startOverride(start)
    number: int = num.numId
    return number


def count(paragraph: Paragraph, list_number: int, level: int = 0) -> None:
    """Makes the paragraph an item of this list."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = min(level, DEEPEST)
    properties.get_or_add_numId().val = list_number


def stand_in(paragraph: Paragraph, level: int) -> None:
    """Sets a paragraph under an item of this level, as its second paragraph."""
    paragraph.paragraph_format.left_indent = _INDENT * (level + 1) * 635


def _abstract(counting: Counting) -> str:
    levels = "".join(_level(level, *form) for level, form in enumerate(_FORMS[counting]))
    return f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{_IDS[counting]}">{levels}</w:abstractNum>'


def _level(level: int, form: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{_INDENT * (level + 1)}" w:hanging="{_INDENT}"/>'
        "</w:pPr></w:lvl>"
    )
