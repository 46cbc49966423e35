"""The slides of a lesson on paper: the same screens in the same words, answers on screens of their own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from course import all_exercises
from courseware.problem import ReaderError
from courseware.text import Text, as_text
from exercises import Exercise, Variant
from lessons.lesson import Lesson
from lessons.slides import Slide, slides, steps_from
from lessons.step import AskStep, ExerciseStep, PlayStep, Predict
from papers.asked import asked
from papers.blocks import Block, Choices, Passage, Points
from papers.chart import chart, view_words
from papers.content import came_out
from papers.key import right_answer
from papers.words import word

PER_PAGE: Final = (2, 6)
"""How many slides a page may hold."""

Draw = Callable[[Exercise], Variant]
"""Draws a question as the projector shows it."""


@dataclass(frozen=True)
class Leaf:
    """One screen on paper; `is_answer` marks the one that tells what the class found out before it."""

    slide: Slide
    blocks: tuple[Block, ...]
    is_answer: bool = False


def leaves(lesson: Lesson, draw: Draw, *, with_answers: bool) -> Iterator[Leaf]:
    """Every slide of the lesson; what is revealed on it follows it only if answers are asked for."""
    for slide in slides(lesson):
        yield Leaf(slide, tuple(_shown(lesson, slide, draw)))
        revealed = tuple(_revealed(lesson, slide, draw)) if with_answers else ()
        if revealed:
            yield Leaf(slide, revealed, is_answer=True)


def read_per_page(asked_for: str | None) -> int:
    """How many slides a page shall hold, two unless it is said; a ReaderError says what can be had."""
    for number in PER_PAGE:
        if asked_for is None or asked_for == str(number):
            return number
    raise ReaderError(_NO_SUCH_PAGE.fill({"asked": asked_for[:40] if asked_for else ""}))


def _shown(lesson: Lesson, slide: Slide, draw: Draw) -> Iterator[Block]:
    """What the class sees before anything is revealed."""
    if slide.text is not None:
        yield Passage(_text(slide.text.en, slide.text.zh))
    step = lesson.steps[slide.step] if slide.step is not None else None
    match slide.kind:
        case "title":
            yield Passage(word("minutes", n=lesson.minutes))
            yield Points(lesson.key_points, "bullets")
        case "stage":
            ahead = steps_from(lesson, slide)
            yield Passage(word("minutes", n=sum(one.minutes for one in ahead)))
            yield Points(tuple(one.title for one in ahead), "bullets")
        case "claim" if slide.claim is not None:
            yield Passage(slide.claim.text, word(f"claim_{slide.claim.status}"))
            yield Passage(as_text(slide.claim.source))
        case "play" if isinstance(step, PlayStep):
            yield from _before_the_run(step.predict) if step.predict else _run(step, slide)
        case "ask" if slide.options:
            yield Choices(slide.options)
        case "discuss" if slide.options:
            yield Points(slide.options, "numbers")
        case "homework" if isinstance(step, ExerciseStep):
            yield Passage(word("questions_wait", n=len(step.items)))
        case "exercise":
            yield from _question(slide, draw)


def _revealed(lesson: Lesson, slide: Slide, draw: Draw) -> Iterator[Block]:
    """What the class sees once all is revealed, if anything is hidden on the slide."""
    step = lesson.steps[slide.step] if slide.step is not None else None
    if slide.kind == "ask" and isinstance(step, AskStep) and step.answer is not None:
        yield Passage(step.answer, word("one_answer"))
    if slide.kind == "play" and isinstance(step, PlayStep) and step.predict is not None:
        yield chart(step)
        yield from came_out(step.predict)
    if slide.kind == "exercise" and (exercise := all_exercises().get(slide.item or "")) is not None:
        yield from right_answer(draw(exercise))


def _before_the_run(predict: Predict) -> Iterator[Block]:
    yield Passage(predict.question, word("predict"))
    yield Choices(predict.options)


def _run(step: PlayStep, slide: Slide) -> Iterator[Block]:
    """The chart as it begins; its message where the slide has no words of its own."""
    yield chart(step)
    if slide.text is None:
        yield Passage(view_words(step).message)


def _question(slide: Slide, draw: Draw) -> Iterator[Block]:
    exercise = all_exercises().get(slide.item or "")
    if exercise is None:
        yield Passage(word("not_printable", item=slide.item))
        return
    question = draw(exercise).question
    yield from asked(question, question.stem)
    if exercise.data is not None:
        yield Passage(word("own_data"))


def _text(en: str, zh: str) -> Text:
    """Words of a slide as they are: a slide may have nothing to say in one language."""
    return Text.model_construct(en=en, zh=zh)


_NO_SUCH_PAGE: Final = Text(
    en="A page holds two slides or six, ?per=2 or ?per=6; “{asked}” is neither.",
    zh="每页可放 2 张或 6 张幻灯片（?per=2 或 ?per=6），没有“{asked}”。",
)
