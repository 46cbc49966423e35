"""Cuts a GIFT file into its questions, with the line, category, id and tags of each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

_BRACES: Final = re.compile(r"\\.|[{}]", re.DOTALL)
_MARK: Final = re.compile(r"\[(id|tag):")
_MARK_WHOLE: Final = re.compile(r"\[(?:id|tag):(?:[^\]\\\n]|\\.){0,300}\]")
_BY_MOODLE: Final = re.compile(r"question: \d{1,12}\s{1,4}name: ")
"""What Moodle itself writes above each question."""
_MARK_END: Final = re.compile(r"(?<!\\)\]")
_CATEGORY: Final = "$CATEGORY:"
_COMMENT: Final = "\ue010"
_ROOTS: Final = re.compile(r"\$\w{1,20}\$|top", re.IGNORECASE)


@dataclass
class GiftBlock:
    """The words of one question, where it begins, and what the comments before it say."""

    line: int
    lines: list[str] = field(default_factory=list)
    id: str = ""
    tags: list[str] = field(default_factory=list)
    category: tuple[str, ...] = ()
    is_blank: bool = True
    comments: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its lines as one text."""
        return "".join(f"{line}\n" for line in self.lines)

    def add(self, line: str) -> None:
        """One more line of it; an empty one within braces says nothing."""
        self.lines.append(line)
        self.is_blank = self.is_blank and not line.strip()


def blocks(words: str) -> Iterator[GiftBlock]:
    """Every question of the file, in order; blank lines part them except within braces."""
    lines = [_COMMENT + line if line.lstrip().startswith("//") else line for line in words.split("\n")]
    kept = _within_braces(lines)
    category: tuple[str, ...] = ()
    block = GiftBlock(1)
    for number, line in enumerate(lines, 1):
        if line.startswith(_COMMENT):
            _comment(block, line)
        elif line.startswith(_CATEGORY) and block.is_blank:
            category = path(line.removeprefix(_CATEGORY))
        elif line.strip() or number in kept:
            block.line = block.line if block.lines else number
            block.add(line)
        elif not block.is_blank:
            block.category = category
            yield block
            block = GiftBlock(number)
    if not block.is_blank:
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


def _comment(block: GiftBlock, line: str) -> None:
    rest = _MARK_WHOLE.sub("", line.lstrip(f"{_COMMENT}/ "))
    block.comments += [] if _BY_MOODLE.match(rest) else [rest]
    for name, said in _marks(line):
        if name == "tag":
            block.tags.append(said)
        else:
            block.id = block.id or said


def _marks(line: str) -> Iterator[tuple[str, str]]:
    """The id and the tags in square brackets; the line is walked once, however many of them never close."""
    place = 0
    while (begun := _MARK.search(line, place)) and (ended := _MARK_END.search(line, begun.end())):
        if said := line[begun.end() : ended.start()].replace(r"\]", "]").strip():
            yield begun[1], said
        place = ended.end()


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
