"""What a writer is offered for a passage."""

from typing import Final

from authoring.steps.contract import TEXT, StepAuthoring, nothing_given
from courseware.text import Text
from lessons.steps import ReadStep

READ: Final = StepAuthoring(
    about=Text(en="Read: a passage on the screen.", zh="阅读：屏幕上的一段正文。"),
    model=ReadStep,
    heading=Text(en="Step: read", zh="步骤：阅读"),
    pieces=(),
    keys=("text",),
    choose="nothing",
    given=nothing_given,
    fields=(TEXT,),
    parts={},
)
