"""What papers say of every step alike: how a prediction came out, and what a claim is worth."""

from collections.abc import Iterator

import simulations
from courseware.text import as_text
from lessons.steps import PlayStep, Predict, Step
from papers.blocks import Block, Choices, EmptyAxes, Gap, Passage, ToldBlock
from papers.words import letter, with_unit, word
from simulations.report import bound


def came_out(predict: Predict) -> Iterator[ToldBlock]:
    """What the run shows: the letter of the option that came true, if one did, and why."""
    if predict.answer is not None:
        yield Passage(word("right_option", letter=letter(predict.answer)), word("explained"))
        yield Passage(predict.explain)
    else:
        yield Passage(predict.explain, word("explained"))


def before_the_run(step: PlayStep) -> Iterator[Block]:
    """What is to be predicted: boxes to tick, or a line for a number."""
    predict = step.predict
    if predict is None:
        return
    yield Passage(predict.question, word("predict"))
    if predict.options:
        yield Choices(predict.options)
    if predict.number is not None:
        words = simulations.find(step.simulation).words.measures[str(predict.measure)]
        low, high = (bound(end, words.format) for end in (predict.number.min, predict.number.max))
        yield Gap(word("named", label=with_unit(words.label, words.unit), low=low, high=high))
    if predict.curve is not None:
        columns, how = simulations.find(step.simulation).words.columns, ",g"
        low, high = (f"{end:{how}}" for end in (predict.curve.min, predict.curve.max))
        if predict.curve.min >= -1 and predict.curve.max <= 1:
            low, high = (bound(end, ".0%") for end in (predict.curve.min, predict.curve.max))
        yield EmptyAxes(columns[predict.curve.over], columns[predict.curve.of], low, high)


def claimed(step: Step) -> Iterator[ToldBlock]:
    """The claim that the step tells or tests, with what it is worth and who says so."""
    if step.claim is not None:
        yield Passage(step.claim.text, word(f"claim_{step.claim.status}"))
        yield Passage(as_text(step.claim.source))
