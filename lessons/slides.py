"""The slides of a lesson, made from the same steps: one idea a screen, each word on exactly one of them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import dropwhile, takewhile
from typing import Final, Literal

from courseware.text import LANGUAGES, Text
from lessons.lesson import Lesson
from lessons.passages import GAP, Passage, cut, weight
from lessons.step import AskStep, Claim, DiscussStep, ExerciseStep, PlayStep, ReadStep, Stage, Step

SlideKind = Literal["title", "stage", "text", "claim", "play", "ask", "exercise", "homework", "discuss"]
TITLE: Final = "title"
"""The key of the first slide of every lesson."""
ABOVE_A_CHART: Final = 0.36
"""How much of a slide the words above a chart may take."""
ABOVE_A_QUESTION: Final = 0.25
"""And those above a question, whose own words are not known here."""
WITH_OPTIONS: Final = 1.25
"""How full a slide with options may be: better smaller words than a question away from its options."""

_MOST_KEPT: Final = 64


@dataclass(frozen=True)
class Slide:
    """One screen of a lesson.

    `key` is what addresses and records call it; it stays while the lesson's other steps change.
    `number` counts from 1 through the lesson, `part` through the step; `step` is the index of the step
    (None on the title and where a stage begins). `minutes` are those of the step, on its first slide.
    """

    key: str
    number: int
    kind: SlideKind
    title: Text
    stage: Stage
    step: int | None = None
    part: int = 1
    minutes: int = 0
    text: Passage | None = None
    options: tuple[Text, ...] = ()
    """What to choose from, or the prompts of a discussion, one below the other."""
    claim: Claim | None = None
    item: str | None = None
    """The question that is asked, by its id."""
    notes: Text | None = None
    intent: Text | None = None


_made: Final[dict[int, tuple[Lesson, tuple[Slide, ...]]]] = {}


def slides(lesson: Lesson) -> tuple[Slide, ...]:
    """All slides of a lesson in their order: its title, then each stage with its steps.

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
    if step.claim is not None:
        yield _slide(step, "claim", claim=step.claim)
    match step:
        case ReadStep():
            yield from (_slide(step, "text", text=passage) for passage in cut(step.text))
        case AskStep():
            yield from _with_text(step, "ask", step.text, step.options)
        case DiscussStep():
            yield from _with_text(step, "discuss", step.text, step.prompts)
        case PlayStep():
            yield from _play(step)
        case ExerciseStep():
            yield from _exercise(step)


def _slide(step: Step, kind: SlideKind, **more: object) -> Slide:
    return replace(Slide(step.id, 0, kind, step.title, step.stage), **more)  # type: ignore[arg-type]


def _with_text(step: Step, kind: SlideKind, text: Text, options: tuple[Text, ...]) -> Iterator[Slide]:
    """The text with what is to be chosen or talked over under it; what does not fit stands before."""
    passages = cut(text, room=WITH_OPTIONS if options else 1, shared=_room_for(options), peel=kind == "ask")
    yield from (_slide(step, "text", text=passage) for passage in passages[:-1])
    yield _slide(step, kind, text=_something(passages[-1]), options=options)


def _play(step: PlayStep) -> Iterator[Slide]:
    """The chart, with its text above it if that is short, else on slides of its own before it."""
    if step.text is None:
        yield _slide(step, "play")
        return
    asked = (step.predict.question, *step.predict.options) if step.predict else ()
    room = WITH_OPTIONS if asked else ABOVE_A_CHART
    passages = cut(step.text, room=room, shared=_room_for(asked), peel=True)
    yield from (_slide(step, "text", text=passage) for passage in passages[:-1])
    yield _slide(step, "play", text=_something(passages[-1]))


def _exercise(step: ExerciseStep) -> Iterator[Slide]:
    """The text, then a slide for each question; outside class they are told of, and done in the lab."""
    if not step.in_class:
        passages = cut(step.text) if step.text else (Passage("", ""),)
        yield from (_slide(step, "text", text=passage) for passage in passages[:-1])
        yield _slide(step, "homework", text=_something(passages[-1]))
        return
    above = Passage("", "")
    if step.text is not None:
        *before, above = cut(step.text, room=ABOVE_A_QUESTION, peel=True)
        yield from (_slide(step, "text", text=passage) for passage in before)
    for place, item in enumerate(step.items):
        yield _slide(step, "exercise", item=item, text=None if place else _something(above))


def _something(passage: Passage) -> Passage | None:
    return passage if passage.en or passage.zh else None


def _room_for(options: tuple[Text, ...]) -> float:
    """The share of a slide that these take, in the language in which they take more."""
    return max(sum(weight(option[language]) + GAP for option in options) for language in LANGUAGES)
