"""The words of the live class: those of the phone's page, of its script, and of the windows."""

from typing import Final

from courseware.language import Language
from courseware.words import WordFile

WORDS: Final = WordFile.beside(__file__)


def say(name: str, language: Language, **values: object) -> str:
    """The words of this name in this language."""
    return WORDS.say(name, language, **values)
