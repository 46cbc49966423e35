"""What those who write questions of this kind are told and offered."""

from pathlib import Path
from typing import Final

from courseware.asked import Asked, Choice
from courseware.words import WordFile
from exercises.help import InsertedPart, WritersHelp

_WORDS: Final = WordFile.beside(__file__)

_RIGHT: Final[tuple[Choice, ...]] = (
    (True, _WORDS["right"]),
    (False, _WORDS["wrong"]),
)
HELP: Final = WritersHelp(
    title=_WORDS["choose_one_or_several"],
    offer=_WORDS["choice_one_or_several_options"],
    example=Path(__file__).with_name("example.yaml"),
    form=(
        Asked(("options", "*", "text"), _WORDS["option_n"]),
        Asked(("options", "*", "right"), _WORDS["option_n_is"], "choice", _RIGHT),
        Asked(("options", "*", "why"), _WORDS["option_n_why_not"]),
    ),
    parts={
        "options": InsertedPart(
            _WORDS["option"], "text: {en: '${1}', zh: '${2}'}\nwhy: {en: '${3}', zh: '${4}'}"
        ),
    },
)
