"""Puts new characters into a text, and sees that the file then says what was meant and nothing else."""

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from typing import Any, Final

from courseware.problem import ProblemsFoundError, ReaderError
from courseware.source import parse
from courseware.text import Text
from courseware.tree import KeyOrIndex, Location

TextEdit = tuple[int, int, str]
"""From where to where characters are taken out, and what is put there."""


def first_that_says(text: str, ways: Iterable[Sequence[TextEdit]], meant: object, at: Location) -> str:
    """The text after the first of these ways that gives the value that is meant; a ReaderError if none does.

    At the location `at` words may gain or lose the line break at their end, which lines of their own have.
    """
    for cuts in ways:
        changed = splice(text, cuts)
        if says(changed, meant, at):
            return changed
    raise ReaderError(_UNSAFE)


def splice(text: str, cuts: Sequence[TextEdit]) -> str:
    """The text after all cuts."""
    for start, end, put in sorted(cuts, reverse=True):
        text = text[:start] + put + text[end:]
    return text


def says(text: str, meant: object, at: Location) -> bool:
    """Whether the text can be read and gives the value that is meant."""
    try:
        got = parse(text, "").value
        here, there = get(got, at), get(meant, at)
    except (ProblemsFoundError, LookupError, TypeError):
        return False
    if isinstance(here, str) and isinstance(there, str):
        return here.rstrip("\n") == there.rstrip("\n") and changed(got, at, there) == meant
    return type(here) is type(there) and got == meant


def get(value: Any, location: Location) -> Any:
    """The part of a value at a location; a LookupError or TypeError if there is none."""
    for step in location:
        value = value[step]
    return value


def changed(value: object, location: Location, new: object) -> object:
    """A copy of the value with another one at the location."""
    if not location:
        return new
    whole: Any = deepcopy(value)
    get(whole, location[:-1])[location[-1]] = new
    return whole


def all_changed(value: object, values: Mapping[Location, object]) -> object:
    """A copy of the value with others at these locations."""
    whole: Any = deepcopy(value)
    for location, new in values.items():
        get(whole, location[:-1])[location[-1]] = new
    return whole


def with_item(value: object, location: Location, index: int, new: object) -> object:
    """A copy with one more item in the list at the location."""
    whole: Any = deepcopy(value)
    get(whole, location).insert(index, new)
    return whole


def without(value: object, location: Sequence[KeyOrIndex]) -> object:
    """A copy without the key or item at the location."""
    whole: Any = deepcopy(value)
    del get(whole, location[:-1])[location[-1]]
    return whole


_UNSAFE: Final = Text(
    en="This cannot be changed here without touching its neighbours. Change it in the text itself.",
    zh="在这里修改会牵动旁边的内容。请直接在文本中修改。",
)
