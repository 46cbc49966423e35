"""What a file of the course says under another name, and what the files say then that name it."""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any, Final

from authoring.edit import replace_values
from authoring.reference.bank_schema import SCHEMA
from authoring.reference.lesson_schema import SCHEMAS
from course.documents import COURSE, GLOSSARY
from course.folders import bank_layers, lesson_layers
from courseware.example import beside_schema
from courseware.source import parse
from courseware.tree import Location

_ID: Final = re.compile(r"[a-z][a-z0-9_-]*\.")


def under(text: str, part: str, stem: str, *, is_copy: bool = False) -> str:
    """The text of a lesson or a bank as it stands in the file `stem`.

    The questions of a copied bank get ids of their own, since a course has each id once. Raises
    ProblemsFoundError or ReaderError if the text cannot be read.
    """
    value: Any = parse(text, "").value
    changes: dict[Location, str] = {("id",): stem}
    if part == "bank" and is_copy:
        changes |= {
            ("items", index, "id"): copied_id(str(item["id"]), stem)
            for index, item in enumerate(value.get("items") or [])
        }
    return replace_values(text, changes)


def placed(text: str, part: str) -> str:
    """The text with its first line naming the schema as an editor finds it from the folder of new files."""
    schema = SCHEMA if part == "bank" else SCHEMAS / "lesson.json"
    layers = bank_layers() if part == "bank" else lesson_layers()
    return beside_schema(text, schema, layers.target("any.yaml").parent)


def copied_id(item: str, stem: str) -> str:
    """The id of a question in a copy of its bank that is called `stem`.

    >>> copied_id("sat.mean-gap", "tea_shop")
    'tea_shop.mean-gap'
    """
    return f"{stem}.{_ID.sub('', item, count=1)}"


def mended(texts: Mapping[str, str], old: str, new: str) -> Mapping[str, str]:
    """Which of the `texts`, by their names in the course, say something else once lesson `old` is `new`.

    The plan names lessons, and so does the glossary.
    """
    found = {}
    for name, text in texts.items():
        way = _WAYS.get(PurePath(name).name)
        places = list(_places(parse(text, name).value, way, old)) if way else []
        if places:
            found[name] = replace_values(text, dict.fromkeys(places, new))
    return found


def _places(value: Any, ways: tuple[tuple[str, ...], ...], word: str) -> Iterator[tuple[str | int, ...]]:
    for way in ways:
        yield from _along(value, way, (), word)


def _along(
    value: Any, way: tuple[str, ...], place: tuple[str | int, ...], word: str
) -> Iterator[tuple[str | int, ...]]:
    """The places at the end of a way, where * stands for every item of a list, that say the word."""
    if not way:
        if value == word:
            yield place
    elif way[0] == "*":
        for index, item in enumerate(value if isinstance(value, list) else ()):
            yield from _along(item, way[1:], (*place, index), word)
    elif isinstance(value, dict) and way[0] in value:
        yield from _along(value[way[0]], way[1:], (*place, way[0]), word)


_WAYS: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    COURSE: (("units", "*", "lessons", "*", "id"), ("units", "*", "lessons", "*", "leads_to", "*")),
    GLOSSARY: (("terms", "*", "lessons", "*"),),
}
