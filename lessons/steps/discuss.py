"""A case that is talked over: what is written of it, and the slides that it makes."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from courseware.about import about
from courseware.text import Text
from lessons.slide import Slide, with_options
from lessons.step import KIND, StepBase
from lessons.steps.contract import Mode


class DiscussStep(StepBase):
    """A case or a question that is talked over in class."""

    kind: Annotated[Literal["discuss"], KIND]
    text: Annotated[Text, about("The case.", "案例或话题。")]
    prompts: Annotated[
        tuple[Text, ...], about("Questions that keep the talk going.", "推进讨论的问题。")
    ] = ()

    IS_TASK: ClassVar[bool] = True
    LEAST_MINUTES: ClassVar[int] = 0

    def slides(self) -> Iterator[Slide]:
        """The case with its prompts under it."""
        return with_options(self, "discuss", self.text, self.prompts, peel=False)

    def asks(self) -> tuple[tuple[str, Mode], ...]:
        """Nothing of the banks."""
        return ()

    def keeps_words(self) -> bool:
        """The thought that is written down is kept."""
        return True

    def plays(self) -> None:
        """Nothing."""
