"""What a writer is offered for a question to the class."""

from typing import Final

from authoring.steps.contract import TEXT, StepAuthoring, StepPart, nothing_given
from courseware.asked import Asked
from courseware.words import WordFile
from lessons.steps import AskStep

_WORDS: Final = WordFile.beside(__file__)

_ANSWER: Final = _WORDS["model_answer"]

ASK: Final = StepAuthoring(
    about=_WORDS["ask_a_question_to_the_class"],
    model=AskStep,
    heading=_WORDS["step_ask"],
    pieces=(),
    keys=("text", "options", "answer"),
    choose="nothing",
    given=nothing_given,
    fields=(
        TEXT,
        Asked(("options", "*"), _WORDS["option_n"]),
        Asked(("answer",), _ANSWER, "passage"),
    ),
    parts={
        "options": StepPart(_WORDS["option"], "sentence"),
        "answer": StepPart(_ANSWER, "once"),
    },
)
