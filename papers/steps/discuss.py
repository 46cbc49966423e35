"""A case that is talked over, on paper."""

from collections.abc import Iterator
from dataclasses import dataclass

from courseware.text import Text
from lessons.steps import DiscussStep
from papers.blocks import Block, PaperSection, Passage, Points, Room, ToldBlock
from papers.deck import Deck
from papers.steps.manner import by_stage
from papers.steps.rooms import ANSWER, REASON
from papers.words import word


@dataclass(frozen=True)
class DiscussOnPaper:
    """Its case and prompts, with room under each; nothing is right or wrong."""

    step: DiscussStep

    def teacher(self) -> Iterator[Text]:
        """By the stage of the class."""
        yield word(f"teacher_{by_stage('discuss', self.step.stage)}")

    def students(self) -> Text:
        """By the stage of the class."""
        return word(f"students_{by_stage('discuss', self.step.stage)}")

    def told(self) -> Iterator[ToldBlock]:
        """The case and the prompts."""
        yield Passage(self.step.text)
        if self.step.prompts:
            yield Points(self.step.prompts, "numbers")

    def beside(self, _: Deck) -> Iterator[Block]:
        """Nothing."""
        yield from ()

    def task(self) -> Iterator[Block]:
        """The case, and room under each prompt or under all."""
        yield Passage(self.step.text)
        if self.step.prompts:
            yield Points(self.step.prompts, "numbers", room=REASON)
        else:
            yield Room(ANSWER)

    def questions(self, _number: str, _deck: Deck) -> Iterator[PaperSection]:
        """None."""
        yield from ()

    def settling(self) -> tuple[Block, ...]:
        """Nothing."""
        return ()

    def answers(self, _number: str, _deck: Deck) -> Iterator[PaperSection]:
        """None."""
        yield from ()
