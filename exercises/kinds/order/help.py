"""What those who write questions of this kind are told and offered."""

from pathlib import Path
from typing import Final

from courseware.asked import Asked
from courseware.words import WordFile
from exercises.help import InsertedPart, WritersHelp

_WORDS: Final = WordFile.beside(__file__)

HELP: Final = WritersHelp(
    title=_WORDS["put_into_order"],
    offer=_WORDS["order_put_steps_in_sequence"],
    example=Path(__file__).with_name("example.yaml"),
    form=(
        Asked(("steps", "*", "text"), _WORDS["step_n"]),
        Asked(("steps", "*", "why"), _WORDS["step_n_why"]),
    ),
    parts={
        "steps": InsertedPart(
            _WORDS["step"], "text: {en: '${1}', zh: '${2}'}\nwhy: {en: '${3}', zh: '${4}'}"
        ),
    },
)
