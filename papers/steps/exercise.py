"""Questions from the banks, on paper."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from courseware.text import Text, in_each
from lessons.steps import ExerciseStep
from papers.asked import asked
from papers.blocks import Block, PaperSection, Passage, Points, ToldBlock
from papers.deck import Card, Deck
from papers.key import right_answer
from papers.words import word


@dataclass(frozen=True)
class ExerciseOnPaper:
    """Its questions as sections of their own, on the worksheet and under the same numbers in the key."""

    step: ExerciseStep

    def teacher(self) -> Iterator[Text]:
        """By whether points count."""
        yield word(f"teacher_exercise_{self.step.mode}")

    def students(self) -> Text:
        """By whether points count."""
        return word(f"students_exercise_{self.step.mode}")

    def told(self) -> Iterator[ToldBlock]:
        """The text, and how many questions there are."""
        if self.step.text is not None:
            yield Passage(self.step.text)
        count = len(self.step.items)
        yield Passage(word(f"{'question' if count == 1 else 'questions'}_{self.step.mode}", n=count))

    def beside(self, deck: Deck) -> Iterator[Block]:
        """What each question asks."""
        yield Points(tuple(_stem(item, deck) for item in self.step.items), "numbers")

    def task(self) -> Iterator[Block]:
        """The text, and whether points count."""
        if self.step.text is not None:
            yield Passage(self.step.text)
        yield Passage(word(f"marked_{self.step.mode}"))

    def questions(self, number: str, deck: Deck) -> Iterator[PaperSection]:
        """Each question with what is needed to answer it."""
        return self._of_each(number, deck, _on_sheet)

    def settling(self) -> tuple[Block, ...]:
        """Nothing."""
        return ()

    def answers(self, number: str, deck: Deck) -> Iterator[PaperSection]:
        """The title, then each question with all that is to be said to it."""
        yield PaperSection(number, self.step.title, None, ())
        yield from self._of_each(number, deck, _in_key)

    def _of_each(
        self, number: str, deck: Deck, told: Callable[[Card], Iterator[Block]]
    ) -> Iterator[PaperSection]:
        for at, item in enumerate(self.step.items, 1):
            card = deck.card(item)
            blocks = (Passage(word("not_printable", item=item)),) if card is None else tuple(told(card))
            yield PaperSection(number_of(number, at, len(self.step.items)), None, None, blocks, level=2)


def number_of(task: str, at: int, of: int) -> str:
    """The number of a question within a task; nothing if it is the only one.

    >>> number_of("4", 2, 3), number_of("4", 1, 1)
    ('4.2', '')
    """
    return "" if of == 1 else f"{task}.{at}"


def _stem(item: str, deck: Deck) -> Text:
    card = deck.card(item)
    return word("not_printable", item=item) if card is None else card.variant.question.stem


def _on_sheet(card: Card) -> Iterator[Block]:
    yield from asked(card.variant.question, card.stem)
    if (table := card.table) is not None:
        yield Passage(word("data_in", file=in_each(table.file_name)))


def _in_key(card: Card) -> Iterator[Block]:
    """A question and all that is to be said to it."""
    yield Passage(card.stem)
    yield from right_answer(card.variant)
