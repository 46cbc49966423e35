"""What those who write questions of this kind are told and offered."""

from pathlib import Path
from typing import Final

from courseware.asked import Asked
from courseware.words import WordFile
from exercises.help import InsertedPart, WritersHelp

_WORDS: Final = WordFile.beside(__file__)

HELP: Final = WritersHelp(
    title=_WORDS["several_numbers"],
    offer=_WORDS["numbers_that_belong_together"],
    example=Path(__file__).with_name("example.yaml"),
    form=(
        Asked(("numbers", "*", "label"), _WORDS["number_n"]),
        Asked(("numbers", "*", "answer", "expr"), _WORDS["number_n_formula"], "line"),
        Asked(("numbers", "*", "answer", "tolerance", "abs"), _WORDS["number_n_abs"], "number"),
        Asked(("numbers", "*", "answer", "tolerance", "rel"), _WORDS["number_n_rel"], "number"),
        Asked(("numbers", "*", "unit"), _WORDS["number_n_unit"]),
        Asked(("numbers", "*", "weight"), _WORDS["number_n_weight"], "number"),
    ),
    parts={
        "numbers": InsertedPart(
            _WORDS["a_number"],
            "name: another\nlabel: {en: '${1}', zh: '${2}'}\nanswer: {expr: 1, tolerance: {abs: 0.5}}",
        ),
    },
)
