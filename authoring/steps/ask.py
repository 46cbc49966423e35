"""What a writer is offered for a question to the class."""

from typing import Final

from authoring.asked import Asked
from authoring.steps.contract import TEXT, StepAuthoring, StepPart, nothing_given
from courseware.text import Text
from lessons.steps import AskStep

_ANSWER: Final = Text(en="Model answer", zh="参考答案")

ASK: Final = StepAuthoring(
    about=Text(
        en="Ask: a question to the class; everybody answers before anything is explained.",
        zh="提问：先让每个人作答，再讲解。",
    ),
    model=AskStep,
    heading=Text(en="Step: ask", zh="步骤：提问"),
    pieces=(),
    keys=("text", "options", "answer"),
    choose="nothing",
    given=nothing_given,
    fields=(
        TEXT,
        Asked(("options", "*"), Text(en="Option {n}", zh="选项 {n}")),
        Asked(("answer",), _ANSWER, "passage"),
    ),
    parts={
        "options": StepPart(Text(en="Option", zh="选项"), "sentence"),
        "answer": StepPart(_ANSWER, "once"),
    },
)
