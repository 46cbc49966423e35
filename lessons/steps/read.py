"""A passage to read: what is written of it, and the slides that it makes."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from courseware.about import about
from courseware.text import Text
from lessons.passages import cut
from lessons.slide import Slide, slide_of
from lessons.step import KIND, StepBase
from lessons.steps.contract import Mode
from lessons.written import Name


class ReadStep(StepBase):
    """A passage to read."""

    kind: Annotated[Literal["read"], KIND]
    text: Annotated[
        Text,
        about(
            "The passage, in Markdown; [[term]] links a term.", "正文（Markdown）；[[术语]] 链接到术语表。"
        ),
    ]

    drawing: Annotated[
        Name | None,
        about(
            "A drawing of the lab that stands beside it, by its name.",
            "正文旁边的示意图，写实验室自带的图名。",
        ),
    ] = None

    IS_TASK: ClassVar[bool] = False
    LEAST_MINUTES: ClassVar[int] = 0

    def slides(self) -> Iterator[Slide]:
        """The passage, cut where a teacher would turn the page, then its drawing on a screen of its own."""
        yield from (slide_of(self, "text", text=passage) for passage in cut(self.text))
        if self.drawing is not None:
            yield slide_of(self, "text", drawing=self.drawing)

    def asks(self) -> tuple[tuple[str, Mode], ...]:
        """Nothing of the banks."""
        return ()

    def keeps_words(self) -> bool:
        """Never: nothing is asked."""
        return False

    def plays(self) -> None:
        """Nothing."""
