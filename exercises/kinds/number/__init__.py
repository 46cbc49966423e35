"""Type a number: marked within a tolerance, with a reason for every slip that was foreseen."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Final, Literal

from courseware.about import about
from courseware.text import Text
from exercises.fields import NumberField
from exercises.frozen import Json, from_json, to_json
from exercises.grade import Grade, Invalid
from exercises.item import TYPE, Item
from exercises.kind import Alternative, Finding, QuestionKind
from exercises.kinds.number.help import HELP
from exercises.numeric import (
    GIVEN_AWAY,
    ForeseenSlip,
    NumberSolution,
    NumericAnswer,
    Unit,
    far_from,
    gives_away,
    mark,
    slip_findings,
    solution_of,
    targets,
    told,
    unit_of,
    written,
)
from exercises.question import ANSWER, Question
from exercises.scope import Scope
from exercises.variant import Variant


class NumberItem(Item):
    """A number to be worked out; with `unit: percent` the expressions are shares (0.6 is 60 %)."""

    type: Annotated[Literal["number"], TYPE]
    answer: Annotated[NumericAnswer, about("What is right.", "正确答案。")]
    near: Annotated[tuple[ForeseenSlip, ...], about("Slips that you foresee.", "预料之中的典型错解。")] = ()
    unit: Annotated[
        Unit,
        about("The unit; percent takes 62 % for 0.62.", "单位；percent 表示填百分数，62 % 即 0.62。"),
    ] = None


class NumberKind(QuestionKind[NumberItem]):
    """Marks a typed number: right, a foreseen slip, or wrong."""

    item = NumberItem
    help = HELP

    def draw(self, item: NumberItem, scope: Scope) -> tuple[Question, Mapping[str, Json]]:
        """The stem with this student's numbers; slips that would count as right are left out."""
        question = Question(scope.fill(item.stem), (NumberField(ANSWER, _TYPE, unit_of(item)),))
        return question, to_json(solution_of(item, scope))

    def grade(self, variant: Variant, response: object) -> Grade | Invalid:
        """The best mark of any reading of the typed text."""
        solution = from_json(NumberSolution, variant.solution)
        typed = variant.question.field(NumberField).read(response)
        if isinstance(typed, Invalid):
            return typed
        found = mark(typed, solution)
        if found.slip is not None:
            return Grade(0.0, (), found.slip.fact, found.slip.check)
        return Grade(found.score, (), found.why or _RIGHT)

    def reveal(self, variant: Variant) -> Text:
        """The right number with its unit."""
        return told(from_json(NumberSolution, variant.solution))

    def right(self, variant: Variant) -> Json:
        """The right number as a student would type it."""
        return written(from_json(NumberSolution, variant.solution))

    def wrong(self, variant: Variant) -> Json:
        """A number far from everything that earns something."""
        return far_from(from_json(NumberSolution, variant.solution))

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
        yield from slip_findings(item, [targets(item, scope) for scope, _ in draws if scope.is_met])
        given = sum(
            gives_away(variant.question.stem, from_json(NumberSolution, variant.solution))
            for _, variant in draws
        )
        if 2 * given > len(draws):
            yield GIVEN_AWAY


_TYPE: Final = Text(en="Your number", zh="你的数值")
_RIGHT: Final = Text(en="Right.", zh="回答正确。")

KIND: Final = NumberKind()
