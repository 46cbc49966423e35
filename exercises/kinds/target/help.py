"""What those who write questions of this kind are told and offered."""

from pathlib import Path
from typing import Final

from courseware.asked import Asked
from courseware.words import WordFile
from exercises.help import WritersHelp

_WORDS: Final = WordFile.beside(__file__)

HELP: Final = WritersHelp(
    title=_WORDS["reach_a_goal_in_a"],
    offer=_WORDS["target_reach_a_goal_in"],
    example=Path(__file__).with_name("example.yaml"),
    form=(
        Asked(("goals", "*", "value"), _WORDS["goal_n_to_be_reached"], "line"),
        Asked(("goals", "*", "why"), _WORDS["goal_n_why_missed"]),
    ),
    parts={},
)
