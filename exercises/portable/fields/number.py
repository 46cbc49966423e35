"""A typed number, as a platform marks it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from courseware.text import Text
from exercises.fields import NumberField
from exercises.frozen import from_json
from exercises.portable.question import PortableNumber, PortablePart
from exercises.portable.told import Answers, Stays
from exercises.variant import Variant


@dataclass(frozen=True)
class Marked:
    """A number that the lab marks by, as a drawn question keeps it; in shares where percent are asked."""

    value: float
    width: float
    score: float
    why: Text | None = None


def answers(field: NumberField, variant: Variant) -> Answers | Stays:
    """The numbers that earn something: where percent are asked for, 60 and 0.6 both say 60 %, so both."""
    kept = variant.solution.get("targets")
    if not isinstance(kept, Sequence) or isinstance(kept, str):
        return Stays(_BY_OTHER_RULES)
    shifts = (2, 0) if variant.solution.get("is_percent") else (0,)
    return Answers("number", numbers=_numbers(kept, shifts), unit=field.unit)


def part(field: NumberField, solution: Mapping[str, Any], weight: float) -> PortablePart:
    """The same of one number among others."""
    shifts = (2, 0) if solution["is_percent"] else (0,)
    return PortablePart(field.label, weight, _numbers(solution["targets"], shifts), field.unit)


def _numbers(kept: Sequence[Any], shifts: Sequence[int]) -> tuple[PortableNumber, ...]:
    marked = [from_json(Marked, one) for one in kept]
    return tuple(_number(one, shift) for one in marked for shift in shifts)


def _number(marked: Marked, shift: int) -> PortableNumber:
    """The number with its decimal point moved to the right, which multiplying would not do exactly."""
    value, width = (float(Decimal(repr(one)).scaleb(shift)) for one in (marked.value, marked.width))
    return PortableNumber(value, width, marked.score, marked.why)


_BY_OTHER_RULES: Final = Text(
    en="Its number is marked by rules that only this lab knows.", zh="这道题的数值按本实验室特有的规则判分。"
)
