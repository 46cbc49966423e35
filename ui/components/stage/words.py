"""What the stage says: its buttons, its sheets, and which key does what, in both languages."""

from typing import Final

from courseware.words import Words

WORDS: Final = Words.beside(__file__)
KEYS: Final = Words.beside(__file__, "keys.words.yaml")
"""What each key does, by the keys that do it."""
_TONGUE_KEY: Final = "L"


def help_rows(*, has_tongues: bool = True) -> list[list[str]]:
    """Which keys do what: the keys, then the same in English and in Chinese.

    A course of one language has no other to go to.
    """
    return [[keys, text.en, text.zh] for keys, text in KEYS.items() if has_tongues or keys != _TONGUE_KEY]
