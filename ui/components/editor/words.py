"""What the editor says by itself, in both languages."""

from typing import Final

from courseware.language import Language
from courseware.words import WordFile

WORDS: Final = WordFile.beside(__file__)
ACE: Final = WordFile.beside(__file__, "ace.words.yaml")
"""What Ace says, by the names that Ace asks for."""
_KINDS: Final = WordFile.beside(__file__, "kinds.words.yaml")


def kind_word(kind: str, language: Language) -> str:
    """What a suggestion is, in one language; a kind that nobody has translated stands as it is."""
    word = _KINDS.get(kind)
    return word[language] if word else kind
