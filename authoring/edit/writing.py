"""Writes values as YAML: plain where that is safe, else in quotes, and in lines of their own where long."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from math import isfinite
from typing import Final

from typing_extensions import TypeAliasType

from courseware.problem import ReaderError
from courseware.text import Text

Scalar = str | int | float | bool
YamlValue = TypeAliasType("YamlValue", "Scalar | Mapping[str, YamlValue] | Sequence[YamlValue]")

STEP: Final = "  "
"""How much deeper the lines inside a key or an item stand."""

_WIDTH: Final = 100
_WORD: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(?:[.-][A-Za-z0-9_]+)*")
_NOT_WORDS: Final = frozenset({"true", "false", "null"})
_INVISIBLE: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def number(value: float | bool) -> str:
    """A number, true or false; a ReaderError for what is no number."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and not isfinite(value):
        raise ReaderError(_NO_NUMBER)
    return repr(value)


def in_quotes(value: str) -> Iterator[str]:
    """The ways to write words in quotes, the one that is easier to read first."""
    if value.isprintable() and "'" not in value and ('"' in value or "\\" in value):
        yield in_single_quotes(value)
    yield in_double_quotes(value)


def in_single_quotes(value: str) -> str:
    """Words of one line in single quotes.

    >>> in_single_quotes("it's")
    "'it''s'"
    """
    return "'" + value.replace("'", "''") + "'"


def in_double_quotes(value: str) -> str:
    r"""Any words in double quotes.

    >>> in_double_quotes('a "b"\n')
    '"a \\"b\\"\\n"'
    """
    quoted = json.dumps(value, ensure_ascii=False)
    return _INVISIBLE.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)


def in_lines(value: str, indent: str, line_break: str) -> str:
    """Words in lines of their own, as they follow after a `|`; without a line break at the end."""
    lines = value.removesuffix("\n").split("\n")
    return line_break.join(indent + line if line else "" for line in lines)


def in_folded_lines(value: str, indent: str, line_break: str) -> str:
    """The same as they follow after a `>`, where a single line break is only a space."""
    return in_lines(
        re.sub(r"\n+", lambda match: match[0] + "\n", value.removesuffix("\n")), indent, line_break
    )


def inline(value: YamlValue) -> str:
    """A value in one line, in braces or brackets if it has parts.

    >>> inline({"kind": "read", "title": {"en": "Hi, you", "zh": "你好"}})
    '{kind: read, title: {en: "Hi, you", zh: "你好"}}'
    """
    if isinstance(value, str):
        is_word = _WORD.fullmatch(value) and value.lower() not in _NOT_WORDS
        return value if is_word else next(in_quotes(value))
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{inline(key)}: {inline(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, Sequence):
        return "[" + ", ".join(map(inline, value)) + "]"
    return number(value)


def written(value: YamlValue, indent: str, line_break: str) -> str:
    """A value as it follows after `key:` or `-`; what is long stands in lines below, deeper than `indent`."""
    inner = indent + STEP
    if isinstance(value, str) and _is_passage(value):
        keeps = "" if value.endswith("\n") else "-"
        return f" |{keeps}{line_break}{in_lines(value, inner, line_break)}"
    short = inline(value)
    if isinstance(value, Scalar) or not value or (len(short) <= _WIDTH and "\\n" not in short):
        return f" {short}"
    if isinstance(value, Mapping):
        lines = [f"{inner}{inline(key)}:{written(part, inner, line_break)}" for key, part in value.items()]
    else:
        lines = [f"{inner}-{written(part, inner, line_break)}" for part in value]
    return line_break + line_break.join(lines)


def _is_passage(value: str) -> bool:
    """Whether words can stand in lines of their own, below a `|` with nothing to explain."""
    ends_once = value.rstrip("\n") + "\n" in {value, value + "\n"}
    return (
        "\n" in value.rstrip("\n")
        and ends_once
        and value[0] not in {" ", "\n"}
        and all(map(str.isprintable, value.split("\n")))
    )


_NO_NUMBER: Final = Text(en="This is not a number.", zh="这不是数值。")
