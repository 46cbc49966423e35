"""What those who write questions of this kind are told and offered."""

from pathlib import Path
from typing import Final

from courseware.asked import Asked, Choice
from courseware.words import WordFile
from exercises.help import WritersHelp

_WORDS: Final = WordFile.beside(__file__)

_TRUTHS: Final[tuple[Choice, ...]] = ((True, _WORDS["is_true"]), (False, _WORDS["is_false"]))
HELP: Final = WritersHelp(
    title=_WORDS["judge_a_statement"],
    offer=_WORDS["true_or_false"],
    example=Path(__file__).with_name("example.yaml"),
    form=(
        Asked(("answer",), _WORDS["the_statement_is"], "choice", _TRUTHS),
        Asked(("why_true",), _WORDS["told_to_true"]),
        Asked(("why_false",), _WORDS["told_to_false"]),
    ),
    parts={},
)
