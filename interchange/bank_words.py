"""The lines of a bank as a teacher would write them: short texts on one line, long ones as passages."""

import json
import re
from collections.abc import Iterator
from typing import Final

from courseware.text import LANGUAGES, Text

WIDTH: Final = 100
"""A text in both languages stands on one line up to so many characters."""
_BRACES: Final = re.compile(r"(?<=\{)(?=\{)|(?<=\})(?=\})")
_PLAIN: Final = re.compile(r"[A-Za-z\u3400-\u9fff“‘《][^\n]*")
_MARK: Final = re.compile(r": |:$| #")
_ODD: Final = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_WORDS: Final = re.compile(r"(?:true|false|null|yes|no|on|off|y|n)", re.IGNORECASE)
_CONTROL: Final = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def text_lines(key: str, text: Text) -> Iterator[str]:
    """`key:` with the text in the languages in which it is written."""
    sides = {language: apart(text[language]) for language in LANGUAGES if language != text.lacks}
    short = f"{key}: {{{', '.join(f'{language}: {quoted(words)}' for language, words in sides.items())}}}"
    if "\n" not in "".join(sides.values()) and len(short) <= WIDTH:
        yield short
        return
    yield f"{key}:"
    for language, words in sides.items():
        yield from (f"  {line}" for line in passage(language, words))


def passage(key: str, words: str) -> Iterator[str]:
    """`key:` with words that may have several lines."""
    if "\n" in words and not _ODD.search(words):
        yield f"{key}: |"
        yield from (f"  {line}" if line else "" for line in words.split("\n"))
    elif _PLAIN.fullmatch(words) and not (
        _MARK.search(words) or _ODD.search(words) or _WORDS.fullmatch(words)
    ):
        yield f"{key}: {words}"
    else:
        yield f"{key}: {quoted(words)}"


def quoted(words: str) -> str:
    r"""The words between double quotes, as YAML reads them.

    >>> print(quoted('So "it" is'))
    "So \"it\" is"
    """
    return _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(words, ensure_ascii=False))


def apart(words: str) -> str:
    """Two braces side by side set apart, since a bank would take them for a place to fill in."""
    return _BRACES.sub(" ", words)


def entry(lines: Iterator[str]) -> Iterator[str]:
    """Lines as one entry of a list."""
    for place, line in enumerate(lines):
        yield f"{'- ' if place == 0 else '  '}{line}".rstrip() if line else ""
