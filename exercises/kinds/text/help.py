"""What those who write questions of this kind are told and offered."""

from pathlib import Path
from typing import Final

from courseware.asked import Asked
from courseware.words import WordFile
from exercises.help import InsertedPart, WritersHelp

_WORDS: Final = WordFile.beside(__file__)

HELP: Final = WritersHelp(
    title=_WORDS["answer_in_words"],
    offer=_WORDS["text_marked_by_a_teacher"],
    example=Path(__file__).with_name("example.yaml"),
    form=(
        Asked(("model",), _WORDS["model_answer"], "passage"),
        Asked(("rubric", "*", "text"), _WORDS["criterion_n"]),
        Asked(("rubric", "*", "points"), _WORDS["criterion_n_points"], "number"),
    ),
    parts={"rubric": InsertedPart(_WORDS["criterion"], "points: 1\ntext: {en: '${1}', zh: '${2}'}")},
)
