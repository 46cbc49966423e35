"""Cuts a passage where a teacher would turn the page: at headings and rules, then between paragraphs."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from courseware.media.formats import MediaKind
from courseware.media.references import references_in
from courseware.text import LANGUAGES, Language, Text
from lessons.reading_load import fill, load_of

LINE: Final = 1 / 15
"""What one line takes of a slide, however short it is."""
GAP: Final = LINE / 2
"""What the room between two paragraphs takes."""
SHOWN: Final[Mapping[MediaKind | None, float]] = MappingProxyType(
    {"picture": 8 * LINE, "video": 9 * LINE, "sound": 3 * LINE, None: 0.0}
)
"""What pictures, videos and sounds take, as `present.css` bounds their height."""

_PARSER: Final = MarkdownIt("commonmark").enable("table")
_LISTS: Final = frozenset({"bullet_list_open", "ordered_list_open"})
_SENTENCE: Final = re.compile(r"(?<=[.!?。！？；])(?:[\"'”’」』）)]*)(?:\s+|(?<=[。！？；”’」』）])(?=\S))")
_SPANS: Final = ("**", "`", "_")


@dataclass(frozen=True)
class SlidePassage:
    """What stands on one slide, in each language; empty where a language had less to say."""

    en: str
    zh: str

    def __getitem__(self, language: Language) -> str:
        said: str = getattr(self, language)
        return said


@dataclass(frozen=True)
class PassageBlock:
    """A piece of a passage that is not cut any more: its source and whether a new part begins with it."""

    source: str
    begins: bool = False

    @property
    def weight(self) -> float:
        """The share of a slide that it takes."""
        return weight(self.source) + GAP


def weight(markdown: str) -> float:
    """The share of a slide that a text takes; an empty one takes nothing."""
    lines = sum(1 for line in markdown.splitlines() if line.strip())
    words = max(fill(load_of(markdown)), LINE * min(lines, 1))
    shown = sum(SHOWN[one.kind] for one in references_in(markdown))
    # what stands in one paragraph cannot be parted: it shrinks, and must not tear the words after it apart
    return max(words, min(words + shown, 1 - GAP))


def cut(text: Text, room: float = 1.0, shared: float = 0.0, peel: bool = False) -> tuple[SlidePassage, ...]:
    """The passages of a text, each short enough for a slide.

    Only `room` of the last slide is there for it, less what is `shared` with other things. If the whole
    does not fit beside those, its last paragraph does so alone if `peel` is asked for; else the last
    passage is empty. Every character but rules and blank lines stands on exactly one of them, in order.
    """
    blocks = {language: list(_blocks(text[language])) for language in LANGUAGES}
    left = room - shared
    if all(_total(found) <= left for found in blocks.values()):
        return (_passage(blocks),)
    if not shared and room == 1:
        return tuple(_parts(blocks))
    last = {language: found[-1:] for language, found in blocks.items()}
    rest = {language: found[:-1] for language, found in blocks.items()}
    if peel and all(rest.values()) and all(_total(found) <= left for found in last.values()):
        return (*_parts(rest), _passage(last))
    return (*_parts(blocks), SlidePassage("", ""))


Blocks = dict[Language, list[PassageBlock]]


def _total(blocks: Sequence[PassageBlock]) -> float:
    return sum(block.weight for block in blocks)


def _passage(blocks: Blocks) -> SlidePassage:
    said = {name: "".join(block.source for block in found) for name, found in blocks.items()}
    return SlidePassage(**{name: words.strip("\n").rstrip() for name, words in said.items()})


def _parts(blocks: Blocks) -> Iterator[SlidePassage]:
    """One passage if all fits; else one or more for each part that begins with a heading or a rule."""
    if all(_total(found) <= 1 for found in blocks.values()):
        yield _passage(blocks)
        return
    sections = {language: _sections(found) for language, found in blocks.items()}
    counts = {len(found) for found in sections.values()}
    if len(counts) != 1:
        yield from _groups(blocks)
        return
    for place in range(counts.pop()):
        yield from _groups({language: found[place] for language, found in sections.items()})


def _sections(blocks: Sequence[PassageBlock]) -> list[list[PassageBlock]]:
    """The blocks by the headings and rules before them; a short opening goes with what follows."""
    starts = [0, *(n for n, block in enumerate(blocks) if block.begins and n), len(blocks)]
    found = [list(blocks[start:end]) for start, end in pairwise(starts)]
    if len(found) > 1 and _total(found[0]) <= 4 * LINE and _total(found[0] + found[1]) <= 1:
        found[:2] = [found[0] + found[1]]
    return found


def _groups(blocks: Blocks) -> Iterator[SlidePassage]:
    """As few passages as there can be, about equally full, cut alike in both languages if possible."""
    most = max(len(found) for found in blocks.values())
    if most < 2 and any(_total(found) > 1 for found in blocks.values()):
        blocks = {language: _by_sentence(found) for language, found in blocks.items()}
        most = max(len(found) for found in blocks.values())
    count = next((n for n in range(1, most) if _fits(blocks, n)), most)
    groups = _split(blocks, count)
    for place in range(max(map(len, groups.values()))):
        yield _passage({name: found[place] if place < len(found) else [] for name, found in groups.items()})


def _fits(blocks: Blocks, count: int) -> bool:
    return all(_total(group) <= 1 for groups in _split(blocks, count).values() for group in groups)


def _split(blocks: Blocks, count: int) -> dict[Language, list[list[PassageBlock]]]:
    if len({len(found) for found in blocks.values()}) == 1:
        together = [max(block.weight for block in row) for row in zip(*blocks.values(), strict=True)]
        cuts = even_cuts(tuple(together), count)
        return {language: _cut_at(found, cuts) for language, found in blocks.items()}
    fine = {
        language: found if len(found) >= count else _by_sentence(found) for language, found in blocks.items()
    }
    return {
        language: _cut_at(found, even_cuts(tuple(block.weight for block in found), count))
        for language, found in fine.items()
    }


def _cut_at(blocks: Sequence[PassageBlock], cuts: Sequence[int]) -> list[list[PassageBlock]]:
    return [list(blocks[start:end]) for start, end in pairwise((0, *cuts, len(blocks)))]


def even_cuts(weights: tuple[float, ...], count: int) -> tuple[int, ...]:
    """Where to cut a row into at most `count` pieces so that the heaviest is as light as can be.

    >>> even_cuts((1, 1, 1, 3), 2)
    (3,)
    """

    @cache
    def best(start: int, pieces: int) -> tuple[float, tuple[int, ...]]:
        if pieces == 1:
            return sum(weights[start:]), ()
        found = []
        for end in range(start + 1, len(weights) - pieces + 2):
            heaviest, cuts = best(end, pieces - 1)
            found.append((max(sum(weights[start:end]), heaviest), (end, *cuts)))
        return min(found)

    return best(0, min(count, len(weights)))[1] if weights else ()


def _by_sentence(blocks: Sequence[PassageBlock]) -> list[PassageBlock]:
    return [piece for block in blocks for piece in _sentences(block)]


def _sentences(block: PassageBlock) -> Iterator[PassageBlock]:
    """A plain paragraph by its sentences, never within emphasis, code or a link; other blocks as they are."""
    top = [token.type for token in _PARSER.parse(block.source) if token.level == 0]
    if top != ["paragraph_open", "paragraph_close"]:
        yield block
        return
    start = 0
    for match in _SENTENCE.finditer(block.source):
        if _is_balanced(block.source[start : match.end()]) and match.end() < len(block.source):
            yield PassageBlock(block.source[start : match.end()], block.begins and not start)
            start = match.end()
    yield PassageBlock(block.source[start:], block.begins and not start)


def _is_balanced(source: str) -> bool:
    return all(source.count(span) % 2 == 0 for span in _SPANS) and all(
        source.count(opening) == source.count(closing) for opening, closing in ("[]", "()")
    )


def _blocks(markdown: str) -> Iterator[PassageBlock]:
    """Paragraphs, items of lists, tables, …: a heading stays with what follows it, rules are left out."""
    lines = markdown.splitlines(keepends=True)
    starts = list(_starts(_PARSER.parse(markdown)))
    held, begins = "", False
    for n, (line, kind) in enumerate(starts):
        first = 0 if n == 0 else line
        last = starts[n + 1][0] if n + 1 < len(starts) else len(lines)
        source = "".join(lines[first:last])
        if kind == "hr":
            if held:
                yield PassageBlock(held, begins)
            held, begins = "".join(lines[line + 1 : last]), True
        elif kind == "heading_open":
            held, begins = held + source, True
        else:
            yield PassageBlock(held + source, begins)
            held, begins = "", False
    if held:
        yield PassageBlock(held, begins)


def _starts(tokens: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """The line and kind of every block: of what stands at the top, and of the items of its lists."""
    for token in tokens:
        if token.map is None or token.nesting < 0:
            continue
        if (token.level == 0 and token.type not in _LISTS) or (
            token.level == 1 and token.type == "list_item_open"
        ):
            yield token.map[0], token.type
