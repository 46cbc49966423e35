"""The worksheet: what students answer on paper; the same questions as on the screen, and no answers."""

from collections.abc import Iterable, Iterator

from courseware.text import Text
from lessons.lesson import Lesson
from lessons.plan import Course
from lessons.step import StageName
from lessons.steps import Step, contract
from papers.blocks import Paper, PaperPart, PaperSection
from papers.deck import Deck
from papers.steps import on_paper
from papers.words import word


def worksheet(lesson: Lesson, course: Course, deck: Deck) -> Paper:
    """One variant of the worksheet: the class, the homework, and last the charts that settle predictions."""
    tasks = tasks_of(lesson)
    parts = (
        PaperPart(tuple(_sections(tasks, deck, None))),
        PaperPart(tuple(_sections(tasks, deck, "homework")), word("stage_homework"), begins_a_page=True),
        PaperPart(tuple(_sections(tasks, deck, "extension")), word("extension"), begins_a_page=True),
        PaperPart(tuple(_settled(tasks)), word("charts"), word("charts_lead"), begins_a_page=True),
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
    steps = (step for step in lesson.steps if contract(step).IS_TASK)
    return tuple((str(number), step) for number, step in enumerate(steps, 1))


def when(step: Step) -> Text:
    """How long a step takes, and whether that is after class."""
    return word("minutes" if step.in_class else "after_class", n=step.minutes)


def _sections(
    tasks: Iterable[tuple[str, Step]], deck: Deck, at_home: StageName | None
) -> Iterator[PaperSection]:
    """The tasks of one stage outside class, or all those in class."""
    for number, step in tasks:
        if (None if step.in_class else step.stage) == at_home:
            yield PaperSection(number, step.title, when(step), tuple(on_paper(step).task()))
            yield from on_paper(step).questions(number, deck)


def _settled(tasks: Iterable[tuple[str, Step]]) -> Iterator[PaperSection]:
    for number, step in tasks:
        if settling := on_paper(step).settling():
            yield PaperSection(number, step.title, None, settling)
