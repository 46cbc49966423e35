"""Gaps in a text: ____ for the next one, __(2)__ for one by its number; how they are found and shown."""

import re
from collections.abc import Callable
from typing import Final

from courseware.text import Text

_LINE: Final = r"\\?[_＿]"
_MARK: Final = re.compile(
    rf"(?:{_LINE}){{2,20}}\((?P<number>\d{{1,2}})\)(?:{_LINE}){{2,20}}|(?:{_LINE}){{3,60}}"
)


def gaps_in(words: str) -> list[int]:
    """The numbers of the gaps in the order in which they stand.

    >>> gaps_in("____ is __(2)__ less ______"), gaps_in("__(2)__的__(1)__")
    ([1, 2, 3], [2, 1])
    """
    return [int(found["number"] or place) for place, found in enumerate(_MARK.finditer(words), 1)]


def with_gaps(text: Text, write: Callable[[int], str]) -> Text:
    """The text with what `write` gives in the place of each gap."""
    return text.each(lambda language: in_gaps(text[language], write))


def shown_gap(number: int, of: int) -> str:
    """A gap as students see it: a line, with its number if there are several.

    Its strokes are wide ones, which mean nothing in Markdown.

    >>> shown_gap(1, 1), shown_gap(2, 3)
    ('＿＿＿＿', '＿＿(2)＿＿')
    """
    return "＿＿＿＿" if of == 1 else f"＿＿({number})＿＿"


def in_gaps(words: str, write: Callable[[int], str]) -> str:
    """The same of words in one language."""
    numbers = iter(gaps_in(words))
    return _MARK.sub(lambda _: write(next(numbers)), words)
