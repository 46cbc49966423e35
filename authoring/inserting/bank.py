"""What can be put into a bank of questions where the cursor stands, ready to be overwritten."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from authoring.completing.bank import QUESTION_KINDS, example_lines
from authoring.cursor import step_at
from authoring.edit.writing import inline
from authoring.examples.bank import example
from authoring.forms.bank import LABELS
from authoring.inserting.part import Offer, Piece, appended, filled_in, labelled
from courseware.problem import ProblemsFoundError
from courseware.source import parse
from courseware.text import Text
from courseware.words import Words
from exercises.kinds import catalogue

_WORDS: Final = Words.beside(__file__, "bank.words.yaml")


def offers(text: str, line: int) -> tuple[Offer, ...]:
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
    lines = filled_in(_LINES[key], lambda at: labelled((key, index, *at), LABELS))
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


def _in_item(value: Mapping[str, Any], part: int | None) -> Iterator[Offer]:
    items = value.get("items")
    if part is None or not isinstance(items, list) or part >= len(items) or not isinstance(items[part], dict):
        return
    for key, (kinds, label) in _IN_ITEM.items():
        has_place = key == "hints" or isinstance(items[part].get(key), list)
        if has_place and (not kinds or items[part].get("type") in kinds):
            yield Offer(f"in:{key}", _THIS, label)


def _new_items() -> tuple[Offer, ...]:
    return tuple(Offer(f"item:{kind}", _QUESTION, QUESTION_KINDS[kind]) for kind in catalogue())


_THIS: Final = _WORDS["this_question"]
_QUESTION: Final = _WORDS["new_question"]
_IN_ITEM: Final[Mapping[str, tuple[frozenset[str], Text]]] = {
    "options": (frozenset({"choice"}), _WORDS["option"]),
    "rows": (frozenset({"match"}), _WORDS["row"]),
    "steps": (frozenset({"order"}), _WORDS["step"]),
    "hints": (frozenset(), _WORDS["hint"]),
}
_LINES: Final[Mapping[str, str]] = {
    "options": "text: {en: '${1}', zh: '${2}'}\nwhy: {en: '${3}', zh: '${4}'}",
    "rows": "text: {en: '${1}', zh: '${2}'}\nright: CHOICE\nwhy: {en: '${3}', zh: '${4}'}",
    "steps": "text: {en: '${1}', zh: '${2}'}\nwhy: {en: '${3}', zh: '${4}'}",
    "hints": "text: {en: '${1}', zh: '${2}'}\ncost: 0.1",
}
