"""A pseudo-language: words of word files stand in brackets, words of content carry a mark, the rest shows."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import pytest
from streamlit.testing.v1 import AppTest

from courseware.language import LANGUAGES, Language, conventions
from courseware.text import Text
from courseware.words import read_words
from tests.architecture.sources import ROOT, tracked
from ui.desk import author
from web.routes import front

MARK: Final = "\u2063"
"""After each word of content; it has no width and belongs to no word."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_NO_WORDS: Final = re.compile(
    r"\{\{?.*?\}\}?|`[^`]*`|\$[^$]*\$|https?://\S+|\]\([^)]*\)|\[\[[^\]|]*\|?|<[^>]*>|&\w+;", re.DOTALL
)
"""What stands in a text beside its words: values, code, formulas, addresses, links, tags."""
_OURS: Final = re.compile(r"⟦[^⟦⟧]*⟧")
_SHOWN: Final = frozenset(
    {
        *("label", "body", "help", "placeholder", "content", "caption", "title", "text"),
        *("message", "alt", "description", "delta", "options"),
    }
)
"""Fields of Streamlit's messages that a reader sees."""
_MARKUP: Final = re.compile(
    r"<(style|script)\b.*?</\1>|:material/\w+:|:[a-z]+(?:-background|-badge)?(?=\[)", re.DOTALL
)
_IDENTIFIER: Final = re.compile(r"[a-z0-9\\]+(?:[._/-][a-z0-9\\]+)+")
"""A file, or a question's or a step's name, which is the same in every language."""
_FOR_SCRIPTS: Final = re.compile(r"[a-z0-9_./?=&:-]+")
"""What a script is told that no reader sees: names and addresses."""
_ON_KEYS: Final = frozenset({"Space", "PageDown", "PageUp", "Home", "End", "Esc"})
_IN_ITSELF: Final = frozenset({conventions(language).name for language in LANGUAGES})


@contextmanager
def pseudo_language() -> Iterator[None]:
    """While it lasts, words of the interface are in ⟦brackets⟧ and all other texts are marked as content."""
    with pytest.MonkeyPatch.context() as patch:
        for file in tracked():
            is_words = file.name == "words.yaml" or file.name.endswith(".words.yaml")
            if is_words and file.parts[0] != "simulations":
                for text in read_words(ROOT / file).values():
                    for language in LANGUAGES:
                        patch.setitem(text.__dict__, language, f"⟦{text[language]}⟧")
        patch.setattr(Text, "__getitem__", _content)
        patch.setattr(front, "_front", front._front.__wrapped__)  # what it keeps is for readers
        patch.setattr(author, "author_here", str)  # a page without a browser has no cookie to ask for a name
        yield


def _content(text: Text, language: Language) -> str:
    said: str = getattr(text, language)
    return said if "⟦" in said else marked(said)


def marked(said: str) -> str:
    """The same with a mark after each word, but not where no word of a text stands.

    >>> marked("one {n} two").replace(MARK, "'")
    "one' {n} two'"
    """
    kept = [found[0] for found in _NO_WORDS.finditer(said)]
    parts = [_WORD.sub(lambda word: word[0] + MARK, part) for part in _NO_WORDS.split(said)]
    return "".join(part + between for part, between in zip(parts, [*kept, ""], strict=True))


def bare_words(said: str) -> str:
    """What of a string is neither in brackets nor marked, nor markup, number, code or address."""
    rest = _IDENTIFIER.sub(" ", _NO_WORDS.sub(" ", _MARKUP.sub(" ", _without_brackets(said))))
    words = [word[0] for word in re.finditer(rf"[^\W\d_]+{MARK}?", rest) if not word[0].endswith(MARK)]
    return " ".join(word for word in words if len(word) > 1 and word not in _ON_KEYS | _IN_ITSELF)


def _without_brackets(said: str) -> str:
    while (shorter := _OURS.sub(" ", said)) != said:
        said = shorter
    return said


def shown(app: AppTest) -> Iterator[tuple[str, str]]:
    """Every string that a page shows, with where it stands."""
    for node in _nodes(app._tree):
        proto = getattr(node, "proto", None)
        if proto is not None:
            yield from _of_message(proto, getattr(node, "type", ""))


def _nodes(node: Any) -> Iterator[Any]:
    yield node
    for child in getattr(node, "children", {}).values():
        yield from _nodes(child)


def _of_message(message: Any, place: str) -> Iterator[tuple[str, str]]:
    for field, value in message.ListFields():
        where = f"{place}.{field.name}"
        values = list(value) if hasattr(value, "__len__") and not isinstance(value, str | bytes) else [value]
        for one in values:
            if hasattr(one, "ListFields"):
                yield from _of_message(one, where)
            elif isinstance(one, str) and field.name in _SHOWN:
                yield where, one
            elif isinstance(one, str) and one and field.name in ("json", "columns"):
                yield from _of_json(json.loads(one), where)


def _of_json(value: Any, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            if name != "also":  # by what an entry is found, which no reader sees
                yield from _of_json(inner, f"{place}.{name}")
    elif isinstance(value, list):
        for inner in value:
            yield from _of_json(inner, place)
    elif isinstance(value, str) and not _FOR_SCRIPTS.fullmatch(value):
        yield place, value
