"""The commonest slips of the hand in YAML, tried as they were meant: what mends the text it was."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from courseware.text import Text

Broken = Callable[[str], int | None]
"""In which line (from 0) a text is broken; None if nowhere."""

_ABOVE: Final = 3
"""So many lines that say something are looked at, up to the one that the parser complains about."""
_BELOW: Final = 8
"""A list or group in brackets has no more lines than this, as teachers write it."""
_LONGEST: Final = 300_000
"""Characters; a text that is longer than any lesson is not read again and again."""
_KEY: Final = r"(?P<before>[ ]*(?:-[ ]+)*)(?P<key>[A-Za-z_][\w.-]*)"
_WIDE_COLON: Final = re.compile(rf"{_KEY}[ ]*：[ \u3000]*", re.ASCII)
_TIGHT_COLON: Final = re.compile(rf"{_KEY}:(?=[^\s:/\u3000\xa0])", re.ASCII)
_WIDE_SPACE: Final = re.compile(r"[ ]*(?:-[ ]+)*[\u3000\xa0]|[ ]*(?:-[ ]*)?[\w.-]*:?[\u3000\xa0]", re.ASCII)
_SHOWN: Final = re.compile(r"(?P<before>[ ]*(?:-[ ]+)*(?:[A-Za-z_][\w.-]*:[ ]+)?)(?P<said>!\[.*)", re.ASCII)
_SHOWN_INSIDE: Final = re.compile(r"(?<=[ {,\[])!\[[^\[\]\n]*\]\([^()\s]*\)[^,{}\[\]\n]*")
_WIDE_MARKS: Final = str.maketrans("｛｝［］【】，：　", "{}[][],: ")
_AROUND: Final = re.compile(r"[｛｝［］【】]")
_CLOSING: Final = {"{": "}", "[": "]"}
_COMMENT: Final = re.compile(r"[ \t]+#.*$")
_INSIDE: Final = re.compile(r"[｛｝［］【】，：]")


@dataclass(frozen=True)
class SyntaxSlip:
    """What was typed, in which line and column (from 1), and the line as it was probably meant.

    `mended` is the line (from 1) to which `meant` belongs, if it is another one.
    """

    line: int
    column: int
    message: Text
    advice: Text
    meant: str
    mended: int = 0


def find_slip(
    text: str, complained: int, broken: Broken, opened: tuple[int, int] | None = None
) -> SyntaxSlip | None:
    """The slip in or above the line (from 1) that the parser complains about; None if it is none of these.

    `opened` is line and column (from 0) of the bracket or brace that the parser was reading in. A guess
    counts only if the text, mended by it, is no longer broken up to that line.
    """
    if len(text) > _LONGEST:
        return None
    lines = text.split("\n")
    last = min(complained, len(lines)) - 1
    for slip in _guesses(lines, _near(lines, last), opened):
        line = slip.mended or slip.line
        mended = "\n".join((*lines[: line - 1], slip.meant, *lines[line:]))
        after = broken(mended)
        if after is None or after > last:
            return slip
    return None


def _near(lines: list[str], last: int) -> list[int]:
    said = [number for number in range(last + 1) if lines[number].strip()]
    return said[-_ABOVE:]


def _guesses(lines: list[str], near: list[int], opened: tuple[int, int] | None) -> Iterator[SyntaxSlip]:
    for guess in (_shown, _wide_colon, _tight_colon, _wide_space, _wide_brackets):
        for number in near:
            yield from guess(number, lines[number])
    if opened is not None and near:
        yield from _unclosed(lines, *opened, near[-1])
    for number in reversed(near):
        yield from _indented(number, lines)


def _unclosed(lines: list[str], line: int, column: int, last: int) -> Iterator[SyntaxSlip]:
    """The bracket or brace that was opened there, closed at the end of its line or of one below."""
    mark = lines[line][column : column + 1] if line < len(lines) else ""
    if mark not in _CLOSING:
        return
    for number in range(line, min(last, line + _BELOW) + 1):
        comment = _COMMENT.search(lines[number])
        words = (lines[number][: comment.start()] if comment else lines[number]).rstrip()
        said = _fill(_UNCLOSED, mark=mark, closing=_CLOSING[mark], line=number + 1)
        yield SyntaxSlip(line + 1, column + 1, *said, words + _CLOSING[mark], number + 1)


def _shown(number: int, line: str) -> Iterator[SyntaxSlip]:
    """A picture without quotes around it, which YAML takes for a tag."""
    if found := _SHOWN.fullmatch(line):
        yield SyntaxSlip(
            number + 1, found.end("before") + 1, *_QUOTES, found["before"] + _quoted(found["said"])
        )
    if found := _SHOWN_INSIDE.search(line):
        meant = _SHOWN_INSIDE.sub(lambda one: _quoted(one[0]), line)
        yield SyntaxSlip(number + 1, found.start() + 1, *_QUOTES, meant)


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _wide_colon(number: int, line: str) -> Iterator[SyntaxSlip]:
    if found := _WIDE_COLON.match(line):
        column = line.index("：") + 1
        meant = f"{found['before']}{found['key']}: {line[found.end() :].translate(_WIDE_MARKS)}"
        plain = f"{found['before']}{found['key']}: {line[found.end() :]}"
        for words in dict.fromkeys((plain, meant)):
            yield SyntaxSlip(number + 1, column, *_fill(_COLON, key=found["key"]), words)


def _tight_colon(number: int, line: str) -> Iterator[SyntaxSlip]:
    if found := _TIGHT_COLON.match(line):
        meant = f"{line[: found.end()]} {line[found.end() :]}"
        yield SyntaxSlip(number + 1, found.end() + 1, *_fill(_TIGHT, key=found["key"]), meant)


def _wide_space(number: int, line: str) -> Iterator[SyntaxSlip]:
    if found := _WIDE_SPACE.match(line):
        for blanks in (" ", "  "):
            meant = re.sub(r"[\u3000\xa0]", blanks, line)
            yield SyntaxSlip(number + 1, found.end(), *_SPACE, meant)


def _wide_brackets(number: int, line: str) -> Iterator[SyntaxSlip]:
    for marks in (_AROUND, _INSIDE):
        if found := marks.search(line):
            meant = marks.sub(lambda one: one.group().translate(_WIDE_MARKS), line)
            meant = re.sub(r":(?=[^\s:/])", ": ", meant) if marks is _INSIDE else meant
            yield SyntaxSlip(number + 1, found.start() + 1, *_fill(_BRACKETS, mark=found.group()), meant)


def _indented(number: int, lines: list[str]) -> Iterator[SyntaxSlip]:
    """The line moved below the beginning of a neighbour, the nearest first."""
    said = lines[number].lstrip(" ")
    here = len(lines[number]) - len(said)
    beside = [
        line
        for line in (*lines[max(0, number - 5) : number], *lines[number + 1 : number + 2])
        if line.strip()
    ]
    starts = {at for line in beside for at in _starts(line)} - {here}
    for there in sorted(starts, key=lambda at: abs(at - here)):
        if abs(there - here) <= 2:
            yield SyntaxSlip(
                number + 1, here + 1, *_fill(_INDENT, here=here, there=there), " " * there + said
            )


def _starts(line: str) -> tuple[int, ...]:
    """Where a line begins, and where what stands behind its dash begins."""
    plain = len(line) - len(line.lstrip(" "))
    return plain, len(line) - len(line.lstrip(" -"))


def _fill(sentence: tuple[Text, Text], **values: object) -> tuple[Text, Text]:
    return sentence[0].fill(values), sentence[1].fill(values)


_COLON: Final = (
    Text(en="A full-width colon stands after {key}.", zh="{key} 后面用了全角冒号。"),
    Text(
        en="After a key write the half-width colon ':' and a space, not the full-width one.",
        zh="键名之后请用半角冒号“:”并加一个空格，不要用全角冒号。",
    ),
)
_TIGHT: Final = (
    Text(en="No space follows the colon after {key}.", zh="{key} 的冒号后面缺少空格。"),
    Text(en="Write '{key}: ' and then the value.", zh="请写成“{key}: ”，再写内容。"),
)
_SPACE: Final = (
    Text(
        en="A full-width space stands here; YAML takes plain ones only.",
        zh="此处是全角空格，YAML 只认半角空格。",
    ),
    Text(en="Type the space again in half-width mode.", zh="请切换到半角，重新输入空格。"),
)
_BRACKETS: Final = (
    Text(
        en="The full-width character {mark} stands where YAML needs a half-width one.",
        zh="此处用了全角的“{mark}”，YAML 需要半角符号。",
    ),
    Text(
        en="Type brackets, colons and commas between values in half-width mode: {{en: Tea, zh: 茶}}.",
        zh="括号以及各项之间的冒号、逗号请用半角输入，如 {{en: Tea, zh: 茶}}。",
    ),
)
_UNCLOSED: Final = (
    Text(en="'{mark}' is opened here and never closed.", zh="此处的“{mark}”没有关上。"),
    Text(
        en="Write '{closing}' at the end of line {line}; put a sentence with commas in quotes.",
        zh="请在第 {line} 行末尾补上“{closing}”；含逗号的句子请加引号。",
    ),
)
_INDENT: Final = (
    Text(
        en="This line is not indented like the lines beside it ({here} instead of {there}).",
        zh="这一行的缩进与相邻各行不一致（现为 {here}，应为 {there}）。",
    ),
    Text(en="Count the spaces before it: {there}.", zh="请让行首的空格数为 {there}。"),
)
_QUOTES: Final = (
    Text(
        en="YAML takes ![ at the beginning of a text for something else.", zh="YAML 不接受以 ![ 开头的文字。"
    ),
    Text(
        en='Put the text in double quotes: "![a queue](media/queue.png)".',
        zh='请给这段文字加上英文双引号："![排队](media/queue.png)"。',
    ),
)
