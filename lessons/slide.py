"""One screen of a lesson, and how a text shares it with what stands under it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from courseware.text import LANGUAGES, Text
from lessons.passages import GAP, SlidePassage, cut, weight
from lessons.step import Claim, StageName, StepBase

SlideKind = Literal[
    "title", "stage", "text", "claim", "play", "ask", "exercise", "homework", "discuss", "end"
]
ABOVE_A_CHART: Final = 0.36
"""How much of a slide the words above a chart may take."""
ABOVE_A_QUESTION: Final = 0.25
"""And those above a question, whose own words are not known here."""
WITH_OPTIONS: Final = 1.25
"""How full a slide with options may be: better smaller words than a question away from its options."""


@dataclass(frozen=True)
class Slide:
    """One screen of a lesson.

    `key` is what addresses and records call it; it stays while the lesson's other steps change.
    `number` counts from 1 through the lesson, `part` through the step; `step` is the index of the step
    (None on the title, on the end and where a stage begins). `minutes` are those of the step, on its first
    slide.
    """

    key: str
    number: int
    kind: SlideKind
    title: Text
    stage: StageName
    step: int | None = None
    part: int = 1
    minutes: int = 0
    text: SlidePassage | None = None
    options: tuple[Text, ...] = ()
    """What to choose from, or the prompts of a discussion, one below the other."""
    claim: Claim | None = None
    drawing: str | None = None
    """A drawing of the lab that fills it, by its name."""
    item: str | None = None
    """The question that is asked, by its id."""
    notes: Text | None = None
    intent: Text | None = None


def slide_of(step: StepBase, kind: SlideKind, **more: object) -> Slide:
    """A slide of a step; its key, number and part are told once all slides of the step are there."""
    return replace(Slide(step.id, 0, kind, step.title, step.stage), **more)  # type: ignore[arg-type]


def with_options(
    step: StepBase, kind: SlideKind, text: Text, options: tuple[Text, ...], *, peel: bool
) -> Iterator[Slide]:
    """The text with what is to be chosen or talked over under it; what does not fit stands before."""
    passages = cut(text, room=WITH_OPTIONS if options else 1, shared=room_for(options), peel=peel)
    yield from (slide_of(step, "text", text=passage) for passage in passages[:-1])
    yield slide_of(step, kind, text=something(passages[-1]), options=options)


def something(passage: SlidePassage) -> SlidePassage | None:
    """The passage, if it says anything."""
    return passage if passage.en or passage.zh else None


def room_for(options: tuple[Text, ...]) -> float:
    """The share of a slide that these take, in the language in which they take more."""
    return max(sum(weight(option[language]) + GAP for option in options) for language in LANGUAGES)
