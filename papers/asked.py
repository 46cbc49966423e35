"""A question as it stands on a worksheet: what is asked and room for the answer, nothing of what is right."""

from collections.abc import Iterator

from courseware.text import Text
from exercises import Question
from papers.blocks import Block, Passage
from papers.fields import on_paper


def asked(question: Question, stem: Text) -> Iterator[Block]:
    """The question under this stem, and where its answer is written."""
    yield Passage(stem)
    for field in question.fields:
        yield from on_paper(field).room()
