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


OWN_WORDS: Final = Text(
    en="Each gap had words of its own to choose from; here all words may be given to every gap.",
    zh="原题每个空有各自的备选词，这里所有词对每个空都可选。",
)
USED_ONCE: Final = Text(
    en="There a choice could be used only so often; here it may be used again and again.",
    zh="原题选项的使用次数有限制，这里可以重复使用。",
)
