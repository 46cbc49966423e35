"""The worksheet: what students answer on paper; the same questions as on the screen, and no answers."""

from collections.abc import Iterable, Iterator
from functools import singledispatch
from typing import Final

import simulations
from courseware.text import Text, in_each
from lessons.lesson import Lesson
from lessons.plan import Course
from lessons.step import AskStep, DiscussStep, ExerciseStep, PlayStep, ReadStep, Stage, Step
from papers.asked import asked
from papers.blocks import Block, Choices, Form, Paper, Part, Passage, Points, Room, Section
from papers.chart import chart
from papers.deck import Card, Deck
from papers.words import with_unit, word

_ANSWER: Final = 4
_REASON: Final = 2
"""Lines for an answer in one's own words, and for the reason of a choice."""


def worksheet(lesson: Lesson, course: Course, deck: Deck) -> Paper:
    """One variant of the worksheet: the class, the homework, and last the charts that settle predictions."""
    tasks = tasks_of(lesson)
    parts = (
        Part(tuple(_sections(tasks, deck, None))),
        Part(tuple(_sections(tasks, deck, "homework")), word("stage_homework"), begins_a_page=True),
        Part(tuple(_sections(tasks, deck, "extension")), word("extension"), begins_a_page=True),
        Part(tuple(_settled(tasks)), word("charts"), word("charts_lead"), begins_a_page=True),
    )
    return Paper(
        name=word("worksheet"),
        course=course.title,
        topic=lesson.title,
        parts=tuple(part for part in parts if part.sections),
        seed=deck.seed,
        is_for_students=True,
    )


def tasks_of(lesson: Lesson) -> tuple[tuple[str, Step], ...]:
    """The steps in which students do something on paper, under the numbers that they have there."""
    steps = (step for step in lesson.steps if not isinstance(step, ReadStep))
    return tuple((str(number), step) for number, step in enumerate(steps, 1))


def when(step: Step) -> Text:
    """How long a step takes, and whether that is after class."""
    return word("minutes" if step.in_class else "after_class", n=step.minutes)


def _sections(tasks: Iterable[tuple[str, Step]], deck: Deck, at_home: Stage | None) -> Iterator[Section]:
    """The tasks of one stage outside class, or all those in class."""
    for number, step in tasks:
        if (None if step.in_class else step.stage) == at_home:
            yield Section(number, step.title, when(step), tuple(_task(step)))
            if isinstance(step, ExerciseStep):
                yield from _questions(number, step, deck)


@singledispatch
def _task(step: object) -> Iterator[Block]:
    """What the step asks of students, and room for what they write."""
    raise TypeError(f"no worksheet shows a {type(step).__name__}")


@_task.register
def _(step: AskStep) -> Iterator[Block]:
    yield Passage(step.text)
    if step.options:
        yield Choices(step.options)
        yield Room(_REASON, word("my_reason"))
    else:
        yield Room(_ANSWER)


@_task.register
def _(step: DiscussStep) -> Iterator[Block]:
    yield Passage(step.text)
    if step.prompts:
        yield Points(step.prompts, "numbers", room=_REASON)
    else:
        yield Room(_ANSWER)


@_task.register
def _(step: PlayStep) -> Iterator[Block]:
    if step.text is not None:
        yield Passage(step.text)
    if step.predict is None:
        yield chart(step)
        yield from _watched(step)
        return
    yield Passage(step.predict.question, word("predict"))
    yield Choices(step.predict.options)
    yield Room(_REASON, word("my_reason"))
    yield Passage(word("chart_follows"))


@_task.register
def _(step: ExerciseStep) -> Iterator[Block]:
    if step.text is not None:
        yield Passage(step.text)
    yield Passage(word(f"marked_{step.mode}"))


def _watched(step: PlayStep) -> Iterator[Block]:
    """A table for what the measures are at the start and after a change of one's own."""
    words = simulations.find(step.simulation).words.measures
    names = tuple(with_unit(words[name].label, words[name].unit) for name in step.show)
    if names:
        heads = (word("measure"), word("at_the_start"), word("after_my_change"))
        yield Form(heads, tuple((name, None, None) for name in names))
    yield Room(_REASON, word("what_i_see"))


def _settled(tasks: Iterable[tuple[str, Step]]) -> Iterator[Section]:
    for number, step in tasks:
        if isinstance(step, PlayStep) and step.predict is not None:
            yield Section(number, step.title, None, (chart(step), Room(_REASON, word("what_i_see"))))


def _questions(number: str, step: ExerciseStep, deck: Deck) -> Iterator[Section]:
    for at, item in enumerate(step.items, 1):
        own = number_of(number, at, len(step.items))
        card = deck.card(item)
        blocks = (Passage(word("not_printable", item=item)),) if card is None else tuple(_on_sheet(card))
        yield Section(own, None, None, blocks, level=2)


def number_of(task: str, at: int, of: int) -> str:
    """The number of a question within a task; nothing if it is the only one.

    >>> number_of("4", 2, 3), number_of("4", 1, 1)
    ('4.2', '')
    """
    return "" if of == 1 else f"{task}.{at}"


def _on_sheet(card: Card) -> Iterator[Block]:
    yield from asked(card.variant.question, card.stem)
    if (table := card.table) is not None:
        yield Passage(word("data_in", file=in_each(table.file_name)))
