"""What a writer is offered for a passage."""

from typing import Final

from authoring.steps.contract import TEXT, StepAuthoring, nothing_given
from courseware.asked import Asked
from courseware.words import WordFile
from lessons.drawings import drawings
from lessons.steps import ReadStep

_WORDS: Final = WordFile.beside(__file__)

_DRAWING: Final = Asked(
    ("drawing",), _WORDS["drawing"], "choice", tuple((name, one.title) for name, one in drawings().items())
)

READ: Final = StepAuthoring(
    about=_WORDS["read_a_passage_on_the_screen"],
    model=ReadStep,
    heading=_WORDS["step_read"],
    pieces=(),
    keys=("text",),
    choose="nothing",
    given=nothing_given,
    fields=(TEXT, _DRAWING),
    parts={},
)
