"""What papers say of every step alike: how a prediction came out, and what a claim is worth."""

from collections.abc import Iterator

from courseware.text import as_text
from lessons.steps import Predict, Step
from papers.blocks import Passage, ToldBlock
from papers.words import letter, word


def came_out(predict: Predict) -> Iterator[ToldBlock]:
    """What the run shows: the letter of the option that came true, if one did, and why."""
    if predict.answer is not None:
        yield Passage(word("right_option", letter=letter(predict.answer)), word("explained"))
        yield Passage(predict.explain)
    else:
        yield Passage(predict.explain, word("explained"))


def claimed(step: Step) -> Iterator[ToldBlock]:
    """The claim that the step tells or tests, with what it is worth and who says so."""
    if step.claim is not None:
        yield Passage(step.claim.text, word(f"claim_{step.claim.status}"))
        yield Passage(as_text(step.claim.source))
