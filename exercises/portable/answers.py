"""What is right in a drawn question, in plain values that every platform knows."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, assert_never

from courseware.text import Text
from exercises.fields import (
    Assign,
    Controls,
    Field,
    Gaps,
    LongText,
    ManyOf,
    NumberField,
    OneOf,
    Ordering,
    TableField,
)
from exercises.portable.fields import (
    assign,
    controls,
    gaps,
    long_text,
    many_of,
    number,
    one_of,
    ordering,
    table,
)
from exercises.portable.told import Answers, Stays
from exercises.variant import Variant


def answers(variant: Variant) -> Answers | Stays:
    """What is right, found by asking the marker; or why no other platform could ask it."""
    fields = variant.question.fields
    return _answers(fields[0], variant) if len(fields) == 1 else _several(fields, variant)


def _several(fields: Sequence[Field], variant: Variant) -> Answers | Stays:
    """Numbers with a solution and a weight each; what else several fields may ask stays."""
    kept: Mapping[str, Any] = variant.solution
    solutions, weights = kept.get("numbers"), kept.get("weights")
    numbers = [field for field in fields if field.kind == "number"]
    if solutions is None or weights is None or len(numbers) < len(fields):
        return Stays(_SEVERAL)
    return Answers(
        "cloze", parts=tuple(number.part(one, solutions[one.name], weights[one.name]) for one in numbers)
    )


def _answers(field: Field, variant: Variant) -> Answers | Stays:
    match field:
        case OneOf():
            return one_of.answers(field, variant)
        case ManyOf():
            return many_of.answers(field, variant)
        case NumberField():
            return number.answers(field, variant)
        case Assign():
            return assign.answers(field, variant)
        case Ordering():
            return ordering.answers(field, variant)
        case TableField():
            return table.answers(field, variant)
        case Controls():
            return controls.answers()
        case Gaps():
            return gaps.answers(field, variant)
        case LongText():
            return long_text.answers(variant)
        case _:
            assert_never(field)


_SEVERAL: Final = Text(
    en="It asks for several answers, which no other platform marks as this lab does.",
    zh="这道题要填几个答案，其他平台无法按本实验室的规则判分。",
)
