"""The fields of a form beside a text: which values of a file a teacher changes most, and how each is put."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final, Literal

from authoring.edit import insert_item, insert_key, remove, replace_value
from courseware.asked import Asked, Choice
from courseware.phrases import language_name, with_aside
from courseware.problem import ProblemsFoundError
from courseware.source import parse
from courseware.text import LANGUAGES, Language, Text
from courseware.tree import Location

FieldKind = Literal["line", "passage", "number", "choice", "several"]
FieldValue = str | int | float | bool | tuple[int, ...]

LONG: Final = 60
"""A text with more characters than this needs more than a line to be changed in."""


@dataclass(frozen=True)
class FormField:
    """One value of a file as a form shows it; `choices` are what a choice may be, with their names.

    A "line" may hold a number where it may also hold a formula. "several" are numbers out of the choices.
    `is_there` is False for a language in which a sentence is still to be written, and for numbers of which
    none is given yet.
    """

    location: Location
    label: Text
    value: FieldValue
    kind: FieldKind
    choices: tuple[Choice, ...] = ()
    is_there: bool = True


def fields_of(text: str, base: Location, asked: Sequence[Asked]) -> tuple[FormField, ...]:
    """The fields for what is asked of the part of a text at `base`; none while the text cannot be read."""
    try:
        value: Any = parse(text, "").value
        for step in base:
            value = value[step]
    except (ProblemsFoundError, LookupError, TypeError):
        return ()
    found = [field for one in asked for field in _fields(value, tuple(base), one, one.path, one.label)]
    return _item_by_item(found, len(base))


def filled(text: str, field: FormField, value: FieldValue) -> str:
    """The text with a new value in one field, and not a character changed beside it.

    Raises ReaderError if the text has changed so that this cannot be done safely.
    """
    if value == ():
        return _with_these(text, field, ()) if field.is_there else text
    if not field.is_there:
        *place, key = field.location
        return insert_key(text, place, str(key), value)
    if isinstance(value, tuple):
        return _with_these(text, field, value)
    return replace_value(text, field.location, _typed(value, field))


def _with_these(text: str, field: FormField, chosen: tuple[int, ...]) -> str:
    """The text with these numbers in a list: new ones come to their place in order, before others go."""
    there = list(field.value) if isinstance(field.value, tuple) else []
    for number in sorted(set(chosen) - set(there)):
        place = sum(one < number for one in there)
        text = insert_item(text, field.location, place, number)
        there.insert(place, number)
    for place in reversed(range(len(there))):
        if there[place] not in chosen:
            text = remove(text, [*field.location, place])
    return text


def _typed(value: str | int | float | bool, field: FormField) -> str | int | float | bool:
    """A number for a number, also where it was typed into a line that could hold a formula."""
    if isinstance(value, str) and isinstance(field.value, int | float):
        with suppress(ValueError):
            return int(value)
        with suppress(ValueError):
            return float(value)
    is_whole = isinstance(value, float) and isinstance(field.value, int) and value.is_integer()
    return int(value) if is_whole else value


def _item_by_item(fields: list[FormField], depth: int) -> tuple[FormField, ...]:
    """What belongs to one item of a list side by side."""
    wholes = [tuple(field.location[: depth + 2]) for field in fields]
    return tuple(sorted(fields, key=lambda field: wholes.index(tuple(field.location[: depth + 2]))))


def _fields(
    value: Any, base: tuple[str | int, ...], asked: Asked, path: tuple[str, ...], label: Text
) -> Iterator[FormField]:
    if not path:
        yield from _field(value, base, asked, label)
    elif path[0] == "*":
        for index, item in enumerate(value if isinstance(value, list) else ()):
            numbered = label.fill({"n": index + 1}) if "{n}" in label.en else label
            yield from _fields(item, (*base, index), asked, path[1:], numbered)
    elif isinstance(value, dict) and asked.beside in value and path[0] not in value:
        yield FormField((*base, path[0]), label, (), "several", asked.choices, is_there=False)
    elif isinstance(value, dict) and path[0] in value:
        yield from _fields(value[path[0]], (*base, path[0]), asked, path[1:], label)


def _field(value: Any, here: tuple[str | int, ...], asked: Asked, label: Text) -> Iterator[FormField]:
    if asked.kind in {"text", "passage"}:
        yield from _in_each_language(value, here, asked, label)
    elif asked.kind == "number" and isinstance(value, int | float) and not isinstance(value, bool):
        yield FormField(here, label, value, "number")
    elif asked.kind == "choice" and any(value is one or value == one for one, _ in asked.choices):
        yield FormField(here, label, value, "choice", asked.choices)
    elif asked.kind == "several" and _are_chosen(value, asked):
        yield FormField(here, label, tuple(value), "several", asked.choices)
    elif asked.kind == "line" and isinstance(value, str | int | float) and not isinstance(value, bool):
        yield FormField(here, label, value, "line")


def _are_chosen(value: Any, asked: Asked) -> bool:
    known = {choice for choice, _ in asked.choices}
    return isinstance(value, list) and all(type(one) is int and one in known for one in value)


def _in_each_language(
    value: Any, here: tuple[str | int, ...], asked: Asked, label: Text
) -> Iterator[FormField]:
    said = {language: value.get(language) for language in LANGUAGES} if isinstance(value, dict) else {}
    if any(not isinstance(words, str | None) for words in said.values()):
        return
    is_long = asked.kind == "passage" or any(_is_long(words) for words in said.values())
    for language, words in said.items():
        kind: FieldKind = "passage" if is_long else "line"
        name = _named(label, language)
        yield FormField((*here, language), name, (words or "").rstrip("\n"), kind, (), language in value)


def _is_long(words: str | None) -> bool:
    return words is not None and (len(words) > LONG or "\n" in words.rstrip("\n"))


def _named(label: Text, language: Language) -> Text:
    return with_aside(label, language_name(language))
