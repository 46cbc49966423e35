"""A passage to read, on paper."""

from collections.abc import Iterator
from dataclasses import dataclass

from courseware.text import Text
from lessons.steps import ReadStep
from papers.blocks import Block, DrawingBlock, PaperSection, Passage, ToldBlock
from papers.deck import Deck
from papers.steps.manner import by_stage
from papers.words import word


@dataclass(frozen=True)
class ReadOnPaper:
    """Its text for the teacher; students have nothing to write."""

    step: ReadStep

    def teacher(self) -> Iterator[Text]:
        """By the stage of the class."""
        yield word(f"teacher_{by_stage('read', self.step.stage)}")

    def students(self) -> Text:
        """By the stage of the class."""
        return word(f"students_{by_stage('read', self.step.stage)}")

    def told(self) -> Iterator[ToldBlock]:
        """The passage."""
        yield Passage(self.step.text)

    def beside(self, _: Deck) -> Iterator[Block]:
        """Its drawing, if it has one."""
        if self.step.drawing is not None:
            yield DrawingBlock(self.step.drawing)

    def task(self) -> Iterator[Block]:
        """Nothing."""
        yield from ()

    def questions(self, _number: str, _deck: Deck) -> Iterator[PaperSection]:
        """None."""
        yield from ()

    def settling(self) -> tuple[Block, ...]:
        """Nothing."""
        return ()

    def answers(self, _number: str, _deck: Deck) -> Iterator[PaperSection]:
        """None."""
        yield from ()
