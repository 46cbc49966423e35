"""Files that somebody hands in: how long they may be, and in which characters they are written."""

from dataclasses import replace
from typing import Final

from courseware.encoding import Decoded, decoded
from courseware.problem import ReaderError
from courseware.text import Text

LONGEST_TEXT: Final = 2_000_000
"""Bytes of a file of words: some two thousand questions."""
MOST_QUESTIONS: Final = 2_000
"""Questions that are taken from one file."""
MOST_ANSWERS: Final = 100
"""Answers of one question; no kind that the lab has takes a fifth of them."""


def words_of(data: bytes, longest: int = LONGEST_TEXT, declared: str = "") -> Decoded:
    """The words of a file with plain line ends, and what is to be said of the code they were read in.

    A ReaderError if they are too long, or in no code that is known.
    """
    check_length(data, longest)
    read = decoded(data, declared)
    return replace(read, text=read.text.replace("\r\n", "\n").replace("\r", "\n"))


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
