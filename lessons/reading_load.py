"""Counts what a reader has to read: the words and Chinese characters of a text, without its marks."""

import re
from dataclasses import dataclass
from typing import Final

WORDS_A_MINUTE: Final = 238
"""Silent reading of English non-fiction by adults, over 190 studies.

Brysbaert, M. (2019), How many words do we read per minute?, Journal of Memory and Language 109.
"""
CHARACTERS_A_MINUTE: Final = 255
"""Chinese characters, read aloud by adults of 18 to 35: slow enough to follow.

Trauzettel-Klosinski, S., & Dietz, K. (2012), Standardized assessment of reading performance: the new
International Reading Speed Texts IReST, Investigative Ophthalmology & Visual Science 53(9).
"""

_UNSEEN: Final = re.compile(r"\]\([^()\s]*\)|\[\[[^\[\]|\n]*\||<[^<>\s]*>|https?://\S+")
"""What stands in a text and is not read: addresses, and the names of terms that show other words."""
_CHINESE: Final = re.compile(r"[\u3400-\u9fff]")
_WORD: Final = re.compile(r"[^\W_\u3400-\u9fff]+(?:['’.,-][^\W_\u3400-\u9fff]+)*")

WORDS: Final = 120
CHARACTERS: Final = 330
"""Fifteen lines of eight words or 22 characters: what the last row of a hall can still read."""


@dataclass(frozen=True)
class Load:
    """How much there is to read."""

    words: int
    characters: int

    @property
    def minutes(self) -> float:
        """How long an ordinary reader takes."""
        return self.words / WORDS_A_MINUTE + self.characters / CHARACTERS_A_MINUTE


def load_of(markdown: str) -> Load:
    """The words and the Chinese characters of a text in Markdown.

    >>> load_of("**Sparrow** 是一家[[firm|公司]]。")
    Load(words=1, characters=5)
    """
    seen = _UNSEEN.sub(" ", markdown)
    return Load(len(_WORD.findall(seen)), len(_CHINESE.findall(seen)))


def fill(load: Load) -> float:
    """How full a slide is with so much text; more than 1 does not fit."""
    return load.words / WORDS + load.characters / CHARACTERS
