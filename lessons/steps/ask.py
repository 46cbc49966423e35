"""A question to the class: what is written of it, and the slides that it makes."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from courseware.about import about
from courseware.text import Text
from lessons.slide import Slide, with_options
from lessons.step import KIND, StepBase
from lessons.steps.contract import Mode


class AskStep(StepBase):
    """A question to the class, each answering before anything is explained."""

    kind: Annotated[Literal["ask"], KIND]
    text: Annotated[Text, about("The question.", "问题。")]
    options: Annotated[
        tuple[Text, ...],
        about("What to choose from; left out, an answer is written.", "供选择的答案；省略则由学生书写。"),
    ] = ()
    answer: Annotated[
        Text | None,
        about("One good answer, shown once the student has answered.", "参考答案，学生作答后显示。"),
    ] = None

    IS_TASK: ClassVar[bool] = True
    LEAST_MINUTES: ClassVar[int] = 0

    def slides(self) -> Iterator[Slide]:
        """The question with its options under it."""
        return with_options(self, "ask", self.text, self.options, peel=True)

    def asks(self) -> tuple[tuple[str, Mode], ...]:
        """Nothing of the banks."""
        return ()

    def keeps_words(self) -> bool:
        """What is answered to the class is kept."""
        return True

    def plays(self) -> None:
        """Nothing."""
