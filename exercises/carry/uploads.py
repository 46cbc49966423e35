"""Files that somebody hands in: how long they may be, and in which characters they are written."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from typing import Final

from courseware.problem import ReaderError
from courseware.text import Text

LONGEST_TEXT: Final = 2_000_000
"""Bytes of a file of words: some two thousand questions."""
MOST_QUESTIONS: Final = 2_000
"""Questions that are taken from one file."""
MOST_ANSWERS: Final = 100
"""Answers of one question; no kind that the lab has takes a fifth of them."""


def words_of(data: bytes, longest: int = LONGEST_TEXT) -> str:
    """The words of a file in UTF-8, UTF-16 or GB 18030; a ReaderError if in none of them or too long."""
    check_length(data, longest)
    codes = ["utf-8-sig", "gb18030"]
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        codes = ["utf-16"]
    elif data.startswith(BOM_UTF8):
        codes = ["utf-8-sig"]
    for code in codes:
        try:
            words = data.decode(code)
        except UnicodeError:
            continue
        if "\x00" not in words:
            return words.replace("\r\n", "\n").replace("\r", "\n")
    raise ReaderError(_NOT_WORDS)


def check_length(data: bytes, longest: int) -> None:
    """A ReaderError if the file is longer than `longest` bytes, or empty."""
    if not data.strip():
        raise ReaderError(_EMPTY)
    if len(data) > longest:
        raise ReaderError(
            Text(
                en=f"The file has {len(data) / 1e6:.1f} MB; no more than {longest / 1e6:.0f} MB are read.",
                zh=f"文件有 {len(data) / 1e6:.1f} MB，最多读取 {longest / 1e6:.0f} MB。",
            )
        )


def check_count(answers: int) -> None:
    """A ReaderError if one question has more than `MOST_ANSWERS`; said before any of them is read."""
    if answers > MOST_ANSWERS:
        raise ReaderError(_MANY_ANSWERS.fill({"n": answers, "most": MOST_ANSWERS}))


_MANY_ANSWERS: Final = Text(
    en="It has {n} parts; a question is read with at most {most}. Write several questions out of it.",
    zh="这道题有 {n} 个部分，一道题最多读取 {most} 个，请拆成几道题。",
)
_EMPTY: Final = Text(en="The file is empty.", zh="文件是空的。")
_NOT_WORDS: Final = Text(
    en="This is not a text file in UTF-8 or GB 18030. Save it as UTF-8 and try again.",
    zh="这不是 UTF-8 或 GB 18030 编码的文本文件，请另存为 UTF-8 后再试。",
)
