"""Text that was saved in another character code than UTF-8: which one it probably is, and what it says."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from courseware.limits import MAX_BYTES

UNPRINTABLE: Final = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""Characters that no YAML file holds, among them line breaks that only YAML knows."""

_NAMES: Final = {
    "gb18030": "GBK",
    "big5": "Big5",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
}
_COMMON: Final = 0.9
_SAMPLE: Final = 60


@dataclass(frozen=True)
class Guess:
    """A code by the name that editors have for it, and the whole text as it reads in it."""

    code: str
    text: str

    @property
    def sample(self) -> str:
        """The first line with more than Latin letters in it, by which a reader sees whether it is right."""
        lines = [line.strip() for line in self.text.splitlines()]
        said = [line for line in lines if not line.isascii()] or [line for line in lines if line]
        return said[0][:_SAMPLE] if said else ""


def guess_code(data: bytes) -> Guess | None:
    """In which code these bytes are text; None if they are in none that is known here, or too many.

    UTF-8 itself is never guessed: whoever asks has tried it.

    >>> guess_code("标题: 满意度".encode("gbk"))
    Guess(code='GBK', text='标题: 满意度')
    >>> guess_code(bytes(range(256))) is None
    True
    """
    if not data.strip() or len(data) > MAX_BYTES:
        return None
    for code in _codes(data):
        try:
            text = data.decode(code)
        except UnicodeError:
            continue
        if not UNPRINTABLE.search(text) and _is_prose(text):
            return Guess(_NAMES[code], text)
    return None


def _codes(data: bytes) -> Iterator[str]:
    """The codes that may fit, the likeliest first."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        yield "utf-16"
    elif len(data) % 2 == 0 and b"\x00" in data:
        low_first = data[1::2].count(0) >= data[::2].count(0)
        yield "utf-16-le" if low_first else "utf-16-be"
    else:
        yield from ("gb18030", "big5")


def _is_prose(text: str) -> bool:
    """Whether nearly all that is not Latin is what Chinese texts are written in."""
    foreign = [letter for letter in text if letter > "\x7f"]
    return sum(map(_is_common, foreign)) >= _COMMON * len(foreign)


def _is_common(letter: str) -> bool:
    """Whether it is in GB 2312, as nearly all of a modern text is, or a frequent traditional character."""
    try:
        letter.encode("gb2312")
    except UnicodeError:
        return "\u4e00" <= letter <= "\u9fff" and _in_big5(letter)
    return True


def _in_big5(letter: str) -> bool:
    """Whether it is among the 5,401 frequent characters of traditional Chinese."""
    try:
        code = letter.encode("big5")
    except UnicodeError:
        return False
    return b"\xa4\x40" <= code <= b"\xc6\x7e"
