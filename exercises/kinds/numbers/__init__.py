"""Type several numbers that belong together: each is marked by itself and earns its share."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Final, Literal

from pydantic import Field

from courseware.about import about
from courseware.phrases import clauses
from courseware.text import Text
from exercises.fields import NumberField
from exercises.fields.number import unread_parts
from exercises.frozen import Json, from_json, to_json
from exercises.grade import Grade, GradePart, Invalid
from exercises.item import TYPE, BankModel, Item, Name
from exercises.kind import Alternative, Finding, QuestionKind
from exercises.kinds.numbers.help import HELP
from exercises.numeric import (
    GIVEN_AWAY,
    ForeseenSlip,
    NumberSolution,
    NumericAnswer,
    Unit,
    far_from,
    gives_away,
    mark,
    part_of,
    slip_findings,
    solution_of,
    targets,
    told,
    unit_of,
    written,
)
from exercises.question import Question
from exercises.scope import Scope
from exercises.typed import Typed
from exercises.variant import Variant


class AskedNumber(BankModel):
    """One of the numbers: its name, what is right, which slips are foreseen and how much it counts."""

    name: Annotated[Name, about("A short name of its own, never shown.", "自己的短名称，不会显示。")]
    label: Annotated[Text, about("What stands before its field.", "填写框前的文字。")]
    answer: Annotated[NumericAnswer, about("What is right.", "正确答案。")]
    near: Annotated[tuple[ForeseenSlip, ...], about("Slips that you foresee.", "预料之中的典型错解。")] = ()
    unit: Annotated[
        Unit,
        about("The unit; percent takes 62 % for 0.62.", "单位；percent 表示填百分数，62 % 即 0.62。"),
    ] = None
    weight: Annotated[float, Field(gt=0), about("How much it counts.", "所占的权重。")] = 1.0


class NumbersItem(Item):
    """Several numbers to be worked out, each marked by itself."""

    type: Annotated[Literal["numbers"], TYPE]
    numbers: Annotated[
        tuple[AskedNumber, ...],
        Field(min_length=2, max_length=10),
        about(
            "The numbers that are asked for, in the order of their fields.", "要填的各个数，按填写框的顺序。"
        ),
    ]


@dataclass(frozen=True)
class NumbersSolution:
    """What is right of each number, and how much it counts."""

    numbers: Mapping[str, NumberSolution]
    weights: Mapping[str, float]


class NumbersKind(QuestionKind[NumbersItem]):
    """Marks each number as a question for one would; the weighted mean is the score."""

    item = NumbersItem
    help = HELP

    def draw(self, item: NumbersItem, scope: Scope) -> tuple[Question, Mapping[str, Json]]:
        """The stem, and a field for each number."""
        fields = tuple(NumberField(one.name, scope.fill(one.label), unit_of(one)) for one in item.numbers)
        solution = NumbersSolution(
            {one.name: solution_of(one, scope) for one in item.numbers},
            {one.name: one.weight for one in item.numbers},
        )
        return Question(scope.fill(item.stem), fields), to_json(solution)

    def grade(self, variant: Variant, response: object) -> Grade | Invalid:
        """The marks of all numbers; if one cannot be read, which, and what was expected."""
        given = response if isinstance(response, Mapping) else {}
        fields = [variant.question.field(NumberField, one.name) for one in variant.question.fields]
        read = {field.name: field.read(given.get(field.name)) for field in fields}
        if bad := [field for field in fields if isinstance(read[field.name], Invalid)]:
            parts = [(field.label, given.get(field.name), field.like) for field in bad]
            return Invalid(bad[0].name, unread_parts(parts))
        solution = from_json(NumbersSolution, variant.solution)
        typed = {name: one for name, one in read.items() if isinstance(one, Typed)}
        marks = tuple(
            part_of(field.label, mark(typed[field.name], solution.numbers[field.name]), field.name)
            for field in fields
        )
        weights = [solution.weights[field.name] for field in fields]
        score = sum(weight * part.score for weight, part in zip(weights, marks, strict=True)) / sum(weights)
        return _grade(marks, min(1.0, score))

    def reveal(self, variant: Variant) -> Text:
        """Each number behind its label."""
        solution = from_json(NumbersSolution, variant.solution)
        fields = variant.question.fields
        return clauses(
            _ROW.fill({"label": field.label, "number": told(solution.numbers[field.name])})
            for field in fields
        )

    def right(self, variant: Variant) -> Json:
        """Every right number as a student would type it."""
        solution = from_json(NumbersSolution, variant.solution)
        return {name: written(one) for name, one in solution.numbers.items()}

    def wrong(self, variant: Variant) -> Json:
        """Numbers far from everything that earns something."""
        solution = from_json(NumbersSolution, variant.solution)
        return {name: far_from(one) for name, one in solution.numbers.items()}

    def check(self, item: NumbersItem) -> Iterable[Finding]:
        """Whether every number has a name and a label of its own."""
        for key in ("name", "label"):
            said = Counter(str(getattr(one, key)) for one in item.numbers)
            for index, one in enumerate(item.numbers):
                if said[str(getattr(one, key))] > 1:
                    yield Finding(("numbers", index, key), _TWINS, _TWINS_ADVICE)

    def alternatives(self, item: NumbersItem) -> Sequence[Alternative]:  # noqa: ARG002
        """None: nothing is chosen."""
        return ()

    def has_one_key(self, item: NumbersItem) -> bool:  # noqa: ARG002
        """No."""
        return False

    def lint(self, item: NumbersItem, draws: Sequence[tuple[Scope, Variant]]) -> Iterable[Finding]:
        """Whether slips can be told from the answers, and whether the stem gives a number away."""
        for index, one in enumerate(item.numbers):
            drawn = [targets(one, scope) for scope, _ in draws if scope.is_met]
            yield from slip_findings(one, drawn, ("numbers", index))
        solutions = [
            (variant.question.stem, from_json(NumbersSolution, variant.solution)) for _, variant in draws
        ]
        for one in item.numbers:
            if 2 * sum(gives_away(stem, kept.numbers[one.name]) for stem, kept in solutions) > len(draws):
                yield GIVEN_AWAY
                return


def _grade(parts: tuple[GradePart, ...], score: float) -> Grade:
    right = sum(part.score >= 1 for part in parts)
    if right == len(parts):
        return Grade(1.0, parts, _RIGHT)
    return Grade(score, parts, _SOME.fill({"right": right, "all": len(parts)}))


_ROW: Final = Text(en="{label}: {number}", zh="{label}：{number}")
_RIGHT: Final = Text(en="All numbers are right.", zh="各项全部正确。")
_SOME: Final = Text(
    en="{right} of {all} numbers are right; each is told below.",
    zh="{all} 项中 {right} 项正确，逐项说明见下。",
)
_TWINS: Final = Text(en="Two numbers are called the same.", zh="有两项的名称相同。")
_TWINS_ADVICE: Final = Text(
    en="Give each a name and a label of its own.", zh="请给每一项各自的 name 和 label。"
)

KIND: Final = NumbersKind()
