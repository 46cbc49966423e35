"""The words of the screen itself, in the reader's language."""

from typing import Final

from courseware.language import Language
from courseware.text import Text
from courseware.words import WordFile

WORDS: Final = WordFile.beside(__file__, "interface.words.yaml")


def both(name: str) -> Text:
    """The screen's words called `name` in both languages, unfilled."""
    return WORDS[name]


def say(name: str, language: Language, **values: object) -> str:
    """The screen's words called `name`, with ``{…}`` filled in.

    >>> say("step_of", "zh", n=2, all=9)
    '第 2 步，共 9 步'
    """
    return WORDS.say(name, language, **values)


def has_words(name: str) -> bool:
    """Whether the screen has words called `name`."""
    return name in WORDS


def say_all(names: tuple[str, ...], language: Language) -> dict[str, str]:
    """Several of the screen's words at once, by name, unfilled; for components in the browser."""
    return {name: WORDS[name][language] for name in names}
