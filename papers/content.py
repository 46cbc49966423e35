"""What a step tells and asks, as a teacher reads it on paper."""

from collections.abc import Iterator
from functools import singledispatch

import simulations
from courseware.text import Text, as_text
from lessons.step import AskStep, DiscussStep, ExerciseStep, PlayStep, Predict, ReadStep, Step
from papers.blocks import Passage, Points, Told
from papers.chart import view_words
from papers.words import letter, word


@singledispatch
def told(step: object) -> Iterator[Told]:
    """What the step tells and asks, as a teacher reads it: the answers stand where they are due."""
    raise TypeError(f"no paper shows a {type(step).__name__}")


@told.register
def _(step: ReadStep) -> Iterator[Told]:
    yield Passage(step.text)


@told.register
def _(step: AskStep) -> Iterator[Told]:
    yield Passage(step.text)
    if step.options:
        yield Points(step.options, "letters")
    if step.answer is not None:
        yield Passage(step.answer, word("one_answer"))


@told.register
def _(step: PlayStep) -> Iterator[Told]:
    if step.text is not None:
        yield Passage(step.text)
    yield Passage(view_words(step).message, shown(step))
    if step.predict is not None:
        yield Passage(step.predict.question, word("predict"))
        yield Points(step.predict.options, "letters")
        yield from came_out(step.predict)


@told.register
def _(step: ExerciseStep) -> Iterator[Told]:
    if step.text is not None:
        yield Passage(step.text)
    count = len(step.items)
    yield Passage(word(f"{'question' if count == 1 else 'questions'}_{step.mode}", n=count))


@told.register
def _(step: DiscussStep) -> Iterator[Told]:
    yield Passage(step.text)
    if step.prompts:
        yield Points(step.prompts, "numbers")


def came_out(predict: Predict) -> Iterator[Told]:
    """What the run shows: the letter of the option that came true, if one did, and why."""
    if predict.answer is not None:
        yield Passage(word("right_option", letter=letter(predict.answer)), word("explained"))
        yield Passage(predict.explain)
    else:
        yield Passage(predict.explain, word("explained"))


def claimed(step: Step) -> Iterator[Told]:
    """The claim that the step tells or tests, with what it is worth and who says so."""
    if step.claim is not None:
        yield Passage(step.claim.text, word(f"claim_{step.claim.status}"))
        yield Passage(as_text(step.claim.source))


def shown(step: PlayStep) -> Text:
    """The simulation of a play step and its view, by their titles."""
    title = simulations.find(step.simulation).words.title
    return word("shown", simulation=title, view=view_words(step).title)
