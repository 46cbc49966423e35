"""What every kind of step has to tell for paper; what a kind lacks is named by the type checker."""

from collections.abc import Iterator
from typing import Protocol

from courseware.text import Text
from papers.blocks import Block, PaperSection, ToldBlock
from papers.deck import Deck


class StepOnPaper(Protocol):
    """A step as plan, handout, worksheet and key ask for it; nothing has a default."""

    def teacher(self) -> Iterator[Text]:
        """What the teacher does in it, before what the notes say."""
        ...

    def students(self) -> Text:
        """What the students do in it."""
        ...

    def told(self) -> Iterator[ToldBlock]:
        """What it tells and asks, as a teacher reads it: the answers stand where they are due."""
        ...

    def beside(self, deck: Deck) -> Iterator[Block]:
        """What the handout shows below that: a chart, or the questions in short."""
        ...

    def task(self) -> Iterator[Block]:
        """What it asks of students on the worksheet, and room for what they write."""
        ...

    def questions(self, number: str, deck: Deck) -> Iterator[PaperSection]:
        """The sections of its questions, which follow the task that has this number."""
        ...

    def settling(self) -> tuple[Block, ...]:
        """What settles a prediction, for the last pages of the worksheet; nothing if there is none."""
        ...

    def answers(self, number: str, deck: Deck) -> Iterator[PaperSection]:
        """What the key says of the task that has this number; no section if nothing is hidden."""
        ...
