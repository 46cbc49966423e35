"""Gaps in a text as the lab asks them: one gap as a blank, several as rows with numbers."""

from typing import Final

from courseware.text import Text

BLANK: Final = "_____"


def mark_of(place: int) -> str:
    """What stands in the text where gap number `place` was.

    >>> mark_of(2)
    '__(2)__'
    """
    return f"__({place})__"


def numbered(place: int) -> Text:
    """The row that stands for a gap."""
    return Text(en=f"Gap ({place})", zh=f"第 ({place}) 空")
