"""The words of the screen itself, in the reader's language."""

from functools import cache
from pathlib import Path

import yaml

from courseware.text import Language, Text, filled

WORDS = Path(__file__).with_name("interface.yaml")


@cache
def _words() -> dict[str, Text]:
    raw = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    return {name: Text.model_validate(text) for name, text in raw.items()}


def both(name: str) -> Text:
    """The screen's words called `name` in both languages, unfilled."""
    return _words()[name]


def say(name: str, language: Language, **values: object) -> str:
    """The screen's words called `name`, with ``{…}`` filled in.

    >>> say("step_of", "zh", n=2, all=9)
    '第 2 步，共 9 步'
    """
    text = _words()[name][language]
    return filled(text, values) if values else text


def has_words(name: str) -> bool:
    """Whether the screen has words called `name`."""
    return name in _words()


def say_all(names: tuple[str, ...], language: Language) -> dict[str, str]:
    """Several of the screen's words at once, by name, unfilled; for components in the browser."""
    return {name: _words()[name][language] for name in names}
