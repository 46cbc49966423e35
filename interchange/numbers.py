"""Numbers in the files of other platforms, where a comma may part thousands or decimals."""

import re
from collections.abc import Iterable
from math import isfinite
from typing import Final

from courseware.problem import ReaderError
from courseware.text import Text

_NUMBER: Final = re.compile(r"[-+−]?\d{0,30}[.,]?\d{0,30}(?:[eE][-+]?\d{1,3})?")
_THOUSANDS: Final = re.compile(r"[-+−]?[1-9]\d{0,2}(?:,\d{3}){1,9}(?:\.\d{0,30})?")
_CODE: Final = re.compile(r"[-+−]?0\d")
"""How a number begins that is none: a room, a code, a telephone."""


def number(words: str) -> float:
    """A number as such files write it: digits in threes behind commas are thousands, else a comma is a point.

    >>> number("1,000"), number("2,5"), number("0,125")
    (1000.0, 2.5, 0.125)
    """
    said = words.strip()
    if _THOUSANDS.fullmatch(said):
        return float(said.replace("−", "-").replace(",", ""))
    plain = said.replace("−", "-").replace(",", ".")
    if not _NUMBER.fullmatch(said) or not any(sign.isdigit() for sign in plain):
        raise ReaderError(_NOT_A_NUMBER.fill({"words": said[:40]}))
    value = float(plain)
    if not isfinite(value):
        raise ReaderError(_NOT_A_NUMBER.fill({"words": said[:40]}))
    return value


def is_code(words: str) -> bool:
    """Whether it is written in digits but means no number: a zero stands in front.

    >>> is_code("0042"), is_code("0.5"), is_code("0")
    (True, False, False)
    """
    return _CODE.match(words.strip()) is not None


def comma_notes(written: Iterable[str]) -> list[Text]:
    """What to say of numbers with commas: how each kind of comma was read."""
    with_commas = [words.strip() for words in written if "," in words]
    thousands = [words for words in with_commas if _THOUSANDS.fullmatch(words)]
    notes = [
        _THOUSAND.fill({"words": words[:40], "value": f"{number(words):.10g}"}) for words in thousands[:1]
    ]
    return [*notes, *([_POINT] if len(with_commas) > len(thousands) else [])]


_NOT_A_NUMBER: Final = Text(en="“{words}” is not a number.", zh="“{words}”不是数值。")
_POINT: Final = Text(en="A decimal comma was read as a point.", zh="小数逗号已按小数点读取。")
_THOUSAND: Final = Text(
    en="{words} was read as {value}: the comma parts thousands.", zh="{words} 按千分位逗号读成 {value}。"
)
