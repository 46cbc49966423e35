"""Cuts a GIFT file into its questions, with the line, category, id and tags of each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

_BRACES: Final = re.compile(r"\\.|[{}]", re.DOTALL)
_ID: Final = re.compile(r"\[id:((?:\\\]|[^\]])+)\]")
_TAG: Final = re.compile(r"\[tag:((?:\\\]|[^\]])+)\]")
_CATEGORY: Final = "$CATEGORY:"
_COMMENT: Final = "\ue010"
_ROOTS: Final = re.compile(r"\$\w{1,20}\$|top", re.IGNORECASE)


@dataclass
class Block:
    """The words of one question, where it begins, and what the comments before it say."""

    line: int
    text: str = ""
    id: str = ""
    tags: list[str] = field(default_factory=list)
    category: tuple[str, ...] = ()


def blocks(words: str) -> Iterator[Block]:
    """Every question of the file, in order; blank lines part them except within braces."""
    lines = [_COMMENT + line if line.lstrip().startswith("//") else line for line in words.split("\n")]
    kept = _within_braces(lines)
    category: tuple[str, ...] = ()
    block = Block(1)
    for number, line in enumerate(lines, 1):
        if line.startswith(_COMMENT):
            _comment(block, line)
        elif line.startswith(_CATEGORY) and not block.text.strip():
            category = path(line.removeprefix(_CATEGORY))
        elif line.strip() or number in kept:
            block.line = block.line if block.text else number
            block.text += line + "\n"
        elif block.text.strip():
            block.category = category
            yield block
            block = Block(number)
    if block.text.strip():
        block.category = category
        yield block


def path(written: str) -> tuple[str, ...]:
    """A category as platforms write it, without the roots that are theirs.

    >>> path(" $course$/top/Loyalty/Costs//Benefits")
    ('Loyalty', 'Costs/Benefits')
    """
    steps = [step.replace("\ue011", "/").strip() for step in written.replace("//", "\ue011").split("/")]
    while steps and (not steps[0] or _ROOTS.fullmatch(steps[0])):
        steps.pop(0)
    return tuple(step for step in steps if step)


def _comment(block: Block, line: str) -> None:
    if found := _ID.search(line):
        block.id = found[1].replace(r"\]", "]").strip()
    block.tags += [tag.replace(r"\]", "]").strip() for tag in _TAG.findall(line)]


def _within_braces(lines: list[str]) -> set[int]:
    """The numbers of the lines that begin between a brace and the one that closes it."""
    words = "\n".join("" if line.startswith((_COMMENT, _CATEGORY)) else line for line in lines)
    inside: set[int] = set()
    opened, line, place = 0, 1, 0
    for found in _BRACES.finditer(words):
        if found[0] not in "{}":
            continue
        line += words.count("\n", place, found.start())
        place = found.start()
        if found[0] == "}" and opened:
            inside.update(range(opened + 1, line + 1))
        opened = line if found[0] == "{" else 0
    return inside
