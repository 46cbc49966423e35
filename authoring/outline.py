"""Reads the outline of a YAML text line by line, from indentation and brackets, also where it is broken."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from courseware.limits import MAX_DEPTH
from courseware.tree import KeyOrIndex

OutlineRole = Literal["key", "value"]
OutlinePath = tuple[KeyOrIndex, ...]


@dataclass(frozen=True)
class Token:
    """Something in a line: from where to where it stands, and the way to it.

    A key's `path` ends with the key, if it has been written; `role` tells keys from values. `quote` is
    how it is written: ' or ", | or > for a passage in lines of its own, nothing for a plain word.
    """

    start: int
    end: int
    path: OutlinePath
    role: OutlineRole
    is_in_flow: bool = False
    quote: str = ""
    is_written: bool = False
    """Whether a key has its colon."""


@dataclass
class OpenCollection:
    """A list or mapping that is open: how far it is indented, and which part of it is being written."""

    is_list: bool
    indent: int
    step: KeyOrIndex | None


MAX_LINE: Final = 20_000
"""Behind so many characters of a line nobody looks for a place."""

_BLANK: Final = re.compile(r"\s*(?:#.*)?$")
_DASH: Final = re.compile(r"-(?:[ \t]+|$)")
_PLAIN_KEY: Final = re.compile(r"(?P<key>[^\s\-#&*!|>'\"%@`{}\[\],?:][^\n]*?|-[^\s#][^\n]*?):(?=\s|$)")
_PASSAGE: Final = re.compile(r"[|>][-+0-9]*[ \t]*(?:#.*)?$")
_FLOW_WORD: Final = re.compile(r"[^,\[\]{}\s](?:[^,\[\]{}:#]|:(?![\s,\[\]{}]|$)|(?<!\s)#)*")
_COMMENT: Final = re.compile(r"(?<!\S)#.*")
_QUOTES: Final = {"'": re.compile(r"(?:[^']|'')*"), '"': re.compile(r'(?:[^"\\]|\\.)*', re.DOTALL)}


@dataclass
class Outline:
    """What is open after the lines that have been read, and the tokens of the last of them."""

    block: list[OpenCollection] = field(default_factory=list)
    flow: list[OpenCollection] = field(default_factory=list)
    quote: str = ""
    """The mark of a quoted text that goes on in the next line."""
    passage: int | None = None
    """How far the key of a passage is indented, while the lines of the passage last."""
    tokens: list[Token] = field(default_factory=list)
    notes: bool = True

    @property
    def path(self) -> OutlinePath:
        """The way to what is being written."""
        return tuple(frame.step for frame in (*self.block, *self.flow) if frame.step is not None)

    def read(self, line: str, *, notes: bool = True) -> None:
        """Read one more line, and note its tokens unless nobody will look at them."""
        self.tokens, self.notes, line = [], notes, line[:MAX_LINE]
        indent = len(line) - len(line.lstrip(" "))
        if self.passage is not None:
            if not line.strip() or indent > self.passage:
                self._note(indent, len(line), "value", quote="|")
                return
            self.passage = None
        if self.flow or self.quote:
            self._go_on(line, indent)
        elif not _BLANK.match(line):
            self._line(line, indent)

    def _note(
        self,
        start: int,
        end: int,
        role: OutlineRole,
        is_in_flow: bool = False,
        quote: str = "",
        *,
        path: OutlinePath | None = None,
        is_written: bool = False,
    ) -> None:
        if self.notes:
            here = self.path if path is None else path
            self.tokens.append(Token(start, end, here, role, is_in_flow, quote, is_written))

    def _go_on(self, line: str, indent: int) -> None:
        """Inside brackets or quotes, unless the line shows that nobody closed them."""
        base = self.block[-1].indent if self.block else -1
        is_new = indent <= base and line.strip() and line[indent] not in "]}"
        if is_new and (_DASH.match(line, indent) or _PLAIN_KEY.match(line, indent)):
            self.flow, self.quote = [], ""
            self._line(line, indent)
            return
        start = 0
        if self.quote:
            self._note(indent, len(line), "value", bool(self.flow), self.quote)
            start = self._to_the_end_of_quotes(line, 0)
        if self.flow:
            self._brackets(line, start)

    def _line(self, line: str, indent: int) -> None:
        """A line of a list or mapping that is written in lines."""
        column = indent
        while (match := _DASH.match(line, column)) and len(self.block) < MAX_DEPTH:
            self._item(column)
            self._note(match.end(), len(line), "value")
            column = match.end()
        if _BLANK.match(line, column):
            return
        key = self._key_at(line, column)
        if key is None:
            self._word(line, column)
            return
        name, end = key
        self._entry(column, name)
        self._note(column, end - 1, "key", is_written=True)
        start = end + len(line[end:]) - len(line[end:].lstrip())
        self._note(end, len(line), "value")
        if start < len(line):
            self._value(line, start)

    def _item(self, column: int) -> None:
        while self.block and self.block[-1].indent > column:
            self.block.pop()
        if self.block and self.block[-1].is_list and self.block[-1].indent == column:
            frame = self.block[-1]
            frame.step = int(frame.step or 0) + 1
        else:
            self.block.append(OpenCollection(True, column, 0))

    def _entry(self, column: int, name: str) -> None:
        while self.block and (
            self.block[-1].indent > column or (self.block[-1].indent == column and self.block[-1].is_list)
        ):
            self.block.pop()
        if self.block and self.block[-1].indent == column:
            self.block[-1].step = name
            return
        self.block.append(OpenCollection(False, column, name))

    def _word(self, line: str, column: int) -> None:
        """A word without a colon: a key that is being typed, an item, or a sentence that goes on."""
        while self.block and self.block[-1].indent > column:
            self.block.pop()
        frame = self.block[-1] if self.block else None
        if frame is not None and not frame.is_list and frame.indent == column:
            self._note(column, len(line), "key", path=self.path[:-1])
        elif frame is None:
            self._note(column, len(line), "key", path=())
        else:
            self._value(line, column)

    def _value(self, line: str, start: int) -> None:
        """What stands behind a key or a dash."""
        mark = line[start]
        if _PASSAGE.match(line, start):
            self.passage = self.block[-1].indent if self.block else -1
            self._note(start, len(line), "value", quote=mark)
        elif mark in "{[":
            self._brackets(line, start)
        else:
            quote = mark if mark in _QUOTES else ""
            end = self._to_the_end_of_quotes(line, start + 1, quote) if quote else _end_of_plain(line, start)
            self._note(start, end, "value", quote=quote)

    def _to_the_end_of_quotes(self, line: str, start: int, quote: str = "") -> int:
        """Where the quotes end; they stay open if not in this line."""
        self.quote = quote or self.quote
        match = _QUOTES[self.quote].match(line, start)
        end = match.end() if match else start
        if line[end : end + 1] == self.quote:
            self.quote = ""
        return min(end + 1, len(line))

    def _key_at(self, line: str, column: int) -> tuple[str, int] | None:
        """The key that begins there, and where its colon ends."""
        if (quote := line[column]) in _QUOTES:
            match = _QUOTES[quote].match(line, column + 1)
            end = match.end() + 1 if match else column
            found = re.compile(r"[ \t]*:(?=\s|$)").match(line, end)
            return (line[column + 1 : end - 1], found.end()) if found else None
        match = _PLAIN_KEY.match(line, column)
        if match is None or _COMMENT.search(match["key"]):
            return None
        return match["key"].rstrip(), match.end()

    def _brackets(self, line: str, start: int) -> None:
        """What stands in braces and brackets, up to the end of the line or of the last of them."""
        column = start
        while column < len(line):
            mark = line[column]
            if mark.isspace():
                column += 1
            elif mark == "#" and (column == 0 or line[column - 1].isspace()):
                return
            elif mark in "{[":
                if len(self.flow) >= MAX_DEPTH:
                    return
                self._open(column, is_list=mark == "[")
                column += 1
            elif mark in "}]":
                self._close(column)
                column += 1
                if not self.flow:
                    return
            elif mark in ",:":
                self._separate(mark, column)
                column += 1
            else:
                column = self._flow_word(line, column)

    def _open(self, column: int, *, is_list: bool) -> None:
        self._note(column, column + 1, "value", bool(self.flow))
        self.flow.append(OpenCollection(is_list, column, 0 if is_list else None))
        self._note(column + 1, column + 1, "value" if is_list else "key", True)

    def _close(self, column: int) -> None:
        self.flow.pop()
        self._note(column + 1, column + 1, "value", bool(self.flow))

    def _separate(self, mark: str, column: int) -> None:
        frame = self.flow[-1]
        if mark == ",":
            frame.step = int(frame.step or 0) + 1 if frame.is_list else None
        is_key = mark == "," and not frame.is_list
        self._note(column + 1, column + 1, "key" if is_key else "value", True)

    def _flow_word(self, line: str, column: int) -> int:
        frame, quote = self.flow[-1], line[column] if line[column] in _QUOTES else ""
        if quote:
            end = self._to_the_end_of_quotes(line, column + 1, quote)
            word = line[column + 1 : end - 1]
        else:
            match = _FLOW_WORD.match(line, column)
            end = match.end() if match else column + 1
            word = line[column:end].rstrip()
            end = column + max(1, len(word))
        is_key = not frame.is_list and frame.step is None
        is_written = is_key and line[end:].lstrip().startswith(":")
        if is_written:
            frame.step = word
        self._note(column, end, "key" if is_key else "value", True, quote, is_written=is_written)
        return end


def outline_of(lines: list[str]) -> Iterator[Outline]:
    """The outline after each line."""
    outline = Outline()
    for line in lines:
        outline.read(line)
        yield outline


def _end_of_plain(line: str, start: int) -> int:
    comment = _COMMENT.search(line, start)
    return len(line[: comment.start()].rstrip()) if comment else len(line.rstrip())
