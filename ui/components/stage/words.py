"""What the stage says: its buttons, its sheets, and which key does what, in both languages."""

from typing import Final

from courseware.language import LANGUAGES, conventions
from courseware.words import WordFile

WORDS: Final = WordFile.beside(__file__)
KEYS: Final = WordFile.beside(__file__, "keys.words.yaml")
"""What each key does, by the keys that do it."""
_DISPLAY_LANGUAGE_KEY: Final = "L"


def help_rows(*, has_display_languages: bool = True) -> list[tuple[str, dict[str, str]]]:
    """Which keys do what: the keys, then the same in every language, by its tag.

    A course of one language has no other to go to.
    """
    rows = [
        (keys, text) for keys, text in KEYS.items() if has_display_languages or keys != _DISPLAY_LANGUAGE_KEY
    ]
    return [(keys, {conventions(one).tag: text[one] for one in LANGUAGES}) for keys, text in rows]
