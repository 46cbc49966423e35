"""What those who write questions of this kind are told and offered."""

from pathlib import Path
from typing import Final

from courseware.words import WordFile
from exercises.help import InsertedPart, WritersHelp

_WORDS: Final = WordFile.beside(__file__)

HELP: Final = WritersHelp(
    title=_WORDS["fill_in_the_blank"],
    offer=_WORDS["blank_words_for_gaps"],
    example=Path(__file__).with_name("example.yaml"),
    form=(),
    parts={
        # no further gap: it would have to be put into both languages of the stem as well
        "near": InsertedPart(
            _WORDS["slip"],
            "words: {en: ['${1}'], zh: ['${2}']}\nwhy: {en: '${3}', zh: '${4}'}",
        ),
    },
)
