"""What the chart says around the picture, in both languages."""

from typing import Final

from courseware.words import WordFile

WORDS: Final = WordFile.beside(__file__)
