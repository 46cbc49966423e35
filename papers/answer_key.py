"""The answer key of a worksheet: what is right under the same numbers, why, and what slips earn."""

from lessons.lesson import Lesson
from lessons.plan import Course
from papers.blocks import Paper, PaperPart
from papers.deck import Deck
from papers.sheet import tasks_of
from papers.steps import on_paper
from papers.words import word


def answer_key(lesson: Lesson, course: Course, deck: Deck) -> Paper:
    """The key to the worksheet of the same variant."""
    tasks = tasks_of(lesson)
    sections = [section for number, step in tasks for section in on_paper(step).answers(number, deck)]
    return Paper(word("key"), course.title, lesson.title, (PaperPart(tuple(sections)),), seed=deck.seed)
