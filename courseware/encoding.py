"""Text that was saved in another character code than UTF-8: which one it probably is, and what it says."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, lookup
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from courseware.limits import MAX_BYTES
from courseware.problem import ReaderError
from courseware.text import Text

UNPRINTABLE: Final = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""Characters that no YAML file holds, among them line breaks that only YAML knows."""

_NAMES: Final = {
    "gb18030": "GBK",
    "big5": "Big5",
    "cp1252": "Windows-1252",
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
}
_WIDER: Final = {
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    **dict.fromkeys(("ascii", "iso8859-1"), "cp1252"),
}
"""What a file that declares the code on the left is often written in: it holds all of it, and more."""
_DECLARABLE: Final = re.compile(
    r"utf-(?:8|16)(?:-[bl]e)?|gb18030|big5|big5hkscs|cp950|cp125\d|iso8859-\d+|koi8-[ru]|"
    r"shift_jis|cp932|euc_jp|euc_kr|cp949"
)
"""Codes of texts; Python also knows codes of other things, such as zips."""
_COMMON: Final = 0.9
_RARE: Final = 0.6
_JUDGED: Final = 100_000
"""Characters by which a text is judged."""
_SAMPLE: Final = 60
_HAN: Final = re.compile(r"[\u3400-\u9fff]+")
_TORN: Final = re.compile(
    r"(?<=[a-z])[\u3400-\u9fff](?![\u3400-\u9fff])|(?<![\u3400-\u9fff])[\u3400-\u9fff](?=[a-z])"
)
"""One Chinese character in a word of small letters: two letters with accents that were taken for it."""
_WESTERN: Final = frozenset(
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿŒœŠšŽžŸ"
    "¿¡«»‹›“”‘’„‚…–—•·€£¥§©®°±²³¹ªº¼½¾×÷µ\xa0"
)
_DECLARATION: Final = re.compile(
    rb"""<\?xml\s[^<>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})["']|"""
    rb"""<meta\s[^<>]{0,200}?charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_DECLARED_WITHIN: Final = 2_000
_TAG: Final = re.compile(r"<[^<>]*>")


@dataclass(frozen=True)
class Guess:
    """A code by the name that editors have for it, and the whole text as it reads in it."""

    code: str
    text: str

    @property
    def sample(self) -> str:
        """The first line with more than Latin letters in it, by which a reader sees whether it is right."""
        lines = [" ".join(_TAG.sub(" ", line).split()) for line in self.text.splitlines()]
        said = [line for line in lines if not line.isascii()] or [line for line in lines if line]
        return said[0][:_SAMPLE] if said else ""


@dataclass(frozen=True)
class Decoded:
    """The text of a file, and what its reader is to be told of its code; None where that is certain."""

    text: str
    note: Text | None = None


def decoded(data: bytes, declared: str = "") -> Decoded:
    """The text of a file that somebody handed in, in the code that it names, has, or seems to have.

    `declared` is the code that the file itself names, as XML and web pages do. A ReaderError if it is in
    no code that is known here.

    >>> decoded("学号,姓名".encode()).note is None
    True
    >>> decoded("学号,姓名".encode("gbk")).note.zh[:26]
    '文件不是 UTF-8 编码，已按 GBK 读取，其中'
    """
    code = _declarable(declared)
    for sure in _sure(data, code):
        if (text := _in(data, sure)) is not None:
            return Decoded(text)
    if (text := _in(data, "utf-8")) is not None:
        is_true = not declared or code == "utf-8" or data.isascii()
        return Decoded(text, None if is_true else _told(_DECLARED, Guess("UTF-8", text), declared))
    guess = guess_code(data, longest=len(data))
    if guess is None or _has_mark(data):
        raise ReaderError(_UNKNOWN)
    return Decoded(guess.text, _told(_DECLARED if declared else _GUESSED, guess, declared))


def declared_code(data: bytes) -> str:
    """The code that XML or a web page names in its first lines; "" if it names none.

    >>> declared_code(b'<?xml version="1.0" encoding="GBK"?><quiz/>')
    'GBK'
    """
    found = _DECLARATION.search(data[:_DECLARED_WITHIN])
    return (found[1] or found[2]).decode("ascii", "ignore") if found else ""


def guess_code(data: bytes, longest: int = MAX_BYTES) -> Guess | None:
    """In which code these bytes are text; None if they are in none that is known here, or too many.

    UTF-8 itself is never guessed: whoever asks has tried it.

    >>> guess_code("标题: 满意度".encode("gbk"))
    Guess(code='GBK', text='标题: 满意度')
    >>> guess_code(bytes(range(256))) is None
    True
    """
    if not data.strip() or len(data) > longest:
        return None
    for code in _codes(data):
        text = _in(data, code)
        if text is not None and not UNPRINTABLE.search(text) and _is_prose(text, code):
            return Guess(_NAMES[code], text)
    return None


def _sure(data: bytes, declared: str) -> Iterator[str]:
    """The codes that the file itself shows by its first bytes, or names and keeps to."""
    if data.startswith(BOM_UTF8):
        yield "utf-8-sig"
    elif data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        yield "utf-16"
    elif declared and declared not in ("utf-8", "utf-16") and not data.isascii():
        text = _in(data, declared)
        if text is not None and _is_prose(text, declared):
            yield declared


def _has_mark(data: bytes) -> bool:
    return data.startswith((BOM_UTF8, BOM_UTF16_LE, BOM_UTF16_BE))


def _declarable(declared: str) -> str:
    """The code of this name in Python's words, or a wider one that holds it; "" if it is none of a text."""
    try:
        name = lookup(declared.strip()).name
    except (LookupError, ValueError):
        return ""
    name = _WIDER.get(name, name)
    return name if _DECLARABLE.fullmatch(name) else ""


def _in(data: bytes, code: str) -> str | None:
    """The text in this code; None if it is in another one."""
    try:
        text = data.decode(code)
    except UnicodeError:
        return None
    return None if "\x00" in text else text


def _told(what: Text, guess: Guess, declared: str) -> Text:
    return what.fill({"declared": declared.strip()[:20], "code": guess.code, "line": guess.sample})


def _codes(data: bytes) -> Iterator[str]:
    """The codes that may fit, the likeliest first."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        yield "utf-16"
    elif len(data) % 2 == 0 and b"\x00" in data:
        low_first = data[1::2].count(0) >= data[::2].count(0)
        yield "utf-16-le" if low_first else "utf-16-be"
    else:
        yield from ("gb18030", "big5", "cp1252")


def _is_prose(text: str, code: str) -> bool:
    """Whether it reads as what people write in this code: Chinese, or words with accents here and there."""
    judged = text[:_JUDGED]
    if code.startswith(("gb", "big5", "cp950", "utf-16")):
        return _is_chinese(judged)
    return code != "cp1252" or _is_western(judged)


def _is_western(text: str) -> bool:
    """Whether all that is not plain Latin is what western languages add to it, and no more than half."""
    foreign = sum(letter > "\x7f" for letter in text)
    return 2 * foreign <= len(text) and all(letter in _WESTERN for letter in text if letter > "\x7f")


def _is_chinese(text: str) -> bool:
    """Whether nearly all that is not Latin is what Chinese texts are written in, and stands as it does there.

    Letters with accents, two by two, and those of other alphabets are taken for rare characters.
    """
    foreign = [letter for letter in text if letter > "\x7f"]
    runs = _HAN.findall(text)
    if 2 * len(_TORN.findall(text)) >= max(1, len(runs)):
        return False
    rare = sum(_is_rare(letter) for letter in foreign)
    if rare > 3 and rare > _RARE * len(foreign):
        return False
    return sum(map(_is_common, foreign)) >= _COMMON * len(foreign)


def _is_rare(letter: str) -> bool:
    """Whether it is in the second half of GB 2312, whose characters are hardly in use outside of names."""
    try:
        return letter.encode("gb2312") >= b"\xd8\xa1"
    except UnicodeError:
        return False


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


_GUESSED: Final = Text(
    en="The file is not in UTF-8. It was read as {code}; a line of it: {line}. "
    "If that is wrong, save it as UTF-8.",
    zh="文件不是 UTF-8 编码，已按 {code} 读取，其中一行是：{line}。如果不对，请另存为 UTF-8 后再试。",
)
_DECLARED: Final = Text(
    en="The file says that it is in {declared}, but it is not. It was read as {code}; a line of it: {line}. "
    "If that is wrong, save it as UTF-8.",
    zh="文件声明的编码是 {declared}，实际并不是，已按 {code} 读取，其中一行是：{line}。"
    "如果不对，请另存为 UTF-8 后再试。",
)
_UNKNOWN: Final = Text(
    en="The characters of this file cannot be told: it is a text neither in UTF-8, UTF-16, GBK nor Big5, nor "
    "in a western code. Save it as UTF-8 and try again.",
    zh="无法识别文件的字符编码：它不是 UTF-8、UTF-16、GBK、Big5 或西欧编码的文本。请另存为 UTF-8 后再试。",
)
