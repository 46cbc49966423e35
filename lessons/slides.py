"""The slides of a lesson, made from the same steps: one idea a screen, each word on exactly one of them."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import dropwhile, takewhile
from typing import Final, TypeVar

from courseware.interface import both
from lessons.lesson import Lesson
from lessons.slide import Slide, slide_of
from lessons.step import StepBase
from lessons.steps import Step, contract

OneStep = TypeVar("OneStep", bound=StepBase)
TITLE: Final = "title"
"""The key of the first slide of every lesson."""
END: Final = "end-of-lesson"
"""And that of the last."""

_MOST_KEPT: Final = 64
_made: Final[dict[int, tuple[Lesson, tuple[Slide, ...]]]] = {}


def slides(lesson: Lesson) -> tuple[Slide, ...]:
    """All slides of a lesson in their order: its title, then each stage with its steps, then its end.

    Those of the lessons that were asked for last are kept, since cutting texts takes longer than drawing.
    """
    kept = _made.get(id(lesson))
    if kept is not None and kept[0] is lesson:
        return kept[1]
    made = tuple(replace(slide, number=number) for number, slide in enumerate(_all(lesson), 1))
    while len(_made) >= _MOST_KEPT:
        _made.pop(next(iter(_made), 0), None)
    _made[id(lesson)] = (lesson, made)
    return made


def find_slide(all_slides: tuple[Slide, ...], key: str) -> Slide | None:
    """The slide of this key, or the first of its step if the step has fewer slides than it had; else None."""
    by_key = {slide.key: slide for slide in all_slides}
    return by_key.get(key) or by_key.get(key.rpartition(".")[0])


def step_of(lesson: Lesson, slide: Slide, kind: type[OneStep]) -> OneStep:
    """The step that a slide is of, which is of this kind; a TypeError if the slide is of no such step."""
    step = lesson.steps[slide.step] if slide.step is not None else None
    if not isinstance(step, kind):
        raise TypeError(f"the slide {slide.key} is of no {kind.__name__}")
    return step


def steps_from(lesson: Lesson, slide: Slide) -> tuple[Step, ...]:
    """The steps that a slide announces: from the one it is named after to the end of the stage."""
    first = slide.key.removeprefix("stage-")
    rest = dropwhile(lambda step: step.id != first, lesson.steps)
    return tuple(takewhile(lambda step: step.stage == slide.stage, rest))


def _all(lesson: Lesson) -> Iterator[Slide]:
    stage = lesson.steps[0].stage
    yield Slide(TITLE, 0, "title", lesson.title, stage)
    for index, step in enumerate(lesson.steps):
        if step.stage != stage:
            stage = step.stage
            yield Slide(f"stage-{step.id}", 0, "stage", step.title, stage)
        yield from _of_step(index, step)
    yield Slide(END, 0, "end", both("present_end"), "summary")


def _of_step(index: int, step: Step) -> Iterator[Slide]:
    """The slides of one step, with what all of them share."""
    for part, slide in enumerate(_parts(step), 1):
        yield replace(
            slide,
            key=step.id if part == 1 else f"{step.id}.{part}",
            title=step.title,
            stage=step.stage,
            step=index,
            part=part,
            minutes=step.minutes if part == 1 else 0,
            notes=step.notes,
            intent=step.intent,
        )


def _parts(step: Step) -> Iterator[Slide]:
    """The claim of a step, if it has one, then what its kind makes of it."""
    if step.claim is not None:
        yield slide_of(step, "claim", claim=step.claim)
    yield from contract(step).slides()
