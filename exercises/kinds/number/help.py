"""What those who write questions of this kind are told and offered."""

from pathlib import Path
from typing import Final

from courseware.asked import Asked
from courseware.words import WordFile
from exercises.help import WritersHelp

_WORDS: Final = WordFile.beside(__file__)

_WIDTH: Final = ("answer", "tolerance")
HELP: Final = WritersHelp(
    title=_WORDS["work_out_a_number"],
    offer=_WORDS["number_worked_out_within_a"],
    example=Path(__file__).with_name("example.yaml"),
    form=(
        Asked(("answer", "expr"), _WORDS["right_answer_formula"], "line"),
        Asked((*_WIDTH, "abs"), _WORDS["tolerance_plus_or_minus"], "number"),
        Asked((*_WIDTH, "rel"), _WORDS["tolerance_share_of_it"], "number"),
        Asked((*_WIDTH, "figures"), _WORDS["significant_figures"], "number"),
        Asked(("unit",), _WORDS["unit"]),
        Asked(("near", "*", "why"), _WORDS["slip_n_why"]),
        Asked(
            ("near", "*", "score"),
            _WORDS["slip_n_share_of_the"],
            "number",
        ),
    ),
    parts={},
)
