"""Questions from the banks: what is written of such a step, and the slides that it makes."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from courseware.about import about
from courseware.text import Text
from lessons.passages import SlidePassage, cut
from lessons.slide import ABOVE_A_QUESTION, Slide, slide_of, something
from lessons.step import KIND, StepBase
from lessons.steps.contract import Mode
from lessons.written import Names


class ExerciseStep(StepBase):
    """Questions from the banks."""

    kind: Annotated[Literal["exercise"], KIND]
    text: Annotated[Text | None, about("What to know before answering.", "答题之前的说明。")] = None
    items: Annotated[Names, Field(alias="use"), about("The questions, by their ids.", "题目的 id。")]
    mode: Annotated[Mode, about("Whether points count.", "graded 计分，practice 不计分。")] = "graded"

    IS_TASK: ClassVar[bool] = True
    LEAST_MINUTES: ClassVar[int] = 0

    def slides(self) -> Iterator[Slide]:
        """The text, then a slide for each question; outside class they are told of, and done in the lab."""
        if not self.in_class:
            passages = cut(self.text) if self.text else (SlidePassage("", ""),)
            yield from (slide_of(self, "text", text=passage) for passage in passages[:-1])
            yield slide_of(self, "homework", text=something(passages[-1]))
            return
        above = SlidePassage("", "")
        if self.text is not None:
            *before, above = cut(self.text, room=ABOVE_A_QUESTION, peel=True)
            yield from (slide_of(self, "text", text=passage) for passage in before)
        for place, item in enumerate(self.items):
            yield slide_of(self, "exercise", item=item, text=None if place else something(above))

    def asks(self) -> tuple[tuple[str, Mode], ...]:
        """All its questions, each in the mode of the step."""
        return tuple((item, self.mode) for item in self.items)

    def keeps_words(self) -> bool:
        """Never: its questions keep their own answers."""
        return False

    def plays(self) -> None:
        """Nothing."""
