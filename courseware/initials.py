"""Under which letter a word stands in an index: its own in English, that of its pinyin in Chinese."""

from bisect import bisect_right
from typing import Final

from courseware.language import Language, conventions

OTHER: Final = "#"
"""Where words stand that begin with no letter: numbers, signs, rare characters."""

_LAST: Final = 0xD7F9
_BEGINS: Final = (
    *((0xB0A1, "A"), (0xB0C5, "B"), (0xB2C1, "C"), (0xB4EE, "D"), (0xB6EA, "E"), (0xB7A2, "F")),
    *((0xB8C1, "G"), (0xB9FE, "H"), (0xBBF7, "J"), (0xBFA6, "K"), (0xC0AC, "L"), (0xC2E8, "M")),
    *((0xC4C3, "N"), (0xC5B6, "O"), (0xC5BE, "P"), (0xC6DA, "Q"), (0xC8BB, "R"), (0xC8F6, "S")),
    *((0xCBFA, "T"), (0xCDDA, "W"), (0xCEF4, "X"), (0xD1B9, "Y"), (0xD4D1, "Z")),
)
"""In GB 2312 the 3,755 commonest characters stand in the order of their pinyin: where each letter begins."""


def initial_of(word: str, language: Language) -> str:
    """The letter under which a word stands.

    >>> initial_of("客户", "zh"), initial_of("churn", "en"), initial_of("RFM", "zh")
    ('K', 'C', 'R')
    """
    first = word[:1].upper()
    if first.isascii():
        return first if first.isalpha() else OTHER
    code = _code(first)
    if conventions(language).has_blanks or not _BEGINS[0][0] <= code <= _LAST:
        return OTHER
    return _BEGINS[bisect_right([begin for begin, _ in _BEGINS], code) - 1][1]


def index_key(word: str, language: Language) -> tuple[str, tuple[int, ...] | str]:
    """What words of an index are sorted by: their letter, then pinyin character by character, or spelling."""
    rest = tuple(map(_code, word)) if not conventions(language).has_blanks else word.casefold()
    return (initial_of(word, language), rest)


def _code(character: str) -> int:
    return int.from_bytes(character.encode("gb2312", "replace"), "big")
