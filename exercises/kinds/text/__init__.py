"""Answer in your own words: handed in once, and marked by a teacher against a rubric."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Final, Literal

from pydantic import Field

from courseware.about import about
from courseware.text import Text
from exercises.fields.long_text import WORDS, LongText
from exercises.frozen import Json, from_json, to_json
from exercises.grade import Grade, Invalid
from exercises.item import TYPE, Attempts, BankModel, Item
from exercises.kind import Alternative, Finding, QuestionKind
from exercises.kinds.text.help import HELP
from exercises.question import ANSWER, Question
from exercises.rubric import Criterion, Rubric, TextForm, rubric_of
from exercises.scope import Scope
from exercises.variant import Variant

_LINES: Final[Mapping[TextForm, int]] = {"define": 5, "short": 8, "case": 14}


class WrittenCriterion(BankModel):
    """Something that an answer is marked for (评分要点), and the points for it."""

    points: Annotated[float, Field(gt=0, le=100), about("The most points for it.", "最多得几分。")]
    text: Annotated[Text, about("What earns them.", "怎样算得分。")]


class TextItem(Item):
    """A question answered in words: a term to define, a short answer, or a case to analyse."""

    type: Annotated[Literal["text"], TYPE]
    form: Annotated[
        TextForm,
        about(
            "define (a term), short (answer) or case (analysis).",
            "define 名词解释，short 简答，case 案例分析。",
        ),
    ] = "short"
    rubric: Annotated[
        tuple[WrittenCriterion, ...],
        Field(max_length=12),
        about("What earns points; students see it once they are marked.", "评分要点，批改后学生才看到。"),
    ] = ()
    model: Annotated[
        Text | None, about("A model answer, for those who mark.", "参考答案，供批改的人看。")
    ] = None
    length: Annotated[
        Annotated[int, Field(ge=10, le=5000)] | None,
        about("About how many words (Chinese: characters) are wanted.", "建议字数（英文按词计）。"),
    ] = None
    attempts: Annotated[Attempts | None, about("How many times it can be handed in.", "可以提交几次。")] = (
        Attempts(points=(1.0,))
    )


class WrittenAnswer(QuestionKind[TextItem]):
    """Marks nothing: the grade waits for a teacher."""

    item = TextItem
    help = HELP
    is_marked_by_hand = True

    def draw(self, item: TextItem, scope: Scope) -> tuple[Question, Mapping[str, Json]]:
        """The question and room to write; the rubric stays on the server."""
        label = _LABELS[item.form]
        if item.length is not None:
            label = _WITH_LENGTH.fill({"label": label, "n": item.length})
        field = LongText(ANSWER, label, _LINES[item.form])
        criteria = tuple(Criterion(scope.fill(one.text), one.points) for one in item.rubric)
        rubric = Rubric(criteria, scope.fill(item.model) if item.model else None, item.form, item.length)
        return Question(scope.fill(item.stem), (field,)), to_json(rubric)

    def grade(self, variant: Variant, response: object) -> Grade | Invalid:
        """That it waits."""
        given = variant.question.field(LongText).read(response)
        return given if isinstance(given, Invalid) else Grade(0.0, (), _WAITS, is_pending=True)

    def reveal(self, variant: Variant) -> Text:
        """The model answer, and what earns points."""
        rubric = rubric_of(variant)
        points = [(one.text, f"{one.points:g}") for one in rubric.parts]
        model = rubric.model or _NO_MODEL
        return Text(
            en=f"{model.en}\n" + "".join(f"\n- {text.en} ({n})" for text, n in points),
            zh=f"{model.zh}\n" + "".join(f"\n- {text.zh}（{n} 分）" for text, n in points),
        )

    def right(self, variant: Variant) -> Json:
        """The model answer, which earns what a teacher gives for it."""
        model = from_json(Rubric, variant.solution).model
        return {WORDS: model.en if model else "…"}

    def wrong(self, variant: Variant) -> Json:  # noqa: ARG002
        """Words that say nothing."""
        return {WORDS: "?"}

    def check(self, item: TextItem) -> Iterable[Finding]:
        """Whether it says what earns points."""
        if not item.rubric:
            yield Finding(("rubric",), _NO_RUBRIC, _WRITE_RUBRIC, "warning")

    def alternatives(self, item: TextItem) -> Sequence[Alternative]:  # noqa: ARG002
        """None: nothing is chosen."""
        return ()

    def has_one_key(self, item: TextItem) -> bool:  # noqa: ARG002
        """No."""
        return False

    def lint(self, item: TextItem, draws: Sequence[tuple[Scope, Variant]]) -> Iterable[Finding]:  # noqa: ARG002
        """Nothing shows only over many draws."""
        return ()


_LABELS: Final[Mapping[TextForm, Text]] = {
    "define": Text(en="Explain the term in your own words.", zh="请用自己的话解释这个名词。"),
    "short": Text(en="Answer in your own words.", zh="请简要作答。"),
    "case": Text(en="Analyse the case in your own words.", zh="请分析案例并作答。"),
}
_WITH_LENGTH: Final = Text(en="{label} (About {n} words.)", zh="{label}（约 {n} 字）")
_WAITS: Final = Text(
    en="Handed in. It waits for your teacher, who marks it; until then it earns nothing.",
    zh="已提交，等待老师批改；批改之前暂不计分。",
)
_NO_MODEL: Final = Text(en="there is no model answer; these points count", zh="没有参考答案，按以下要点给分")
_NO_RUBRIC: Final = Text(en="Nothing says what earns points.", zh="没有写评分要点。")
_WRITE_RUBRIC: Final = Text(
    en="Write a rubric: a line for each thing that earns points, and how many.",
    zh="请写 rubric：每个得分点一行，并写明分值。",
)

KIND: Final = WrittenAnswer()
