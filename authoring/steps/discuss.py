"""What a writer is offered for a case that is talked over."""

from typing import Final

from authoring.asked import Asked
from authoring.steps.contract import TEXT, StepAuthoring, StepPart, nothing_given
from courseware.text import Text
from lessons.steps import DiscussStep

DISCUSS: Final = StepAuthoring(
    about=Text(en="Discuss: a case talked over in class.", zh="讨论：课堂上讨论的案例。"),
    model=DiscussStep,
    heading=Text(en="Step: discuss", zh="步骤：讨论"),
    pieces=(),
    keys=("text", "prompts"),
    choose="nothing",
    given=nothing_given,
    fields=(TEXT, Asked(("prompts", "*"), Text(en="Prompt {n}", zh="讨论题 {n}"))),
    parts={"prompts": StepPart(Text(en="Question for the talk", zh="讨论题"), "sentence")},
)
