"""What those who write questions of this kind are told and offered."""

from pathlib import Path
from typing import Final

from courseware.asked import Asked
from courseware.words import WordFile
from exercises.help import InsertedPart, WritersHelp

_WORDS: Final = WordFile.beside(__file__)

HELP: Final = WritersHelp(
    title=_WORDS["sort_and_match"],
    offer=_WORDS["match_give_each_row_its"],
    example=Path(__file__).with_name("example.yaml"),
    form=(
        Asked(("choices", "*", "text"), _WORDS["choice_n"]),
        Asked(("rows", "*", "text"), _WORDS["row_n"]),
        Asked(("rows", "*", "why"), _WORDS["row_n_why"]),
        Asked(("sample", "rows"), _WORDS["how_many_customers"], "number"),
        Asked(("sample", "text"), _WORDS["text_of_a_row"]),
    ),
    parts={
        "rows": InsertedPart(
            _WORDS["row"],
            "text: {en: '${1}', zh: '${2}'}\nright: CHOICE\nwhy: {en: '${3}', zh: '${4}'}",
        ),
    },
)
