"""The answer key of a worksheet: what is right under the same numbers, why, and what slips earn."""

from collections.abc import Iterator

from exercises import Variant, reveal
from lessons.lesson import Lesson
from lessons.plan import Course
from lessons.step import AskStep, ExerciseStep, PlayStep, Step
from papers.blocks import Block, Paper, Part, Passage, Section
from papers.content import came_out
from papers.deck import Card, Deck
from papers.fields import on_paper
from papers.sheet import number_of, tasks_of
from papers.words import word


def answer_key(lesson: Lesson, course: Course, deck: Deck) -> Paper:
    """The key to the worksheet of the same variant."""
    sections = [section for number, step in tasks_of(lesson) for section in _sections(number, step, deck)]
    return Paper(word("key"), course.title, lesson.title, (Part(tuple(sections)),), seed=deck.seed)


def _sections(number: str, step: Step, deck: Deck) -> Iterator[Section]:
    if isinstance(step, ExerciseStep):
        yield Section(number, step.title, None, ())
        for at, item in enumerate(step.items, 1):
            card = deck.card(item)
            blocks = (Passage(word("not_printable", item=item)),) if card is None else tuple(_told(card))
            yield Section(number_of(number, at, len(step.items)), None, None, blocks, level=2)
    elif isinstance(step, PlayStep) and step.predict is not None:
        yield Section(number, step.title, None, tuple(came_out(step.predict)))
    elif isinstance(step, AskStep) and step.answer is not None:
        yield Section(number, step.title, None, (Passage(step.answer, word("one_answer")),))


def _told(card: Card) -> Iterator[Block]:
    """A question and all that is to be said to it."""
    yield Passage(card.stem)
    yield from right_answer(card.variant)


def right_answer(variant: Variant) -> Iterator[Block]:
    """What is right, the reasons written for each part of it, and why it is right."""
    fields = variant.question.fields
    if len(fields) == 1:
        yield from on_paper(fields[0]).key(variant)
    else:
        yield Passage(reveal(variant))
