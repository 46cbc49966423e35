"""Tells what a teacher is writing: the key, value or step at a place in a text, also while it is broken."""

from dataclasses import dataclass
from typing import Final, Literal

from authoring.outline import OpenCollection, Outline, OutlinePath, Token
from courseware.tree import Location

CursorRole = Literal["key", "value", "item", "comment"]

LISTS: Final = ("steps", "items", "terms", "units")
"""The keys under which a file of the course has its parts."""


@dataclass(frozen=True)
class CursorPlace:
    """What stands or may be written at a place in a text.

    `path` leads to the value, or to the mapping or list in which a key or item may be written. `word`
    is what stands there up to the place, and `start` the column (from 1) where it begins. `is_line` tells
    whether the line is empty otherwise, `quote` how the value is written.
    """

    path: OutlinePath
    role: CursorRole
    word: str
    start: int
    is_in_flow: bool = False
    is_line: bool = False
    quote: str = ""


def path_at(text: str, line: int, column: int) -> Location:
    """The way to the value or key at a line and column (both from 1); never raises.

    >>> path_at("steps:\\n  - kind: read\\n    minutes: 5", 3, 14)
    ('steps', 0, 'minutes')
    """
    outline, words = _outline(text, line)
    token = _token(outline, words, column - 1)
    return token.path if token else _between(outline, words, column - 1).path


def place_at(text: str, line: int, column: int) -> CursorPlace:
    """What stands or may be written at a line and column (both from 1); never raises."""
    outline, words = _outline(text, line)
    at = min(max(column - 1, 0), len(words))
    token = _token(outline, words, at) if words.strip() else None
    if token is None:
        return _between(outline, words, at)
    if _is_comment(words, token, at):
        return CursorPlace(token.path, "comment", "", column)
    start = min(token.start, at)
    word = words[start:at]
    start += len(word) - len(word.lstrip())
    is_first = not words[: token.start].strip(" -") and not words[at:].strip()
    path = token.path
    if token.is_written:
        path = path[:-1]
    return CursorPlace(path, token.role, word.strip(), start + 1, token.is_in_flow, is_first, token.quote)


def step_at(text: str, line: int) -> int | None:
    """The number (from 0) of the step, item, term or unit to which a line (from 1) belongs; else None.

    >>> step_at("steps:\\n  - kind: read\\n  - kind: ask\\n    # here", 4)
    1
    """
    outline, _ = _outline(text, line)
    path = outline.path if not outline.tokens else outline.tokens[-1].path
    if len(path) > 1 and path[0] in LISTS and isinstance(path[1], int):
        return path[1]
    return None


def _outline(text: str, line: int) -> tuple[Outline, str]:
    """What is open at a line, and the words of the line."""
    lines = text.removeprefix("\ufeff").split("\n")
    outline = Outline()
    last = min(max(line, 1), len(lines))
    for words in lines[: last - 1]:
        outline.read(words.rstrip("\r"), notes=False)
    outline.read(lines[last - 1].rstrip("\r"))
    return outline, lines[last - 1].rstrip("\r")


def _token(outline: Outline, words: str, at: int) -> Token | None:
    """The token at a place, or the first of its line if the place lies before it."""
    if not words.strip():
        return None
    before = [token for token in outline.tokens if token.start <= at]
    return before[-1] if before else next(iter(outline.tokens), None)


def _is_comment(words: str, token: Token, at: int) -> bool:
    mark = words.find(" #", token.end)
    return not token.quote and 0 <= mark < at


def _between(outline: Outline, words: str, at: int) -> CursorPlace:
    """An empty line, or a line with a comment only: what may be written at this depth."""
    if words.strip():
        return CursorPlace(outline.path, "comment", "", at + 1)
    if outline.passage is not None and at > outline.passage:
        return CursorPlace(outline.path, "value", "", at + 1, is_line=True, quote="|")
    if outline.flow or outline.quote:
        in_map = bool(outline.flow) and not outline.flow[-1].is_list and outline.flow[-1].step is None
        role: CursorRole = "key" if in_map and not outline.quote else "value"
        return CursorPlace(outline.path, role, "", at + 1, bool(outline.flow), True, outline.quote)
    return _at_depth(outline.block, at)


def _at_depth(block: list[OpenCollection], at: int) -> CursorPlace:
    frames = [frame for frame in block if frame.indent <= at]
    path: OutlinePath = tuple(frame.step for frame in frames if frame.step is not None)
    if not frames:
        return CursorPlace((), "key", "", at + 1, is_line=True)
    last = frames[-1]
    if last.indent == at:
        return CursorPlace(path[:-1], "item" if last.is_list else "key", "", at + 1, is_line=True)
    return CursorPlace(path, "value", "", at + 1, is_line=True)
