"""The teacher's handout: every step with its text, its chart, its answer, and what to say about it."""

from collections.abc import Iterator

from courseware.text import Text, as_text
from lessons.lesson import Lesson
from lessons.plan import Course
from lessons.steps import Step
from papers.blocks import Aside, Block, Paper, PaperPart, PaperSection, Points
from papers.content import claimed
from papers.deck import Deck
from papers.sheet import when
from papers.steps import on_paper
from papers.words import word


def handout(lesson: Lesson, course: Course, deck: Deck) -> Paper:
    """The handout of a lesson, with the questions of one variant and no answers to those."""
    clock = 0
    sections = []
    for number, step in enumerate(lesson.steps, 1):
        sections.append(PaperSection(str(number), step.title, _time(step, clock), tuple(_blocks(step, deck))))
        clock += step.minutes if step.in_class else 0
    return Paper(word("handout"), course.title, lesson.title, (PaperPart(tuple(sections)),))


def _time(step: Step, start: int) -> Text:
    if not step.in_class:
        return when(step)
    return word("stage_from_to", stage=word(f"stage_{step.stage}"), start=start, end=start + step.minutes)


def _blocks(step: Step, deck: Deck) -> Iterator[Block]:
    yield from on_paper(step).told()
    yield from on_paper(step).beside(deck)
    yield from claimed(step)
    if step.notes is not None:
        yield Aside(step.notes, word("notes"))
    if step.intent is not None:
        yield Aside(step.intent, word("intent"))
    if step.sources:
        yield Points(tuple(as_text(source.cite) for source in step.sources), "bullets", label=word("sources"))
