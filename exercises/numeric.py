"""Numbers that are worked out and typed: what counts as right, which slips were foreseen, what each earns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor, log10
from typing import Annotated, Final, Literal, Protocol, Self

from pydantic import Field, model_validator

from courseware.about import about
from courseware.problem import ReaderError
from courseware.text import Text
from exercises.fillin import show
from exercises.formula import Formula
from exercises.grade import GradePart
from exercises.item import BankModel, KeyPath
from exercises.kind import Finding
from exercises.scope import Scope
from exercises.slip import NumberSlip, Truth, slip_of, speaks_of_time
from exercises.typed import Typed, read_number

OFTEN: Final = 0.05
"""In so large a share of the draws two slips may lead to the same number by chance."""

TOLD: Final = 3
"""Significant figures of an answer that may be missed by a share of it, however large the share."""

Positive = Annotated[float, Field(gt=0)]


class Tolerance(BankModel):
    """How near is near enough: in the number's own unit, as a share of it, or in significant figures."""

    abs: Annotated[
        Annotated[float, Field(ge=0)] | None,
        about("How far off in the number's own unit.", "允许相差多少（与答案同单位）。"),
    ] = None
    rel: Annotated[Positive | None, about("How far off as a share of it.", "允许的相对误差（比例）。")] = None
    figures: Annotated[
        Annotated[int, Field(ge=1, le=12)] | None,
        about("How many significant figures must agree.", "须一致的有效数字位数。"),
    ] = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if sum(way is not None for way in (self.abs, self.rel, self.figures)) != 1:
            raise ReaderError(_ONE_WAY)
        return self

    def width(self, value: float) -> float:
        """How far from `value` a number may lie."""
        if self.figures is not None:
            magnitude = floor(log10(abs(value))) if value else 0
            return float(0.5 * 10.0 ** (magnitude - self.figures + 1))
        return self.rel * abs(value) if self.rel is not None else self.abs or 0.0


class NumericAnswer(BankModel):
    """What is right."""

    expr: Annotated[Formula, about("The right number, as a formula.", "正确答案，写成公式。")]
    tolerance: Annotated[Tolerance, about("How near is near enough.", "误差在多少以内算对。")]


class ForeseenSlip(BankModel):
    """A slip that was foreseen: what it leads to, what it still earns, and why it is a slip."""

    expr: Annotated[Formula, about("What the slip leads to.", "这种错法得出的数。")]
    tolerance: Annotated[
        Tolerance | None, about("As that of the answer if left out.", "误差范围；省略时与答案相同。")
    ] = None
    score: Annotated[
        float, Field(ge=0, lt=1), about("What share of the points it still earns.", "仍得多少分（比例）。")
    ] = 0.0
    why: Annotated[Text, about("What went wrong, told to the student.", "告诉学生错在哪里。")]


Unit = Literal["percent"] | Text | None


class AsksNumber(Protocol):
    """What a teacher writes for one number, whatever kind of question asks for it."""

    @property
    def answer(self) -> NumericAnswer:
        """What is right."""

    @property
    def near(self) -> tuple[ForeseenSlip, ...]:
        """The slips that were foreseen."""

    @property
    def unit(self) -> Unit:
        """The unit, or per cent."""


@dataclass(frozen=True)
class AcceptedNumber:
    """A number, how far from it an answer may lie, and what such an answer earns."""

    value: float
    width: float
    score: float
    why: Text | None = None

    def takes(self, value: float) -> bool:
        """Whether `value` lies within the width, give or take the last bit."""
        return abs(value - self.value) <= self.width + 1e-9 * max(1.0, abs(self.value)) * 1e-3


@dataclass(frozen=True)
class NumberSolution:
    """The right number first, then the slips that do not overlap it."""

    targets: tuple[AcceptedNumber, ...]
    is_percent: bool
    units: tuple[str, ...]
    figures: int = 0
    """How many significant figures are told at least: a share of a number asks for no decimals."""


@dataclass(frozen=True)
class NumberMark:
    """What a typed number earns and why; a wrong one that nobody foresaw shows a slip."""

    score: float
    why: Text | None = None
    slip: NumberSlip | None = None


def unit_of(asked: AsksNumber) -> Text | None:
    """The unit as a student reads it."""
    return _PERCENT if asked.unit == "percent" else asked.unit


def solution_of(asked: AsksNumber, scope: Scope) -> NumberSolution:
    """What is right for this student; slips that would count as right are left out."""
    right, *slips = targets(asked, scope)
    kept = tuple(slip for slip in slips if not overlap(right, slip))
    unit = unit_of(asked)
    figures = TOLD if asked.answer.tolerance.rel is not None else 0
    return NumberSolution(
        (right, *kept), asked.unit == "percent", (unit.en, unit.zh) if unit else (), figures
    )


def mark(typed: Typed, solution: NumberSolution) -> NumberMark:
    """The best mark of any reading of the typed text."""
    meant = readings(typed, solution)
    found = (target for target in solution.targets for value in meant if target.takes(value))
    if (hit := next(found, None)) is not None:
        return NumberMark(hit.score, hit.why)
    right, is_time = solution.targets[0], any(map(speaks_of_time, solution.units))
    truth = Truth(right.value, right.width, solution.is_percent, is_time)
    return NumberMark(0.0, slip=slip_of(meant, truth))


def told(solution: NumberSolution) -> Text:
    """The right number with as many decimals as its tolerance asks for: two where 0.005 may be missed.

    Where a share of it may be missed, it has three significant figures or more.
    """
    text, unit = written(solution), solution.units
    if not unit or solution.is_percent:
        return Text(en=text, zh=text)
    return Text(en=f"{text} {unit[0]}", zh=f"{text} {unit[1]}")


def part_of(label: Text, found: NumberMark, at: str) -> GradePart:
    """What the mark of one number among others, that called `at`, says, whether it is right or not."""
    if found.slip is not None:
        return GradePart(label, found.score, found.slip.fact, at, found.slip.check)
    return GradePart(label, found.score, found.why or _RIGHT, at)


def far_from(solution: NumberSolution) -> str:
    """A number far from everything that earns something."""
    return repr(sum(abs(target.value) + target.width for target in solution.targets) * 300 + 1000)


def slip_findings(
    asked: AsksNumber, draws: Sequence[Sequence[AcceptedNumber]], loc: KeyPath = ()
) -> Iterator[Finding]:
    """Whether each slip can be told from the answer and from the slips before it; `loc` is the way there."""
    for index in range(len(asked.near)):
        place = (*loc, "near", index)
        if any(overlap(right, slips[index]) for right, *slips in draws):
            yield Finding(place, _OVERLAP, _OVERLAP_ADVICE, "warning")
        elif (first := _confused(index, draws)) is not None:
            yield Finding(place, _SAME_SLIP.fill({"first": first + 1}), _OVERLAP_ADVICE, "warning")


def gives_away(stem: Text, solution: NumberSolution) -> bool:
    """Whether the stem shows the right number."""
    seen = (read_number(word.strip("()[]?!.,;:")) for word in stem.en.replace("*", " ").split())
    return any(typed is not None and solution.targets[0].takes(typed.value) for typed in seen)


GIVEN_AWAY: Final = Finding(
    ("stem",),
    Text(en="The stem shows the answer.", zh="题干中直接出现了答案。"),
    Text(en="Show what the answer is worked out from instead.", zh="请只给出计算所需的数据，不要给出结果。"),
    "warning",
)


def targets(asked: AsksNumber, scope: Scope) -> tuple[AcceptedNumber, ...]:
    """The right number and every foreseen slip in this scope."""
    return (_right(asked, scope), *(_slip(asked, near, scope) for near in asked.near))


def overlap(one: AcceptedNumber, other: AcceptedNumber) -> bool:
    """Whether some number would count as both."""
    return abs(one.value - other.value) <= one.width + other.width


def _confused(index: int, drawn: Sequence[Sequence[AcceptedNumber]]) -> int | None:
    """The first slip before this one that often leads to the same number, so that its reason is told."""
    for first in range(index):
        same = sum(overlap(slips[first], slips[index]) for _, *slips in drawn)
        if same > OFTEN * len(drawn):
            return first
    return None


def readings(typed: Typed, solution: NumberSolution) -> tuple[float, ...]:
    """What a typed number may mean: where percent are asked for, 60 is 60 % and so is 0.6."""
    if not solution.is_percent or typed.is_percent:
        return (typed.value,)
    return (typed.value / 100, typed.value)


def _right(asked: AsksNumber, scope: Scope) -> AcceptedNumber:
    value = scope.number(asked.answer.expr)
    return AcceptedNumber(value, asked.answer.tolerance.width(value), 1.0)


def _slip(asked: AsksNumber, near: ForeseenSlip, scope: Scope) -> AcceptedNumber:
    value = scope.number(near.expr)
    tolerance = near.tolerance or asked.answer.tolerance
    return AcceptedNumber(value, tolerance.width(value), near.score, scope.fill(near.why))


def written(solution: NumberSolution) -> str:
    """The right number as a student would type it."""
    right, scale = solution.targets[0], 100 if solution.is_percent else 1
    value, width = right.value * scale, right.width * scale
    places = min(12, max(0, -floor(log10(2 * width)))) if width else 10
    if solution.figures and value:
        places = max(places, min(12, solution.figures - 1 - floor(log10(abs(value)))))
    text = show(value, f".{places}f" if places < 10 else "")
    return (text.rstrip("0").rstrip(".") if "." in text else text) + ("%" if solution.is_percent else "")


_ONE_WAY: Final = Text(
    en="Write exactly one of abs, rel and figures.", zh="abs、rel、figures 三者须恰好写一个。"
)
_RIGHT: Final = Text(en="Right.", zh="正确。")
_PERCENT: Final = Text(en="%", zh="%")
_OVERLAP: Final = Text(
    en="For some students this slip cannot be told from the right answer.",
    zh="对部分学生来说，这个错解与正确答案无法区分。",
)
_SAME_SLIP: Final = Text(
    en="For many students this slip leads to the same number as slip {first}, whose reason they read.",
    zh="对不少学生来说，这个错解与第 {first} 个错解得数相同，他们看到的是那一个的说明。",
)
_OVERLAP_ADVICE: Final = Text(
    en="Narrow the tolerances, or exclude such draws by require.",
    zh="请缩小容差，或用 require 排除这类取值。",
)
