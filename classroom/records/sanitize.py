"""What comes from a browser, made fit to be kept: plain words, plain JSON, of a sensible size."""

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from typing import Final

from pydantic import JsonValue

from courseware.problem import ReaderError
from courseware.text import Text

MOST: Final = 50_000
"""Bytes of JSON in one answer, and letters in a passage; far beyond what any field needs."""

NOT_STORABLE: Final = Text(
    en="This answer cannot be kept: text, numbers and lists of them were expected. Please answer again.",
    zh="这个回答无法保存，应由文字、数值或它们的列表组成。请重新作答。",
)
TOO_MUCH: Final = Text(
    en="This answer is too long to be kept ({length} characters; at most {most}). Please shorten it.",
    zh="这个回答太长，无法保存（{length} 个字符，最多 {most} 个）。请缩短后再提交。",
)


def one_line(text: str) -> str:
    """Words without control characters, half characters and doubled spaces.

    >>> one_line("  Li\\n Hua\\x00 ")
    'Li Hua'
    """
    return " ".join(_readable(text, keep="").split())


def passage(text: str) -> str:
    """A student's own words, with their line breaks; a ReaderError if there are far too many."""
    words = _readable(text, keep="\n\t").strip()
    if len(words) > MOST:
        raise ReaderError(TOO_MUCH.fill({"length": len(words), "most": MOST}))
    return words


def _readable(text: str, keep: str) -> str:
    """Half characters and control characters break databases; format characters (Cf) join emoji."""
    return "".join(
        letter if letter in keep or unicodedata.category(letter) not in ("Cc", "Cs") else " "
        for letter in text
    )


def sanitize(response: Mapping[str, object]) -> dict[str, JsonValue]:
    """The response as JSON gives it back; a ReaderError if it is not JSON or far too long."""
    try:
        written = json.dumps(dict(response), allow_nan=False)
    except (TypeError, ValueError, RecursionError) as error:
        raise ReaderError(NOT_STORABLE) from error
    if len(written) > MOST:
        raise ReaderError(TOO_MUCH.fill({"length": len(written), "most": MOST}))
    read: dict[str, JsonValue] = json.loads(written)
    return read


def digest(value: JsonValue | Mapping[str, JsonValue]) -> str:
    """SHA-256 of a JSON value; the same for equal values, in whatever order their keys came.

    >>> digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1})
    True
    """
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()
