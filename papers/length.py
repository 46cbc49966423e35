"""How long a row of the plan will be, so that short rows stay whole and long ones may go over the page."""

from collections.abc import Iterable
from typing import Final
from unicodedata import east_asian_width

from course.media import references_in
from courseware.language import DisplayLanguage
from courseware.text import Text
from papers.blocks import Passage, ToldBlock
from papers.display_language import versions
from papers.plan import PlanRow

_WIDE, _CONTENT, _TEACHER, _SIDE = 46, 18, 10.5, 7.5
"""How many Chinese characters a line of each column holds."""
_MOST: Final = 34
"""A good half of a page in lines; a longer row would leave too much of the page before it empty."""

_PICTURE: Final = 10
"""Lines that a picture takes."""


def is_short(moment: PlanRow, display_language: DisplayLanguage) -> bool:
    """Whether the row of this step should not be split between two pages."""
    columns = (
        (_texts(moment.content), _CONTENT),
        (moment.teacher, _TEACHER),
        ((moment.students,), _SIDE),
        ((moment.intent,) if moment.intent else (), _SIDE),
    )
    return all(_lines(texts, width, display_language) <= _MOST for texts, width in columns)


def are_short(blocks: Iterable[ToldBlock], display_language: DisplayLanguage) -> bool:
    """The same of blocks that have nearly the whole width to themselves."""
    return _lines(_texts(blocks), _WIDE, display_language) <= _MOST


def _texts(blocks: Iterable[ToldBlock]) -> Iterable[Text]:
    for block in blocks:
        if isinstance(block, Passage):
            yield block.text
        else:
            yield from block.texts


def _lines(texts: Iterable[Text], width: float, display_language: DisplayLanguage) -> float:
    written = [
        line for text in texts for _, words in versions(text, display_language) for line in words.splitlines()
    ]
    shown = sum(1 for line in written for _ in references_in(line))
    return sum(-(-_breadth(line) // width) or 0.5 for line in written) + shown * _PICTURE


def _breadth(line: str) -> float:
    """The width of a line in Chinese characters.

    >>> _breadth("CRM 实验")
    4.0
    """
    return sum(1.0 if east_asian_width(character) in "WF" else 0.5 for character in line)
