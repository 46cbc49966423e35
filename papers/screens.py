"""The slides of a lesson on paper: the same screens in the same words, answers on screens of their own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, assert_never

from course import all_exercises, lessons_after
from courseware.interface import both
from courseware.problem import ReaderError
from courseware.text import Text, as_text
from exercises import Exercise, Variant
from lessons.lesson import Lesson
from lessons.slide import Slide
from lessons.slides import slides, step_of, steps_from
from lessons.steps import AskStep, ExerciseStep, PlayStep
from papers.asked import asked
from papers.blocks import Block, Choices, DrawingBlock, Passage, Points
from papers.chart import chart, view_words
from papers.content import before_the_run, came_out
from papers.key import right_answer
from papers.words import word

PER_PAGE: Final = (2, 6)
"""How many slides a page may hold."""

VariantDraw = Callable[[Exercise], Variant]
"""Draws a question as the projector shows it."""


@dataclass(frozen=True)
class PrintedSlide:
    """One screen on paper; `is_answer` marks the one that tells what the class found out before it."""

    slide: Slide
    blocks: tuple[Block, ...]
    is_answer: bool = False


def printed_slides(lesson: Lesson, draw: VariantDraw, *, with_answers: bool) -> Iterator[PrintedSlide]:
    """Every slide of the lesson; what is revealed on it follows it only if answers are asked for."""
    for slide in slides(lesson):
        face = _face(lesson, slide, draw)
        yield PrintedSlide(slide, (*_words(slide), *face.shown))
        revealed = tuple(face.revealed) if with_answers else ()
        if revealed:
            yield PrintedSlide(slide, revealed, is_answer=True)


def read_per_page(asked_for: str | None) -> int:
    """How many slides a page shall hold, two unless it is said; a ReaderError says what can be had."""
    for number in PER_PAGE:
        if asked_for is None or asked_for == str(number):
            return number
    raise ReaderError(_NO_SUCH_PAGE.fill({"asked": asked_for[:40] if asked_for else ""}))


@dataclass(frozen=True)
class _Face:
    """What the class sees of a slide beside its text before anything is revealed, and once all is."""

    shown: Iterator[Block]
    revealed: Iterator[Block]


def _face(lesson: Lesson, slide: Slide, draw: VariantDraw) -> _Face:
    """Each kind of slide on paper; nothing is drawn before it is asked for."""
    match slide.kind:
        case "title":
            face = _Face(iter((Passage(word("minutes", n=lesson.minutes)),)), iter(()))
        case "end":
            face = _Face(_end(lesson), iter(()))
        case "stage":
            face = _Face(_stage(lesson, slide), iter(()))
        case "text":
            face = _Face(_drawing(slide), iter(()))
        case "claim":
            face = _Face(_claim(slide), iter(()))
        case "play":
            step = step_of(lesson, slide, PlayStep)
            face = _Face(before_the_run(step) if step.predict else _run(step, slide), _came_out(step))
        case "ask":
            face = _Face(_choices(slide), _one_answer(step_of(lesson, slide, AskStep)))
        case "discuss":
            face = _Face(_prompts(slide), iter(()))
        case "homework":
            face = _Face(_waiting(step_of(lesson, slide, ExerciseStep)), iter(()))
        case "exercise":
            face = _Face(_question(slide, draw), _right(slide, draw))
        case _:
            assert_never(slide.kind)
    return face


def _end(lesson: Lesson) -> Iterator[Block]:
    """What was new, and what comes next."""
    yield Points(lesson.key_points, "bullets")
    if after := lessons_after(lesson.id):
        yield Points(after, "bullets", label=both("present_comes"))


def _stage(lesson: Lesson, slide: Slide) -> Iterator[Block]:
    ahead = steps_from(lesson, slide)
    yield Passage(word("minutes", n=sum(one.minutes for one in ahead)))
    yield Points(tuple(one.title for one in ahead), "bullets")


def _drawing(slide: Slide) -> Iterator[Block]:
    if slide.drawing is not None:
        yield DrawingBlock(slide.drawing)


def _claim(slide: Slide) -> Iterator[Block]:
    if slide.claim is not None:
        yield Passage(slide.claim.text, word(f"claim_{slide.claim.status}"))
        yield Passage(as_text(slide.claim.source))


def _choices(slide: Slide) -> Iterator[Block]:
    if slide.options:
        yield Choices(slide.options)


def _one_answer(step: AskStep) -> Iterator[Block]:
    if step.answer is not None:
        yield Passage(step.answer, word("one_answer"))


def _prompts(slide: Slide) -> Iterator[Block]:
    if slide.options:
        yield Points(slide.options, "numbers")


def _waiting(step: ExerciseStep) -> Iterator[Block]:
    yield Passage(word("questions_wait", n=len(step.items)))


def _came_out(step: PlayStep) -> Iterator[Block]:
    """The chart and the explanation of what was predicted, if anything was."""
    if step.predict is not None:
        yield chart(step)
        yield from came_out(step.predict)


def _right(slide: Slide, draw: VariantDraw) -> Iterator[Block]:
    if (exercise := all_exercises().get(slide.item or "")) is not None:
        yield from right_answer(draw(exercise))


def _run(step: PlayStep, slide: Slide) -> Iterator[Block]:
    """The chart as it begins; its message where the slide has no words of its own."""
    yield chart(step)
    if slide.text is None:
        yield Passage(view_words(step).message)


def _question(slide: Slide, draw: VariantDraw) -> Iterator[Block]:
    exercise = all_exercises().get(slide.item or "")
    if exercise is None:
        yield Passage(word("not_printable", item=slide.item))
        return
    question = draw(exercise).question
    yield from asked(question, question.stem)
    if exercise.data is not None:
        yield Passage(word("own_data"))


def _words(slide: Slide) -> Iterator[Block]:
    """The text of a slide as it is: a slide may have nothing to say in one language."""
    if slide.text is not None:
        yield Passage(Text.model_construct(en=slide.text.en, zh=slide.text.zh))


_NO_SUCH_PAGE: Final = Text(
    en="A page holds two slides or six, ?per=2 or ?per=6; “{asked}” is neither.",
    zh="每页可放 2 张或 6 张幻灯片（?per=2 或 ?per=6），没有“{asked}”。",
)
