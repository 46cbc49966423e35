"""Type a number: marked within a tolerance, with a reason for every slip that was foreseen."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import floor, log10
from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from courseware.about import about
from courseware.problem import ReaderError
from courseware.text import Text
from exercises.fields import NumberField
from exercises.fillin import show
from exercises.formula import Formula
from exercises.frozen import Json, from_json, to_json
from exercises.grade import Grade, Invalid
from exercises.item import TYPE, BankModel, Item
from exercises.kind import Alternative, Finding, QuestionKind
from exercises.kinds.number.help import HELP
from exercises.question import ANSWER, Question
from exercises.scope import Scope
from exercises.slip import Truth, slip_of
from exercises.typed import Typed, read_number
from exercises.variant import Variant

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


class NumberItem(Item):
    """A number to be worked out; with `unit: percent` the expressions are shares (0.6 is 60 %)."""

    type: Annotated[Literal["number"], TYPE]
    answer: Annotated[NumericAnswer, about("What is right.", "正确答案。")]
    near: Annotated[tuple[ForeseenSlip, ...], about("Slips that you foresee.", "预料之中的典型错解。")] = ()
    unit: Annotated[
        Literal["percent"] | Text | None,
        about("The unit; percent takes 62 % for 0.62.", "单位；percent 表示填百分数，62 % 即 0.62。"),
    ] = None


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


class NumberKind(QuestionKind[NumberItem]):
    """Marks a typed number: right, a foreseen slip, or wrong."""

    item = NumberItem
    help = HELP

    def draw(self, item: NumberItem, scope: Scope) -> tuple[Question, Mapping[str, Json]]:
        """The stem with this student's numbers; slips that would count as right are left out."""
        right, *slips = targets(item, scope)
        kept = tuple(slip for slip in slips if not overlap(right, slip))
        unit = _PERCENT if item.unit == "percent" else item.unit
        units = (unit.en, unit.zh) if unit else ()
        question = Question(scope.fill(item.stem), (NumberField(ANSWER, _TYPE, unit),))
        figures = TOLD if item.answer.tolerance.rel is not None else 0
        return question, to_json(NumberSolution((right, *kept), item.unit == "percent", units, figures))

    def grade(self, variant: Variant, response: object) -> Grade | Invalid:
        """The best mark of any reading of the typed text."""
        solution = from_json(NumberSolution, variant.solution)
        typed = variant.question.field(NumberField).read(response)
        if isinstance(typed, Invalid):
            return Invalid(ANSWER, _EXPECTED_PERCENT) if solution.is_percent else typed
        found = (target for target in solution.targets for x in readings(typed, solution) if target.takes(x))
        hit = next(found, None)
        if hit is None:
            right = solution.targets[0]
            slip = slip_of(readings(typed, solution), Truth(right.value, right.width, solution.is_percent))
            return Grade(0.0, (), slip.fact, slip.check)
        return Grade(hit.score, (), hit.why or _RIGHT)

    def reveal(self, variant: Variant) -> Text:
        """The right number with as many decimals as its tolerance asks for: two where 0.005 may be missed.

        Where a share of it may be missed, it has three significant figures or more.
        """
        solution = from_json(NumberSolution, variant.solution)
        text, unit = _written(solution), solution.units
        if not unit or solution.is_percent:
            return Text(en=text, zh=text)
        return Text(en=f"{text} {unit[0]}", zh=f"{text} {unit[1]}")

    def right(self, variant: Variant) -> Json:
        """The right number as a student would type it."""
        return _written(from_json(NumberSolution, variant.solution))

    def wrong(self, variant: Variant) -> Json:
        """A number far from everything that earns something."""
        solution = from_json(NumberSolution, variant.solution)
        far = sum(abs(target.value) + target.width for target in solution.targets) * 300 + 1000
        return repr(far)

    def check(self, item: NumberItem) -> Iterable[Finding]:  # noqa: ARG002
        """Its model says all."""
        return ()

    def alternatives(self, item: NumberItem) -> Sequence[Alternative]:  # noqa: ARG002
        """None: nothing is chosen."""
        return ()

    def has_one_key(self, item: NumberItem) -> bool:  # noqa: ARG002
        """No."""
        return False

    def lint(self, item: NumberItem, draws: Sequence[tuple[Scope, Variant]]) -> Iterable[Finding]:
        """Whether a slip can be told from the answer, and whether the stem gives the answer away."""
        drawn = [targets(item, scope) for scope, _ in draws if scope.is_met]
        for index in range(len(item.near)):
            if any(overlap(right, slips[index]) for right, *slips in drawn):
                yield Finding(("near", index), _OVERLAP, _OVERLAP_ADVICE, "warning")
            elif (first := _confused(index, drawn)) is not None:
                message = _SAME_SLIP.fill({"first": first + 1})
                yield Finding(("near", index), message, _OVERLAP_ADVICE, "warning")
        given = sum(_gives_away(variant) for _, variant in draws)
        if 2 * given > len(draws):
            yield Finding(("stem",), _GIVEN_AWAY, _GIVEN_AWAY_ADVICE, "warning")


def targets(item: NumberItem, scope: Scope) -> tuple[AcceptedNumber, ...]:
    """The right number and every foreseen slip in this scope."""
    return (_right(item, scope), *(_slip(item, near, scope) for near in item.near))


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


def _right(item: NumberItem, scope: Scope) -> AcceptedNumber:
    value = scope.number(item.answer.expr)
    return AcceptedNumber(value, item.answer.tolerance.width(value), 1.0)


def _slip(item: NumberItem, near: ForeseenSlip, scope: Scope) -> AcceptedNumber:
    value = scope.number(near.expr)
    tolerance = near.tolerance or item.answer.tolerance
    return AcceptedNumber(value, tolerance.width(value), near.score, scope.fill(near.why))


def _written(solution: NumberSolution) -> str:
    right, scale = solution.targets[0], 100 if solution.is_percent else 1
    value, width = right.value * scale, right.width * scale
    places = min(12, max(0, -floor(log10(2 * width)))) if width else 10
    if solution.figures and value:
        places = max(places, min(12, solution.figures - 1 - floor(log10(abs(value)))))
    text = show(value, f".{places}f" if places < 10 else "")
    return (text.rstrip("0").rstrip(".") if "." in text else text) + ("%" if solution.is_percent else "")


def _gives_away(variant: Variant) -> bool:
    solution = from_json(NumberSolution, variant.solution)
    words = variant.question.stem.en.replace("*", " ").split()
    seen = (read_number(word.strip("()[]?!.,;:")) for word in words)
    return any(typed is not None and solution.targets[0].takes(typed.value) for typed in seen)


_ONE_WAY: Final = Text(
    en="Write exactly one of abs, rel and figures.", zh="abs、rel、figures 三者须恰好写一个。"
)
_PERCENT: Final = Text(en="%", zh="%")
_TYPE: Final = Text(en="Your number", zh="你的数值")
_EXPECTED_PERCENT: Final = Text(
    en="This cannot be read as a percentage. Write it like 60% or 0.6.",
    zh="无法读出百分数。请写成 60% 或 0.6 这样的形式。",
)
_RIGHT: Final = Text(en="Right.", zh="回答正确。")
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
_GIVEN_AWAY: Final = Text(en="The stem shows the answer.", zh="题干中直接出现了答案。")
_GIVEN_AWAY_ADVICE: Final = Text(
    en="Show what the answer is worked out from instead.", zh="请只给出计算所需的数据，不要给出结果。"
)

KIND: Final = NumberKind()
