"""What can be put into a bank of questions where the cursor stands, ready to be overwritten."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from authoring.completing.bank import example_lines
from authoring.cursor import step_at
from authoring.edit.writing import inline
from authoring.examples.bank import example
from authoring.forms.bank import LABELS
from authoring.inserting.part import Insertable, Piece, appended, filled_in, labelled
from courseware.problem import ProblemsFoundError
from courseware.source import parse
from courseware.words import WordFile
from exercises.help import InsertedPart
from exercises.kinds import catalogue

_WORDS: Final = WordFile.beside(__file__, "bank.words.yaml")


def offers(text: str, line: int) -> tuple[Insertable, ...]:
    """What may be put in at a line (from 1); nothing while the text cannot be read."""
    try:
        value: Any = parse(text, "").value
    except ProblemsFoundError:
        return ()
    if not isinstance(value, dict):
        return ()
    return (*_in_item(value, step_at(text, line)), *_new_items())


def piece(text: str, line: int, name: str) -> Piece:
    """The piece of this name for that place. ProblemsFoundError if the text cannot be read meanwhile."""
    value: Any = parse(text, "").value
    part = step_at(text, line)
    group, _, what = name.partition(":")
    items = value.get("items") or []
    if group == "item":
        index = len(items) if part is None else part + 1
        lines = "\n".join(_question(value, what))
        return Piece(("items",), lines, index, needs=tuple(_data(value, what, lines)))
    place, key = ("items", part or 0), what
    there = value["items"][part or 0].get(key)
    index = len(there) if isinstance(there, list) else 0
    every = {key: one for kind in catalogue().values() for key, one in kind.help.parts.items()}
    inserted = {**every, **_parts(value["items"][part or 0])}
    lines = filled_in(inserted[key].lines, lambda at: labelled((key, index, *at), LABELS))
    choices = value["items"][part or 0].get("choices") or [{}]
    return appended(value, place, key, lines.replace("CHOICE", str(choices[0].get("id", ""))))


def _question(value: Mapping[str, Any], kind: str) -> Iterator[str]:
    """The lines of the example of a kind, under an id that is still free in this bank."""
    bank = str(value.get("id", "bank"))
    ids = {str(one.get("id")) for one in value.get("items") or [] if isinstance(one, dict)}
    free = next(f"{bank}.{kind}-{n}" for n in range(1, len(ids) + 2) if f"{bank}.{kind}-{n}" not in ids)
    first, *more = example_lines(kind)
    yield re.sub(r"^id: .*", f"id: {free}", first)
    yield from more


def _data(value: Mapping[str, Any], kind: str, lines: str) -> Iterator[Piece]:
    """The data that the question is asked about, as its example declares them, if the bank has none of it."""
    asked: Any = parse(lines, "").value
    declared: Any = parse(example(kind).read_text(encoding="utf-8"), "").value
    there = {one.get("id") for one in value.get("data") or [] if isinstance(one, dict)}
    for one in declared.get("data", ()):
        if one["id"] == asked.get("data") and one["id"] not in there:
            yield appended(value, (), "data", inline(one), after="id")


def _in_item(value: Mapping[str, Any], part: int | None) -> Iterator[Insertable]:
    items = value.get("items")
    if part is None or not isinstance(items, list) or part >= len(items) or not isinstance(items[part], dict):
        return
    for key, inserted in _parts(items[part]).items():
        if key == "hints" or isinstance(items[part].get(key), list):
            yield Insertable(f"in:{key}", _THIS, inserted.label)


def _parts(item: Mapping[str, Any]) -> Mapping[str, InsertedPart]:
    """What can be put into a question of its kind; hints can be put into every one."""
    kind = catalogue().get(str(item.get("type")))
    return {**(kind.help.parts if kind else {}), "hints": _HINT}


def _new_items() -> tuple[Insertable, ...]:
    return tuple(Insertable(f"item:{name}", _QUESTION, kind.help.offer) for name, kind in catalogue().items())


_THIS: Final = _WORDS["this_question"]
_QUESTION: Final = _WORDS["new_question"]
_HINT: Final = InsertedPart(_WORDS["hint"], "text: {en: '${1}', zh: '${2}'}\ncost: 0.1")
