"""What a writer is offered for questions from the banks."""

from collections.abc import Mapping
from typing import Final

from authoring.steps.contract import TEXT, StepAuthoring, StepPart, Wanted
from courseware.asked import Asked, Choice
from courseware.words import WordFile
from lessons.steps import ExerciseStep

_WORDS: Final = WordFile.beside(__file__)

_MODES: Final[tuple[Choice, ...]] = (
    ("graded", _WORDS["points_count"]),
    ("practice", _WORDS["practice_no_points"]),
)


def _given(wanted: Wanted) -> Mapping[str, str]:
    """The question that was chosen, for practice."""
    return {"use": f"[{wanted.chosen}]", "mode": "practice"}


EXERCISE: Final = StepAuthoring(
    about=_WORDS["exercise_questions_from_the_banks"],
    model=ExerciseStep,
    heading=_WORDS["step_exercise"],
    pieces=(),
    keys=("use", "mode"),
    choose="question",
    given=_given,
    fields=(Asked(("mode",), _WORDS["marking"], "choice", _MODES), TEXT),
    parts={"use": StepPart(_WORDS["question_from_a_bank"], "name", "question")},
)
