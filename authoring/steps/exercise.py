"""What a writer is offered for questions from the banks."""

from collections.abc import Mapping
from typing import Final

from authoring.asked import Asked, Choice
from authoring.steps.contract import TEXT, StepAuthoring, StepPart, Wanted
from courseware.text import Text
from lessons.steps import ExerciseStep

_MODES: Final[tuple[Choice, ...]] = (
    ("graded", Text(en="Points count", zh="计分")),
    ("practice", Text(en="Practice, no points", zh="练习，不计分")),
)


def _given(wanted: Wanted) -> Mapping[str, str]:
    """The question that was chosen, for practice."""
    return {"use": f"[{wanted.chosen}]", "mode": "practice"}


EXERCISE: Final = StepAuthoring(
    about=Text(en="Exercise: questions from the banks.", zh="练习：题库中的题目。"),
    model=ExerciseStep,
    heading=Text(en="Step: exercise", zh="步骤：练习"),
    pieces=(),
    keys=("use", "mode"),
    choose="question",
    given=_given,
    fields=(Asked(("mode",), Text(en="Marking", zh="计分方式"), "choice", _MODES), TEXT),
    parts={"use": StepPart(Text(en="Question from a bank", zh="题库中的题目"), "name", "question")},
)
