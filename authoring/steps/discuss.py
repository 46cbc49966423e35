"""What a writer is offered for a case that is talked over."""

from typing import Final

from authoring.steps.contract import TEXT, StepAuthoring, StepPart, nothing_given
from courseware.asked import Asked
from courseware.words import WordFile
from lessons.steps import DiscussStep

_WORDS: Final = WordFile.beside(__file__)

DISCUSS: Final = StepAuthoring(
    about=_WORDS["discuss_a_case_talked_over_in"],
    model=DiscussStep,
    heading=_WORDS["step_discuss"],
    pieces=(),
    keys=("text", "prompts"),
    choose="nothing",
    given=nothing_given,
    fields=(TEXT, Asked(("prompts", "*"), _WORDS["prompt_n"])),
    parts={"prompts": StepPart(_WORDS["question_for_the_talk"], "sentence")},
)
