"""Choose one option, or tick every option that fits; each wrong one says which belief it stands for."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from courseware.about import about
from courseware.problem import ReaderError
from courseware.text import Text
from exercises.fields import ManyOf, OneOf, Option
from exercises.formula import Formula
from exercises.frozen import Json, from_json, to_json
from exercises.grade import Grade, GradePart, Invalid
from exercises.item import TYPE, BankModel, Item
from exercises.kind import Alternative, Finding, QuestionKind
from exercises.kinds.choice.help import HELP
from exercises.question import ANSWER, Question
from exercises.scope import Scope
from exercises.variant import Variant


class ChoiceOption(BankModel):
    """Something to choose: right, wrong, or right if a comparison holds for the student's data."""

    text: Annotated[Text, about("What it says.", "选项文字。")]
    right: Annotated[
        bool | Formula,
        about(
            "true, false, or a comparison with the student's own data.",
            "true、false，或用学生自己的数据写的比较式。",
        ),
    ] = False
    why: Annotated[
        Text | None, about("Which belief leads to it; told to the student.", "什么样的误解会选它；告诉学生。")
    ] = None

    @model_validator(mode="after")
    def _says_why(self) -> Self:
        if self.right is not True and self.why is None:
            raise ReaderError(_WHY)
        return self


class ChoiceItem(Item):
    """One right option, or with `several: true` any number of them."""

    type: Annotated[Literal["choice"], TYPE]
    several: Annotated[bool, about("Whether several may be ticked.", "是否多选。")] = False
    options: Annotated[
        tuple[ChoiceOption, ...],
        Field(min_length=2, max_length=10),
        about("What to choose from.", "供选择的答案。"),
    ]


@dataclass(frozen=True)
class ChoiceSolution:
    """Which ids are right, and the reason written for each."""

    right: tuple[str, ...]
    texts: Mapping[str, Text]
    whys: Mapping[str, Text]


class ChoiceKind(QuestionKind[ChoiceItem]):
    """Marks one option as all or nothing, several by Youden's J."""

    item = ChoiceItem
    help = HELP

    def draw(self, item: ChoiceItem, scope: Scope) -> tuple[Question, Mapping[str, Json]]:
        """The options in an order drawn by lot, under ids that say nothing."""
        named = {f"o{i}": option for i, option in enumerate(scope.arranged(item.options, "options"), 1)}
        texts = {id_: scope.fill(option.text) for id_, option in named.items()}
        options = tuple(Option(id_, text) for id_, text in texts.items())
        whys = {id_: scope.fill(option.why) for id_, option in named.items() if option.why}
        right = tuple(id_ for id_, option in named.items() if _is_right(option, scope))
        field = ManyOf(ANSWER, _TICK, options) if item.several else OneOf(ANSWER, _CHOOSE, options)
        return Question(scope.fill(item.stem), (field,)), to_json(ChoiceSolution(right, texts, whys))

    def grade(self, variant: Variant, response: object) -> Grade | Invalid:
        """The mark of an option's id, or of a list of ids."""
        solution = from_json(ChoiceSolution, variant.solution)
        field = variant.question.fields[0]
        if isinstance(field, OneOf):
            one = field.read(response)
            return one if isinstance(one, Invalid) else _mark(solution, {one}, float(one in solution.right))
        ticked = variant.question.field(ManyOf).read(response)
        return ticked if isinstance(ticked, Invalid) else _mark(solution, ticked, youden(solution, ticked))

    def reveal(self, variant: Variant) -> Text:
        """The right options, in the order they were shown."""
        solution = from_json(ChoiceSolution, variant.solution)
        texts = [solution.texts[id_] for id_ in solution.right]
        return Text(en="; ".join(text.en for text in texts), zh="；".join(text.zh for text in texts))

    def right(self, variant: Variant) -> Json:
        """Every right option."""
        right = from_json(ChoiceSolution, variant.solution).right
        return right[0] if isinstance(variant.question.fields[0], OneOf) else list(right)

    def wrong(self, variant: Variant) -> Json:
        """The first wrong option."""
        solution = from_json(ChoiceSolution, variant.solution)
        wrong = next((id_ for id_ in solution.texts if id_ not in solution.right), solution.right[0])
        return wrong if isinstance(variant.question.fields[0], OneOf) else [wrong]

    def check(self, item: ChoiceItem) -> Iterable[Finding]:
        """Whether claims, if there are any, speak of every option."""
        if item.claims and len(item.claims) != len(item.options):
            message = _CLAIMS.fill({"claims": len(item.claims), "options": len(item.options)})
            yield Finding(("claims",), message, _CLAIMS_ADVICE)

    def alternatives(self, item: ChoiceItem) -> Sequence[Alternative]:
        """The options; one that is right by a comparison is right for some students only."""
        return [
            Alternative(option.text, option.right if isinstance(option.right, bool) else None)
            for option in item.options
        ]

    def has_one_key(self, item: ChoiceItem) -> bool:
        """Whether one option is to be chosen, and not several ticked."""
        return not item.several

    def lint(self, item: ChoiceItem, draws: Sequence[tuple[Scope, Variant]]) -> Iterable[Finding]:
        """Whether every draw leaves as many right options as are meant, and something to be wrong about."""
        counts = {len(from_json(ChoiceSolution, variant.solution).right) for _, variant in draws}
        if not item.several and counts != {1}:
            yield Finding(("options",), _ONE_RIGHT, _ONE_RIGHT_ADVICE)
        elif item.several and (0 in counts or len(item.options) in counts):
            yield Finding(("options",), _SOME_RIGHT, _SOME_RIGHT_ADVICE)
        if any(_gives_away(variant) for _, variant in draws):
            yield Finding(("stem",), _GIVEN_AWAY, _GIVEN_AWAY_ADVICE, "warning")
        english = [option.text.en.casefold() for option in item.options]
        chinese = [option.text.zh for option in item.options]
        if len(set(english)) < len(english) or len(set(chinese)) < len(chinese):
            yield Finding(("options",), _TWINS, _TWINS_ADVICE, "warning")


def youden(solution: ChoiceSolution, ticked: Set[str]) -> float:
    """Share of the right options ticked less share of the wrong ones ticked, not below nothing.

    Youden, W. J. (1950), Index for rating diagnostic tests, Cancer 3(1). Ticking everything earns 0.
    """
    right = set(solution.right)
    wrong = solution.texts.keys() - right
    return max(0.0, len(ticked & right) / len(right) - (len(ticked & wrong) / len(wrong) if wrong else 0.0))


def _is_right(option: ChoiceOption, scope: Scope) -> bool:
    return option.right if isinstance(option.right, bool) else scope.holds(option.right)


def _gives_away(variant: Variant) -> bool:
    """Whether the stem quotes a right option and no wrong one, in either language."""
    solution, stem = from_json(ChoiceSolution, variant.solution), variant.question.stem
    quoted = {
        id_
        for id_, text in solution.texts.items()
        if text.zh in stem.zh or text.en.casefold() in stem.en.casefold()
    }
    return bool(quoted) and quoted <= set(solution.right)


def _mark(solution: ChoiceSolution, ticked: Set[str], score: float) -> Grade:
    chosen = [id_ for id_ in solution.texts if id_ in ticked]
    parts = tuple(
        GradePart(solution.texts[id_], float(id_ in solution.right), solution.whys.get(id_), id_)
        for id_ in chosen
    )
    if score >= 1:
        return Grade(1.0, parts, _RIGHT)
    if any(id_ not in solution.right for id_ in chosen):
        return Grade(score, parts, _WRONG, _THINK)
    return Grade(score, parts, _MISSING)


_CHOOSE: Final = Text(en="Choose one option.", zh="请选择一项。")
_TICK: Final = Text(en="Tick every option that fits, at least one.", zh="请勾选所有符合的选项，至少一项。")
_RIGHT: Final = Text(en="Right.", zh="回答正确。")
_WRONG: Final = Text(en="Not right: why is told below.", zh="回答不正确，原因见下面的说明。")
_THINK: Final = Text(en="Not yet: read why below and think again.", zh="还不对：请看下面的说明，再想一想。")
_MISSING: Final = Text(en="What you ticked fits, but something is missing.", zh="勾选的都对，但还有遗漏。")
_ONE_RIGHT: Final = Text(en="There must be exactly one right option.", zh="正确选项必须恰好有一个。")
_ONE_RIGHT_ADVICE: Final = Text(
    en="Mark one option right: true, or write several: true.",
    zh="请只把一个选项标为 right: true，或写 several: true。",
)
_SOME_RIGHT: Final = Text(
    en="Some options must be right and some wrong.", zh="选项中必须既有正确的，也有错误的。"
)
_SOME_RIGHT_ADVICE: Final = Text(en="Look at the right: of every option.", zh="请检查每个选项的 right。")
_WHY: Final = Text(
    en="An option that may be wrong needs a why: which belief leads to it?",
    zh="可能错误的选项须写 why：什么样的误解会选它？",
)
_GIVEN_AWAY: Final = Text(en="The stem quotes the right option.", zh="题干中出现了正确选项的原文。")
_GIVEN_AWAY_ADVICE: Final = Text(en="Reword the stem or the option.", zh="请改写题干或选项。")
_CLAIMS: Final = Text(
    en="There are {claims} claims for {options} options.",
    zh="共有 {options} 个选项，却有 {claims} 条 claims。",
)
_CLAIMS_ADVICE: Final = Text(
    en="Write one for each option, in their order.", zh="请按选项顺序，每个选项写一条。"
)
_TWINS: Final = Text(en="Two options read the same.", zh="有两个选项文字相同。")
_TWINS_ADVICE: Final = Text(en="Reword or remove one of them.", zh="请改写或删除其中一个。")

KIND: Final = ChoiceKind()
