"""What is right in a drawn question, in plain values that every platform knows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import singledispatch

from courseware.text import Text
from exercises.drawing import grade, right_response, wrong_response
from exercises.frozen import Json, from_json
from exercises.grade import Grade
from exercises.portable.question import PortableKind, PortableNumber, PortableOption, PortablePair
from exercises.question import ANSWER, Assign, ManyOf, NumberField, OneOf, Option, Ordering
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


@dataclass(frozen=True)
class Marked:
    """A number that the lab marks by, as a drawn question keeps it; in shares where percent are asked."""

    value: float
    width: float
    score: float
    why: Text | None = None


def answers(variant: Variant) -> Answers | None:
    """What is right, found by asking the marker; None if no other platform could ask it."""
    fields = variant.question.fields
    return _answers(fields[0], variant) if len(fields) == 1 else None


@singledispatch
def _answers(field: object, variant: Variant) -> Answers | None:  # noqa: ARG001
    return None


@_answers.register
def _(field: OneOf, variant: Variant) -> Answers:
    marks = {option.id: _mark(variant, option.id) for option in field.options}
    return Answers(
        "single",
        options=tuple(
            PortableOption(option.text, marks[option.id].score, _why(marks[option.id], option.text))
            for option in field.options
        ),
    )


@_answers.register
def _(field: ManyOf, variant: Variant) -> Answers:
    marks = {option.id: _mark(variant, [option.id]) for option in field.options}
    right = {id_ for id_, mark in marks.items() if all(part.score >= 1 for part in mark.parts)}
    wrong = len(marks) - len(right)
    return Answers(
        "several",
        options=tuple(
            PortableOption(
                option.text,
                1 / len(right) if option.id in right else -1 / wrong,
                _why(marks[option.id], option.text),
            )
            for option in field.options
        ),
    )


@_answers.register
def _(field: NumberField, variant: Variant) -> Answers | None:
    """A typed number: where percent are asked for, 60 and 0.6 both say 60 %, and both are written down."""
    kept = variant.solution.get("targets")
    if not isinstance(kept, Sequence) or isinstance(kept, str):
        return None
    shifts = (2, 0) if variant.solution.get("is_percent") else (0,)
    marked = [from_json(Marked, one) for one in kept]
    numbers = tuple(_number(one, shift) for one in marked for shift in shifts)
    return Answers("number", numbers=numbers, unit=field.unit)


@_answers.register
def _(field: Assign, variant: Variant) -> Answers:
    right = right_response(variant)[ANSWER]
    chosen: Mapping[str, Json] = right if isinstance(right, dict) else {}
    texts = {choice.id: choice.text for choice in field.choices}
    mark = _mark(variant, wrong_response(variant)[ANSWER])
    pairs = tuple(
        PortablePair(row.text, texts[str(chosen[row.id])], _why(mark, row.text)) for row in field.rows
    )
    used = set(chosen.values())
    return Answers("match", pairs=pairs, distractors=_texts(c for c in field.choices if c.id not in used))


@_answers.register
def _(field: Ordering, variant: Variant) -> Answers:
    right = right_response(variant)[ANSWER]
    texts = {option.id: option.text for option in field.options}
    return Answers(
        "order", order=tuple(texts[str(id_)] for id_ in (right if isinstance(right, list) else ()))
    )


def _mark(variant: Variant, answer: Json) -> Grade:
    mark = grade(variant, {ANSWER: answer})
    if not isinstance(mark, Grade):
        raise TypeError(f"{variant.item}: {answer!r} is an answer that cannot be read: {mark.message.en}")
    return mark


def _why(mark: Grade, label: Text) -> Text | None:
    return next((part.why for part in mark.parts if part.label == label), None)


def _texts(options: Iterable[Option]) -> tuple[Text, ...]:
    return tuple(option.text for option in options)


def _number(marked: Marked, shift: int) -> PortableNumber:
    """The number with its decimal point moved to the right, which multiplying would not do exactly."""
    value, width = (float(Decimal(repr(one)).scaleb(shift)) for one in (marked.value, marked.width))
    return PortableNumber(value, width, marked.score, marked.why)
