"""Files that somebody hands in: how long they may be, and in which characters they are written."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from typing import Final

from courseware.problem import ReaderError
from courseware.text import Text

LONGEST_TEXT: Final = 2_000_000
"""Bytes of a file of words: some two thousand questions."""
MOST_QUESTIONS: Final = 2_000
"""Questions that are taken from one file."""


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


_EMPTY: Final = Text(en="The file is empty.", zh="文件是空的。")
_NOT_WORDS: Final = Text(
    en="This is not a text file in UTF-8 or GB 18030. Save it as UTF-8 and try again.",
    zh="这不是 UTF-8 或 GB 18030 编码的文本文件，请另存为 UTF-8 后再试。",
)
