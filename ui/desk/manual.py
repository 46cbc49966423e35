"""Guide and reference pages of the lab, cut into sections to be searched, in the reader's language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from authoring.reference.lesson_schema import DOCS
from courseware.language import DEFAULT_LANGUAGE, Language, language_written

PAGES: Final = ("guide", "lesson", "bank", "simulations", "data", "examples")
"""What there is to read, the guide first."""


@dataclass(frozen=True)
class ManualSection:
    """One part of a page: its heading, and what stands below it as Markdown without pictures and links."""

    page: str
    heading: str
    body: str


@lru_cache(maxsize=2)
def sections(language: Language) -> tuple[ManualSection, ...]:
    """Every section in this language; where a page is written in both, the lines of this one."""
    return tuple(section for page in PAGES for section in _sections(page, language))


def search(words: str, language: Language, page: str = "") -> tuple[ManualSection, ...]:
    """The sections, of one page or of all, in which every word occurs; those first that are headed so."""
    wanted = words.casefold().split()
    found = [
        one
        for one in sections(language)
        if (not page or one.page == page)
        and all(word in f"{one.heading}\n{one.body}".casefold() for word in wanted)
    ]
    return tuple(sorted(found, key=lambda one: not all(word in one.heading.casefold() for word in wanted)))


def _sections(page: str, language: Language) -> Iterator[ManualSection]:
    text = (DOCS / _file(page, language)).read_text(encoding="utf-8")
    for heading, body in _cut(text):
        if page == "data" and language_written(heading) != language:
            continue
        words = body if page == "guide" else _in_language(body, language)
        plain = _LINK.sub(r"\1", _PICTURE.sub("", words)).strip()
        if plain:
            yield ManualSection(page, _half(heading, language), plain)


def _file(page: str, language: Language) -> str:
    if page == "guide":
        return "teachers.md" if language == DEFAULT_LANGUAGE else f"teachers.{language}.md"
    return {
        "lesson": "lesson-files.md",
        "bank": "bank-files.md",
        "simulations": "simulations.md",
        "data": "datasets.md",
        "examples": "examples.md",
    }[page]


def _cut(text: str) -> Iterator[tuple[str, str]]:
    """Headings of the second order, each with what stands below it; what is code has none."""
    heading, lines, is_code = "", list[str](), False
    for line in text.split("\n"):
        is_code ^= line.startswith("```")
        if line.startswith("## ") and not is_code:
            if heading:
                yield heading, "\n".join(lines)
            heading, lines = line.removeprefix("## "), []
        else:
            lines.append(line)
    yield heading, "\n".join(lines)


def _half(heading: str, language: Language) -> str:
    """The heading's words in one language, with the name in brackets or code that both share."""
    parts = re.split(r" [·/] ", heading)
    if len(parts) == 1 or len(set(map(language_written, parts))) == 1:
        return heading
    own = [part for part in parts if language_written(part) == language]
    shared = re.search(r" \(`[^`]+`\)$", heading)
    return " · ".join(own) + (shared[0] if shared and shared[0] not in own[-1] else "")


def _in_language(body: str, language: Language) -> str:
    """The lines of one language where a part is written in both; code and what both share stay."""
    blocks = list(_blocks(body))
    prose = [line for kind, lines in blocks if kind == "prose" for line in lines if line.strip()]
    has_both = len(set(map(language_written, prose))) > 1
    written = list[str]()
    for kind, lines in blocks:
        if kind == "table":
            written += _columns(lines, language)
        elif kind == "prose" and has_both:
            written += _own_lines(lines, language)
        else:
            written += lines
    return "\n".join(written)


def _blocks(body: str) -> Iterator[tuple[str, list[str]]]:
    """The lines of a part in stretches of prose, tables and code."""
    kind, lines = "prose", list[str]()
    for line in body.split("\n"):
        is_fence = line.startswith("```")
        now = "code" if is_fence or kind == "code" else "table" if line.startswith("|") else "prose"
        if now != kind:
            yield kind, lines
            kind, lines = now, []
        lines.append(line)
        if is_fence and len(lines) > 1:
            yield kind, lines
            kind, lines = "prose", []
    yield kind, lines


def _own_lines(lines: list[str], language: Language) -> Iterator[str]:
    bullet = ""
    for line in lines:
        if not line.strip() or language_written(line) == language:
            own, bullet = (bullet + line.strip() if bullet and line.startswith("  ") else line), ""
            yield own
        elif line.startswith("- "):
            bullet = "- "


def _columns(lines: list[str], language: Language) -> Iterator[str]:
    """The table without the columns that say the same in the other language."""
    rows = [re.split(r"(?<!\\)\|", line.strip().strip("|")) for line in lines]
    heads = [cell.strip() for cell in rows[0]]
    said = [DEFAULT_LANGUAGE if head in _ENGLISH else _of_its_own(head) for head in heads]
    if len(set(said) - {None}) < 2:
        yield from lines
        return
    left_out = {place for place, one in enumerate(said) if one not in (None, language)}
    for row in rows:
        yield "|" + "|".join(cell for place, cell in enumerate(row) if place not in left_out) + "|"


def _of_its_own(head: str) -> Language | None:
    """The language of a heading that only one language has; None for one that all share."""
    found = language_written(head)
    return None if found == DEFAULT_LANGUAGE else found


_ENGLISH: Final = {"English", "what for", "knowledge point"}
_PICTURE: Final = re.compile(r"^!\[.*\]\(.*\)$", re.MULTILINE)
_LINK: Final = re.compile(r"(?<!!)\[([^\]\n]+)\]\((?!https?:)[^)\s]+\)")
