"""Suggests keys, values and parts after a schema, where names of the lab's own things do not fit better."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from authoring.completing.shapes import Shape, Shapes, is_sentence
from authoring.completing.skeletons import Skeleton
from authoring.completing.suggestion import MOST, Suggestion, as_value
from authoring.completing.written import WrittenKeys, written_in
from authoring.cursor import CursorPlace, path_at, place_at
from courseware.about import told
from courseware.text import Text
from courseware.tree import Location

Own = Callable[["Situation"], Iterable[Suggestion] | None]
"""Gives the names of the lab's own things that fit, or None where the schema knows better."""


@dataclass(frozen=True)
class Situation:
    """Where the cursor stands, what is there, and the words of its line before and behind it."""

    place: CursorPlace
    written: WrittenKeys
    shapes: Shapes
    before: str
    behind: str
    here: Location
    """The way to the key under the cursor, or to its value."""


def situation(text: str, line: int, column: int, schema: Shape) -> Situation:
    """What is being written at a line and column, from 1; never raises."""
    lines = text.removeprefix("\ufeff").split("\n")
    words = lines[min(max(line, 1), len(lines)) - 1]
    written = written_in(text)
    shapes = Shapes(schema, written)
    return Situation(
        place=_in_lines(place_at(text, line, column), shapes),
        written=written,
        shapes=shapes,
        before=words[: max(column - 1, 0)],
        behind=words[max(column - 1, 0) :],
        here=path_at(text, line, column),
    )


def _in_lines(place: CursorPlace, shapes: Shapes) -> CursorPlace:
    """In an empty line below a key of a list an item may begin, below one of a mapping another key."""
    if place.role != "value" or not place.is_line or place.is_in_flow or place.quote:
        return place
    kinds = [shape.get("type") for shape in shapes.at(place.path)]
    if "array" in kinds:
        return replace(place, role="item")
    return replace(place, role="key") if "object" in kinds else place


def unused(now: Situation, found: Iterable[Suggestion]) -> list[Suggestion]:
    """Those of the keys that do not stand in the mapping yet, but for the one under the cursor."""
    used = set(now.written.keys.get(now.place.path, ())) - {str(step) for step in now.here[-1:]}
    return [one for one in found if one.value not in used]


def suggest(now: Situation, own: Own, words: Mapping[str, Text]) -> tuple[Suggestion, ...]:
    """What may be written now: the names that `own` gives, else what the schema allows.

    `words` tell what the words that the schema allows mean.
    """
    if now.place.role == "comment":
        return ()
    named = _named(now, own)
    found = list(named) if named is not None else list(_from_schema(now, words))
    return tuple({one.value: one for one in found}.values())[:MOST]


def _named(now: Situation, own: Own) -> Iterable[Suggestion] | None:
    """The names that `own` gives; with a dash before each where an item begins."""
    named, place = own(now), now.place
    if named is not None or place.role != "item":
        return named
    names = own(replace(now, place=replace(place, role="value", path=(*place.path, 0))))
    if names is None:
        return None
    return [Suggestion(f"- {one.value}", f"- {one.insert}", one.about, one.kind) for one in names]


def _from_schema(now: Situation, words: Mapping[str, Text]) -> Iterator[Suggestion]:
    place = now.place
    if place.quote in {"|", ">"}:
        return
    for shape in now.shapes.at(place.path):
        if place.role == "key":
            yield from unused(now, _keys(now, shape))
        elif place.role == "item":
            yield from _items(now, shape)
        else:
            yield from _values(now, shape, words)


def _keys(now: Situation, shape: Shape) -> Iterator[Suggestion]:
    """The keys of a mapping, those that must be there first."""
    needed = shape.get("required", ())
    named = sorted(shape.get("properties", {}).items(), key=lambda one: one[0] not in needed)
    for name, inner in named:
        yield Suggestion(name, _key(now, name, inner), _about(name, inner, now), "key")


def _key(now: Situation, name: str, shape: Shape) -> str:
    """A key with its colon, and with what is to be filled in behind it if the line is free for that."""
    if now.place.is_in_flow or now.behind.strip():
        return f"{name}: "
    return f"{name}:{Skeleton(now.shapes).after(name, shape)}"


def _items(now: Situation, shape: Shape) -> Iterator[Suggestion]:
    for item in now.shapes.forms(shape.get("items", {}), now.place.path):
        if is_sentence(item):
            yield Suggestion("- en, zh", '- {en: "${1}", zh: "${2}"}', _SENTENCE, "part")
        elif item.get("type") == "object" and item.get("required"):
            lines = Skeleton(now.shapes).entries(item, item["required"], "  ")
            yield Suggestion(f"- {item['required'][0]}", f"- {lines}", _ITEM, "part")


def _values(now: Situation, shape: Shape, words: Mapping[str, Text]) -> Iterator[Suggestion]:
    allowed = [shape["const"]] if "const" in shape else shape.get("enum", ())
    for value in allowed:
        yield Suggestion(
            str(value), as_value(str(value)), words.get(str(value), _about(str(value), shape, now)), "value"
        )
    if shape.get("type") == "boolean":
        yield Suggestion("true", "true", _YES, "value")
        yield Suggestion("false", "false", _NO, "value")
    elif is_sentence(shape) and not now.place.word:
        yield Suggestion("en, zh", '{en: "${1}", zh: "${2}"}', _SENTENCE, "part")


def _about(name: str, shape: Shape, now: Situation) -> Text:
    """What a key is for, as its schema or that of what it leads to says."""
    descriptions = [
        shape.get("description", ""),
        *(one.get("description", "") for one in now.shapes.forms(shape)),
    ]
    return next((text for one in descriptions if (text := told(one))), Text(en=name, zh=name))


_SENTENCE: Final = Text(en="A text in two languages.", zh="中英文各写一句。")
_ITEM: Final = Text(en="One more of them.", zh="再加一项。")
_YES: Final = Text(en="Yes.", zh="是。")
_NO: Final = Text(en="No.", zh="否。")
