"""What teacher and students do in a step, told from its kind and the teacher's notes."""

from collections.abc import Iterator

from courseware.text import Text
from lessons.steps import Step
from papers.steps import on_paper


def of_teacher(step: Step) -> Iterator[Text]:
    """What the teacher does, then what the notes say."""
    yield from on_paper(step).teacher()
    if step.notes is not None:
        yield step.notes


def of_students(step: Step) -> Text:
    """What the students do."""
    return on_paper(step).students()
