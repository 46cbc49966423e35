"""Say whether a statement is true: who judges wrongly is told why it is not so."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Final, Literal, Self

from pydantic import model_validator

from courseware.about import about
from courseware.problem import ReaderError
from courseware.text import Text
from exercises.fields import OneOf, Option
from exercises.formula import Formula
from exercises.frozen import Json, from_json, to_json
from exercises.grade import Grade, GradePart, Invalid
from exercises.item import TYPE, Attempts, Item
from exercises.kind import Alternative, Finding, QuestionKind
from exercises.kinds.true_false.help import HELP
from exercises.question import ANSWER, Question
from exercises.scope import Scope
from exercises.variant import Variant


class TrueFalseItem(Item):
    """A statement that is true, false, or true for some students: the stem is the statement."""

    type: Annotated[Literal["true_false"], TYPE]
    answer: Annotated[
        bool | Formula,
        about(
            "true, false, or a comparison that says for whose numbers the statement is true.",
            "true、false，或写成比较式：对哪些数据，这句话是对的。",
        ),
    ]
    why_true: Annotated[
        Text | None,
        about(
            "What to tell those who call it true; needed unless it always is.",
            "告诉判“对”的学生什么；除非这句话总是对的，否则必须写。",
        ),
    ] = None
    why_false: Annotated[
        Text | None,
        about(
            "What to tell those who call it false; needed unless it always is.",
            "告诉判“错”的学生什么；除非这句话总是错的，否则必须写。",
        ),
    ] = None
    attempts: Annotated[
        Attempts | None,
        about(
            "How many tries, and what they earn; one if left out, for after it the answer is known.",
            "可以答几次，各得多少；不写就是一次，因为判错一次答案就知道了。",
        ),
    ] = Attempts(points=(1.0,))

    @model_validator(mode="after")
    def _says_why(self) -> Self:
        if self.answer is not True and self.why_true is None:
            raise ReaderError(_NEEDED.fill({"key": "why_true", "answer": _TRUE}))
        if self.answer is not False and self.why_false is None:
            raise ReaderError(_NEEDED.fill({"key": "why_false", "answer": _FALSE}))
        return self


@dataclass(frozen=True)
class TrueFalseSolution:
    """Whether the statement is true, and what is told to those who call it true and false."""

    is_true: bool
    why_true: Text | None
    why_false: Text | None


class TrueFalse(QuestionKind[TrueFalseItem]):
    """Marks a judgement as right or wrong."""

    item = TrueFalseItem
    help = HELP

    def draw(self, item: TrueFalseItem, scope: Scope) -> tuple[Question, Mapping[str, Json]]:
        """The statement with this student's numbers; true always stands before false."""
        is_true = item.answer if isinstance(item.answer, bool) else scope.holds(item.answer)
        # what explains a wrong judgement is not true for those for whom the comparison makes it right
        needless = None if isinstance(item.answer, bool) else is_true
        whys = (
            scope.fill(why) if why and says is not needless else None
            for says, why in ((True, item.why_true), (False, item.why_false))
        )
        field = OneOf(ANSWER, _JUDGE, (Option(_SAID_TRUE, _TRUE), Option(_SAID_FALSE, _FALSE)), is_truth=True)
        return Question(scope.fill(item.stem), (field,)), to_json(TrueFalseSolution(is_true, *whys))

    def grade(self, variant: Variant, response: object) -> Grade | Invalid:
        """Everything or nothing."""
        chosen = variant.question.field(OneOf).read(response)
        if isinstance(chosen, Invalid):
            return chosen
        solution = from_json(TrueFalseSolution, variant.solution)
        says_true = chosen == _SAID_TRUE
        is_right = says_true == solution.is_true
        label, why = (_TRUE, solution.why_true) if says_true else (_FALSE, solution.why_false)
        parts = (GradePart(label, float(is_right), why),)
        return Grade(1.0, parts, _RIGHT) if is_right else Grade(0.0, parts, _WRONG)

    def reveal(self, variant: Variant) -> Text:
        """True or false."""
        return _TRUE if from_json(TrueFalseSolution, variant.solution).is_true else _FALSE

    def right(self, variant: Variant) -> Json:
        """The judgement that holds."""
        return _SAID_TRUE if from_json(TrueFalseSolution, variant.solution).is_true else _SAID_FALSE

    def wrong(self, variant: Variant) -> Json:
        """The other one."""
        return _SAID_FALSE if from_json(TrueFalseSolution, variant.solution).is_true else _SAID_TRUE

    def check(self, item: TrueFalseItem) -> Iterable[Finding]:  # noqa: ARG002
        """Its model says all."""
        return ()

    def alternatives(self, item: TrueFalseItem) -> Sequence[Alternative]:  # noqa: ARG002
        """None: what is chosen from is the same in every question."""
        return ()

    def has_one_key(self, item: TrueFalseItem) -> bool:  # noqa: ARG002
        """No."""
        return False

    def lint(self, item: TrueFalseItem, draws: Sequence[tuple[Scope, Variant]]) -> Iterable[Finding]:
        """Whether a statement that may be either is both: some students must meet it true, some false."""
        found = {from_json(TrueFalseSolution, variant.solution).is_true for _, variant in draws}
        if not isinstance(item.answer, bool) and len(found) == 1:
            said = _TRUE if found == {True} else _FALSE
            yield Finding(("answer",), _ALWAYS.fill({"said": said}), _ALWAYS_ADVICE, "warning")


_SAID_TRUE: Final = "o1"
_SAID_FALSE: Final = "o2"
_TRUE: Final = Text(en="True", zh="对")
_FALSE: Final = Text(en="False", zh="错")
_JUDGE: Final = Text(en="Is this true or false?", zh="这句话对还是错？")
_RIGHT: Final = Text(en="Right.", zh="回答正确。")
_WRONG: Final = Text(en="Not right: why is told below.", zh="回答不正确，原因见下面的说明。")
_NEEDED: Final = Text(
    en="{key} is missing: what shall those be told who answer “{answer}”, though it may be wrong?",
    zh="缺少 {key}：判“{answer}”可能不正确，要对这些学生说什么？",
)
_ALWAYS: Final = Text(
    en="Whatever is drawn, the answer is “{said}”.", zh="无论抽到什么数，答案总是“{said}”。"
)
_ALWAYS_ADVICE: Final = Text(
    en="Write answer: true or false, or draw numbers that lead to both.",
    zh="请直接写 answer: true 或 false，或让抽取的数既能得出对、也能得出错。",
)

KIND: Final = TrueFalse()
