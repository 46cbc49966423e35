"""Fill in the gaps of a sentence: words are compared as readers would, and foreseen slips are told why."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Final, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from courseware.about import about
from courseware.problem import ReaderError
from courseware.text import LANGUAGES, Text
from exercises.fields import Gaps, Option
from exercises.folding import folded, is_slip
from exercises.frozen import Json, from_json, to_json
from exercises.gap_marks import gaps_in, shown_gap, with_gaps
from exercises.grade import Grade, GradePart, Invalid
from exercises.item import TYPE, BankModel, Item
from exercises.kind import Alternative, Finding, QuestionKind
from exercises.kinds.blank.help import HELP
from exercises.question import ANSWER, Question
from exercises.scope import Scope
from exercises.variant import Variant

Wording = Annotated[str, StringConstraints(min_length=1, max_length=120, strip_whitespace=True)]


class GapWords(BankModel):
    """Wordings that count alike, by language; students may answer in either, whatever language they read."""

    en: Annotated[tuple[Wording, ...], about("Wordings in English.", "英文写法。")] = ()
    zh: Annotated[tuple[Wording, ...], about("Wordings in Chinese.", "中文写法。")] = ()

    @model_validator(mode="after")
    def _some(self) -> Self:
        if not (self.en or self.zh):
            raise ReaderError(_NO_WORDS)
        return self

    @property
    def all(self) -> tuple[str, ...]:
        """Every wording."""
        return (*self.en, *self.zh)

    @property
    def first(self) -> Text:
        """The first wording in each language; the other language's where one has none."""
        return Text(en=(self.en or self.zh)[0], zh=(self.zh or self.en)[0])


class ForeseenWords(BankModel):
    """Wrong words that were foreseen: what they still earn, and why they are wrong."""

    words: Annotated[GapWords, about("The wordings.", "预料到的写法。")]
    score: Annotated[
        float,
        Field(ge=0, lt=1),
        about("What share of the gap they still earn.", "这一空仍得多少分（比例）。"),
    ] = 0.0
    why: Annotated[Text, about("What is wrong, told to the student.", "告诉学生错在哪里。")]


class BlankGap(BankModel):
    """What fills one gap."""

    right: Annotated[
        GapWords, about("All wordings that are right; the first is shown.", "所有算对的写法，显示第一个。")
    ]
    near: Annotated[
        tuple[ForeseenWords, ...], about("Wrong words that you foresee.", "预料之中的错误填法。")
    ] = ()


class BlankItem(Item):
    """A sentence with gaps: ____ in the stem is the next gap, __(2)__ the second wherever it stands."""

    type: Annotated[Literal["blank"], TYPE]
    gaps: Annotated[
        tuple[BlankGap, ...],
        Field(min_length=1, max_length=12),
        about("What fills each gap, in the order of their numbers.", "各空的答案，按空的编号排列。"),
    ]
    case_counts: Annotated[bool, about("Whether capitals must be as written.", "大小写是否必须一致。")] = (
        False
    )


@dataclass(frozen=True)
class AcceptedWords:
    """Wordings, what they earn, and why if that is not everything."""

    wordings: tuple[str, ...]
    score: float
    why: Text | None = None


@dataclass(frozen=True)
class SolvedGap:
    """What fills a gap: what is told as right, and all that is accepted, the right words first."""

    right: Text
    accepted: tuple[AcceptedWords, ...]


@dataclass(frozen=True)
class BlankSolution:
    """The gaps by their ids in the question."""

    gaps: Mapping[str, SolvedGap]
    case_counts: bool = False


class Blank(QuestionKind[BlankItem]):
    """Marks each gap by itself; the mark is their mean."""

    item = BlankItem
    help = HELP

    def draw(self, item: BlankItem, scope: Scope) -> tuple[Question, Mapping[str, Json]]:
        """The sentence with its gaps, each under its number."""
        count = len(item.gaps)
        stem = with_gaps(scope.fill(item.stem), lambda number: shown_gap(number, count))
        solved = {f"g{number}": _solved(gap, scope) for number, gap in enumerate(item.gaps, 1)}
        field = Gaps(ANSWER, _FILL, tuple(Option(id_, _label(id_)) for id_ in solved))
        return Question(stem, (field,)), to_json(BlankSolution(solved, item.case_counts))

    def grade(self, variant: Variant, response: object) -> Grade | Invalid:
        """The mark of a mapping from every gap to words."""
        solution = from_json(BlankSolution, variant.solution)
        given = variant.question.field(Gaps).read(response)
        if isinstance(given, Invalid):
            return given
        parts = tuple(_part(id_, given[id_], solution) for id_ in solution.gaps)
        score = sum(part.score for part in parts) / len(parts)
        return Grade(score, parts, _feedback([part.score for part in parts]))

    def reveal(self, variant: Variant) -> Text:
        """The words of each gap."""
        gaps = from_json(BlankSolution, variant.solution).gaps
        if len(gaps) == 1:
            return next(iter(gaps.values())).right
        return _listed([(_label(id_), gap.right) for id_, gap in gaps.items()])

    def right(self, variant: Variant) -> Json:
        """Every gap with its first wording."""
        gaps = from_json(BlankSolution, variant.solution).gaps
        return {id_: gap.accepted[0].wordings[0] for id_, gap in gaps.items()}

    def wrong(self, variant: Variant) -> Json:
        """Every gap with words that nobody foresees."""
        return dict.fromkeys(from_json(BlankSolution, variant.solution).gaps, "~ ~ ~")

    def check(self, item: BlankItem) -> Iterable[Finding]:
        """Whether both languages have every gap once, and no wording counts as two things."""
        count = len(item.gaps)
        for language in LANGUAGES:
            if sorted(gaps_in(item.stem[language])) != list(range(1, count + 1)):
                yield Finding(("stem", language), _UNMARKED.fill({"n": count}), _MARK_THEM)
        for index, gap in enumerate(item.gaps):
            yield from _twice(index, gap, case_counts=item.case_counts)

    def alternatives(self, item: BlankItem) -> Sequence[Alternative]:  # noqa: ARG002
        """None: nothing is chosen."""
        return ()

    def has_one_key(self, item: BlankItem) -> bool:  # noqa: ARG002
        """No."""
        return False

    def lint(self, item: BlankItem, draws: Sequence[tuple[Scope, Variant]]) -> Iterable[Finding]:
        """Whether the sentence itself gives a gap away."""
        stem = draws[0][1].question.stem
        sides = {folded(stem[language], case_counts=False) for language in LANGUAGES}
        for index, gap in enumerate(item.gaps):
            wordings = (folded(one, case_counts=False) for one in gap.right.all)
            if any(_stands_in(one, side) for one in wordings for side in sides):
                yield Finding(("gaps", index), _GIVEN_AWAY, _GIVEN_AWAY_ADVICE, "warning")


def _solved(gap: BlankGap, scope: Scope) -> SolvedGap:
    near = (AcceptedWords(one.words.all, one.score, scope.fill(one.why)) for one in gap.near)
    return SolvedGap(gap.right.first, (AcceptedWords(gap.right.all, 1.0), *near))


def _part(id_: str, words: str, solution: BlankSolution) -> GradePart:
    label = _label(id_) if len(solution.gaps) > 1 else None
    gap, case_counts = solution.gaps[id_], solution.case_counts
    said = folded(words, case_counts=case_counts)
    for accepted in gap.accepted:
        if said in {folded(one, case_counts=case_counts) for one in accepted.wordings}:
            return GradePart(label, accepted.score, accepted.why, id_)
    right = (folded(one, case_counts=case_counts) for one in gap.accepted[0].wordings)
    why = _SPELLING if any(is_slip(said, one) for one in right) else _OTHER_WORDS
    return GradePart(label, 0.0, why, id_)


def _label(id_: str) -> Text:
    number = id_.removeprefix("g")
    return Text(en=f"({number})", zh=f"({number})")


def _listed(lines: Sequence[tuple[Text, Text]]) -> Text:
    en = "".join(f"\n- {label.en} {right.en}" for label, right in lines)
    zh = "".join(f"\n- {label.zh} {right.zh}" for label, right in lines)
    return Text(en=f"each gap with its words{en}", zh=f"各空如下{zh}")


def _feedback(scores: Sequence[float]) -> Text:
    right = sum(score >= 1 for score in scores)
    if right == len(scores):
        return _RIGHT
    if len(scores) == 1:
        return _NOT_RIGHT
    return _SOME_RIGHT.fill({"n": right, "all": len(scores)})


def _twice(index: int, gap: BlankGap, *, case_counts: bool) -> Iterator[Finding]:
    """Wordings of nothing but marks, and foreseen slips that are right or foreseen twice."""
    seen = {folded(one, case_counts=case_counts) for one in gap.right.all}
    if "" in seen:
        yield Finding(("gaps", index, "right"), _NO_WORDS, _WRITE_WORDS)
    for place, near in enumerate(gap.near):
        these = {folded(one, case_counts=case_counts): one for one in near.words.all}
        if same := next((one for key, one in these.items() if key in seen), None):
            message = _TWICE.fill({"words": same})
            yield Finding(("gaps", index, "near", place), message, _TWICE_ADVICE)
        seen |= these.keys()


def _stands_in(words: str, side: str) -> bool:
    if len(words) < 2:
        return False
    if not words.isascii():
        return words in side
    # a comma, the line of a gap or a Chinese character ends an English word as a blank does
    return re.search(rf"(?<![a-z0-9]){re.escape(words)}(?![a-z0-9])", side) is not None


_FILL: Final = Text(en="Write the missing words.", zh="请填写空缺的词语。")
_RIGHT: Final = Text(en="Right.", zh="回答正确。")
_NOT_RIGHT: Final = Text(en="Not right.", zh="回答不正确。")
_SOME_RIGHT: Final = Text(en="{n} of {all} gaps are right.", zh="{all} 个空中填对了 {n} 个。")
_SPELLING: Final = Text(en="Nearly: check the spelling.", zh="很接近了：请检查有没有错别字或拼写错误。")
_OTHER_WORDS: Final = Text(en="Other words are wanted here.", zh="这里应填别的词语。")
_NO_WORDS: Final = Text(
    en="A gap needs at least one wording, in English or in Chinese.",
    zh="每个空至少要写一种填法，中英文均可。",
)
_WRITE_WORDS: Final = Text(en="Write words, not marks alone.", zh="请写词语，不能只有标点。")
_UNMARKED: Final = Text(
    en="This text must have each of its {n} gaps exactly once.", zh="这段文字中，{n} 个空须各出现一次。"
)
_MARK_THEM: Final = Text(
    en="Write ____ for each gap, or __(1)__, __(2)__ where the languages have them in another order.",
    zh="每个空写成 ____；两种语言中顺序不同时，写成 __(1)__、__(2)__。",
)
_TWICE: Final = Text(
    en="“{words}” counts as two things in this gap.", zh="“{words}”在这一空里出现了两次，算法不同。"
)
_TWICE_ADVICE: Final = Text(
    en="Write it once; width, case, blanks and marks at the end make no difference.",
    zh="只保留一处；全角半角、大小写、空格和句末标点都不加区分。",
)
_GIVEN_AWAY: Final = Text(en="The sentence shows the words of this gap.", zh="题干中直接出现了这一空的答案。")
_GIVEN_AWAY_ADVICE: Final = Text(
    en="Say it in other words, or leave another word out.", zh="请换一种说法，或改为空出别的词语。"
)

KIND: Final = Blank()
