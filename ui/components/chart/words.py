"""What the chart says around the picture, in both languages."""

from typing import Final

from courseware.words import Words

WORDS: Final = Words.beside(__file__)
