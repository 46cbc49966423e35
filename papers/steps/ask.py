"""A question to the class, on paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from courseware.text import Text
from lessons.steps import AskStep
from papers.blocks import Block, Choices, PaperSection, Passage, Points, Room, ToldBlock
from papers.deck import Deck
from papers.steps.rooms import ANSWER, REASON
from papers.words import word

_CHOOSE: Final = "ask_choose"
_WRITE: Final = "ask_write"


@dataclass(frozen=True)
class AskOnPaper:
    """Its question with options to tick, or room to write; one good answer in the key."""

    step: AskStep

    @property
    def _manner(self) -> str:
        return _CHOOSE if self.step.options else _WRITE

    def teacher(self) -> Iterator[Text]:
        """By whether it is chosen or written; then the answer, if there is one."""
        yield word(f"teacher_{self._manner}")
        if self.step.answer is not None:
            yield word("teacher_answer")

    def students(self) -> Text:
        """By whether it is chosen or written."""
        return word(f"students_{self._manner}")

    def told(self) -> Iterator[ToldBlock]:
        """The question, its options and one good answer."""
        yield Passage(self.step.text)
        if self.step.options:
            yield Points(self.step.options, "letters")
        if self.step.answer is not None:
            yield Passage(self.step.answer, word("one_answer"))

    def beside(self, _: Deck) -> Iterator[Block]:
        """Nothing."""
        yield from ()

    def task(self) -> Iterator[Block]:
        """The question, with boxes to tick and room for the reason, or room for an answer."""
        yield Passage(self.step.text)
        if self.step.options:
            yield Choices(self.step.options)
            yield Room(REASON, word("my_reason"))
        else:
            yield Room(ANSWER)

    def questions(self, _number: str, _deck: Deck) -> Iterator[PaperSection]:
        """None."""
        yield from ()

    def settling(self) -> tuple[Block, ...]:
        """Nothing."""
        return ()

    def answers(self, number: str, _: Deck) -> Iterator[PaperSection]:
        """One good answer, if the step has one."""
        if self.step.answer is not None:
            yield PaperSection(
                number, self.step.title, None, (Passage(self.step.answer, word("one_answer")),)
            )
