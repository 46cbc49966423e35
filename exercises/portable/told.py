"""What a field tells a platform: its answers in plain values, or why it stays in the lab."""

from collections.abc import Iterable
from dataclasses import dataclass

from courseware.text import Text
from exercises.drawing import grade
from exercises.fields import Option
from exercises.frozen import Json
from exercises.grade import Grade
from exercises.portable.question import (
    PortableGap,
    PortableKind,
    PortableNumber,
    PortableOption,
    PortablePair,
    PortablePart,
)
from exercises.question import ANSWER
from exercises.rubric import Rubric
from exercises.variant import Variant


@dataclass(frozen=True)
class Answers:
    """The part of a portable question that depends on its kind."""

    kind: PortableKind
    options: tuple[PortableOption, ...] = ()
    numbers: tuple[PortableNumber, ...] = ()
    unit: Text | None = None
    pairs: tuple[PortablePair, ...] = ()
    distractors: tuple[Text, ...] = ()
    order: tuple[Text, ...] = ()
    gaps: tuple[PortableGap, ...] = ()
    parts: tuple[PortablePart, ...] = ()
    case_counts: bool = False
    rubric: Rubric | None = None
    below: Text | None = None
    """What stands below the stem, such as a table with numbers in its empty cells."""


@dataclass(frozen=True)
class Stays:
    """Why no other platform could ask it."""

    why: Text


def mark_of(variant: Variant, answer: Json) -> Grade:
    """What an answer that can be read is worth."""
    mark = grade(variant, {ANSWER: answer})
    if not isinstance(mark, Grade):
        raise TypeError(f"{variant.item}: {answer!r} is an answer that cannot be read: {mark.message.en}")
    return mark


def why_of(mark: Grade, label: Text) -> Text | None:
    """The reason that a mark gives for the part of this label."""
    return next((part.why for part in mark.parts if part.label == label), None)


def texts_of(options: Iterable[Option]) -> tuple[Text, ...]:
    """The texts of these options."""
    return tuple(option.text for option in options)
