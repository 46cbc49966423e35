"""Puts a ready-made part into a file where it belongs, with words that say what is to be written there."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from authoring.edit import as_list, insert_key, insert_lines
from courseware.language import DEFAULT_LANGUAGE, conventions, known_language
from courseware.source import parse
from courseware.text import Text
from courseware.tree import Location

KeyPath = tuple[str | int, ...]


@dataclass(frozen=True)
class Insertable:
    """Something that may be put in where the cursor stands: its name, its group, and what it is called."""

    name: str
    group: Text
    label: Text


@dataclass(frozen=True)
class Piece:
    """A part as YAML, as far left as it goes: an item of the list at `place`, before the one at `index`, or
    the value of a new `key` of the mapping there."""

    place: KeyPath
    lines: str
    index: int = 0
    key: str = ""
    after: str | None = None
    """Behind which key a new key comes; at the end if behind none."""
    needs: "tuple[Piece, ...]" = ()
    """What must stand elsewhere in the file for this piece to be sound."""
    is_second: bool = False
    """Whether one word stands at `place`, which becomes a list first."""


def inserted(text: str, piece: Piece) -> tuple[str, int]:
    """The text with the piece in it, and the line (from 1) in which it begins.

    Raises ReaderError if the text cannot be read or the piece does not fit there.
    """
    for one in piece.needs:
        text, _ = inserted(text, one)
    if piece.key:
        value: Any = parse(piece.lines, "").value
        changed = insert_key(text, piece.place, piece.key, value, after=piece.after)
        where: KeyPath = (*piece.place, piece.key)
    else:
        text = as_list(text, piece.place) if piece.is_second else text
        changed, where = (
            insert_lines(text, piece.place, piece.index, piece.lines),
            (*piece.place, piece.index),
        )
    return changed, parse(changed, "").place(where)[0]


def appended(value: Any, place: KeyPath, key: str, lines: str, after: str | None = None) -> Piece:
    """The piece as the last item under `key` of what is at `place`; there may be no list of it yet."""
    here = value
    for step in place:
        here = here[step]
    if isinstance(here.get(key), list):
        return Piece((*place, key), lines, len(here[key]))
    if isinstance(here.get(key), str):
        return Piece((*place, key), lines, 1, is_second=True)
    return Piece(place, "- " + lines.replace("\n", "\n  "), key=key, after=after)


def filled_in(skeleton: str, words: Callable[[Location], str]) -> str:
    """A part with places to fill in (``${1}``, ``${2:word}``), with words in the places.

    >>> filled_in('a: {en: "${1}"}\\nb: ${2:5}', lambda place: str(place[-1]))
    'a: {en: "en"}\\nb: 5'
    """
    marked = _PLACE.sub(lambda match: match[2] or f"«{match[1]}»", skeleton)
    places = {str(leaf).strip(): place for place, leaf in _leaves(parse(marked, "").value, ())}
    return _MARK.sub(lambda match: words(places[match[0]]), marked)


def labelled(place: Location, labels: Mapping[tuple[str, ...], Text]) -> str:
    """What to write at a place, as its label says it, in the language that stands there.

    >>> labelled(("options", 1, "zh"), {("options",): Text(en="Option {n}", zh="选项 {n}")})
    '选项 2……'
    """
    keys = tuple(step for step in place[:-1] if isinstance(step, str))
    numbers = [step + 1 for step in place if isinstance(step, int)]
    label = labels.get(keys) or Text(en=keys[-1] if keys else "Text", zh=keys[-1] if keys else "正文")
    language = known_language(place[-1]) or DEFAULT_LANGUAGE
    words = label[language].replace("{n}", str(numbers[-1]) if numbers else "")
    return words + conventions(language).ellipsis


def _leaves(value: object, place: KeyPath) -> Iterator[tuple[KeyPath, object]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, (*place, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _leaves(inner, (*place, index))
    else:
        yield place, value


_PLACE: Final = re.compile(r"\$\{(\d+)(?::([^}]*))?\}")
_MARK: Final = re.compile(r"«\d+»")
