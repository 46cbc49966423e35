"""Give each row its choice: terms to meanings, or the student's own customers to the group they are in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from courseware.about import about
from courseware.advice import did_you_mean
from courseware.expression import Scalar
from courseware.problem import ReaderError
from courseware.text import Text
from exercises.fields import Assign, Option
from exercises.fillin import names_in
from exercises.formula import Formula
from exercises.frozen import Json, from_json, to_json
from exercises.grade import Grade, GradePart, Invalid
from exercises.item import TYPE, BankModel, Item, Name, walk
from exercises.kind import Alternative, Finding, QuestionKind
from exercises.kinds.match.help import HELP
from exercises.question import ANSWER, Question
from exercises.scope import Scope
from exercises.variant import Variant

MAX_LOOKED_AT: Final = 500
"""How many rows of the data are looked at to find some for every choice."""


class MatchChoice(BankModel):
    """What a row may be given."""

    id: Annotated[Name, about("What rows call it.", "各行引用的名称。")]
    text: Annotated[Text, about("What it says.", "显示的文字。")]


class MatchRow(BankModel):
    """A row as written, the id of its choice, and the reason."""

    text: Annotated[Text, about("What it says.", "该行的文字。")]
    right: Annotated[Name, about("The id of its choice.", "正确选项的 id。")]
    why: Annotated[Text, about("Told to whoever misplaces it.", "放错时告诉学生的理由。")]


class Sample(BankModel):
    """Rows drawn from the data: its texts and expressions may name the columns of a row."""

    rows: Annotated[int, Field(ge=2, le=12), about("How many rows are drawn.", "抽取多少行。")]
    text: Annotated[
        Text, about("What a row says; {{column}} is filled in.", "每行的文字；{{列名}} 会被填入。")
    ]
    right: Annotated[Formula, about("A formula for the id of its choice.", "得出正确选项 id 的公式。")]
    why: Annotated[Text, about("Told to whoever misplaces it.", "放错时告诉学生的理由。")]
    where: Annotated[Formula | None, about("Which rows may be drawn.", "哪些行可以被抽到。")] = None


class MatchItem(Item):
    """Rows (written, or a sample of the data) and choices."""

    type: Annotated[Literal["match"], TYPE]
    choices: Annotated[
        tuple[MatchChoice, ...],
        Field(min_length=2, max_length=8),
        about("What rows may be given.", "可供归入的选项。"),
    ]
    rows: Annotated[
        Annotated[tuple[MatchRow, ...], Field(min_length=2, max_length=12)] | None,
        about("The rows, as written here.", "直接写出的各行。"),
    ] = None
    sample: Annotated[Sample | None, about("Rows drawn from the data.", "从数据中抽取的各行。")] = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if (self.rows is None) == (self.sample is None) or (self.sample and not self.data):
            raise ReaderError(_ONE_WAY)
        return self


@dataclass(frozen=True)
class MatchedRow:
    """A row's text, the id of its right choice, and why."""

    text: Text
    right: str
    why: Text


@dataclass(frozen=True)
class MatchSolution:
    """The rows by their ids in the question, and the texts of the choices."""

    rows: Mapping[str, MatchedRow]
    choices: Mapping[str, Text]


class MatchKind(QuestionKind[MatchItem]):
    """Marks each row by itself; the mark is the share of rows that are right."""

    item = MatchItem
    help = HELP
    row_names = ("sample",)

    def draw(self, item: MatchItem, scope: Scope) -> tuple[Question, Mapping[str, Json]]:
        """Rows and choices in an order drawn by lot, under ids that say nothing."""
        choices = {f"c{i}": one for i, one in enumerate(scope.arranged(item.choices, "choices"), 1)}
        ids = {choice.id: id_ for id_, choice in choices.items()}
        texts = {id_: scope.fill(choice.text) for id_, choice in choices.items()}
        solved = _sampled(item.sample, scope, ids) if item.sample else _written(item, scope, ids)
        rows = {f"r{i}": row for i, row in enumerate(solved, 1)}
        field = Assign(
            ANSWER, _PLACE, _options({id_: row.text for id_, row in rows.items()}), _options(texts)
        )
        return Question(scope.fill(item.stem), (field,)), to_json(MatchSolution(rows, texts))

    def grade(self, variant: Variant, response: object) -> Grade | Invalid:
        """The mark of a mapping from every row to a choice."""
        solution = from_json(MatchSolution, variant.solution)
        given = variant.question.field(Assign).read(response)
        if isinstance(given, Invalid):
            return given
        parts = tuple(_part(id_, row, given[id_] == row.right) for id_, row in solution.rows.items())
        hits = sum(part.score for part in parts)
        return Grade(hits / len(parts), parts, _feedback(int(hits), len(parts)))

    def reveal(self, variant: Variant) -> Text:
        """Each row with its choice."""
        solution = from_json(MatchSolution, variant.solution)
        pairs = [(row.text, solution.choices[row.right]) for row in solution.rows.values()]
        en = "".join(f"\n- {row.en} → {choice.en}" for row, choice in pairs)
        zh = "".join(f"\n- {row.zh} → {choice.zh}" for row, choice in pairs)
        return Text(en=f"each in its place{en}", zh=f"各归其位{zh}")

    def right(self, variant: Variant) -> Json:
        """Every row with its right choice."""
        return {id_: row.right for id_, row in from_json(MatchSolution, variant.solution).rows.items()}

    def wrong(self, variant: Variant) -> Json:
        """Every row with a wrong choice."""
        solution = from_json(MatchSolution, variant.solution)
        others = {right: next(id_ for id_ in solution.choices if id_ != right) for right in solution.choices}
        return {id_: others[row.right] for id_, row in solution.rows.items()}

    def check(self, item: MatchItem) -> Iterable[Finding]:
        """Whether every written row names a choice, and no id stands for two of them."""
        known = [choice.id for choice in item.choices]
        for index, row in enumerate(item.rows or ()):
            if row.right not in known:
                message = Text(en=f"There is no choice {row.right}.", zh=f"没有名为 {row.right} 的选项。")
                yield Finding(("rows", index, "right"), message, did_you_mean(row.right, known))
        for index, id_ in enumerate(known):
            if id_ in known[:index]:
                message = Text(en=f"Two choices are called {id_}.", zh=f"有两个选项都叫 {id_}。")
                yield Finding(("choices", index, "id"), message, _RENAME)

    def alternatives(self, item: MatchItem) -> Sequence[Alternative]:  # noqa: ARG002
        """None: nothing is chosen."""
        return ()

    def has_one_key(self, item: MatchItem) -> bool:  # noqa: ARG002
        """No."""
        return False

    def lint(self, item: MatchItem, draws: Sequence[tuple[Scope, Variant]]) -> Iterable[Finding]:  # noqa: ARG002
        """Nothing shows only over many draws."""
        return ()


def _written(item: MatchItem, scope: Scope, ids: Mapping[str, str]) -> list[MatchedRow]:
    rows = scope.arranged(item.rows or (), "rows")
    return [MatchedRow(scope.fill(row.text), ids[row.right], scope.fill(row.why)) for row in rows]


def _sampled(sample: Sample, scope: Scope, ids: Mapping[str, str]) -> list[MatchedRow]:
    """Rows of the data in turn for every choice, so that no choice is left out if it can be helped."""
    by_choice: dict[str, list[Mapping[str, Scalar]]] = {id_: [] for id_ in ids}
    enough = -(-sample.rows // len(ids))
    for row in _rows(sample, scope):
        if sample.where is None or scope.holds(sample.where, row):
            by_choice[_right(sample, scope, row, ids)].append(row)
        if all(len(rows) >= enough for rows in by_choice.values()):
            break
    turns = chain.from_iterable(zip_longest(*by_choice.values()))
    picked = [row for row in turns if row is not None][: sample.rows]
    if not picked:
        raise ReaderError(_NO_ROWS)
    return [_solved(sample, scope, row, ids) for row in scope.shuffled(picked, "rows")]


def _rows(sample: Sample, scope: Scope) -> Iterator[Mapping[str, Scalar]]:
    """Rows in an order drawn by lot, each with the columns that the sample speaks of."""
    used = {name for _, text in walk(sample, Text) for name in names_in(text)}
    used |= {name for _, formula in walk(sample, Formula) for name in formula.compiled.names}
    columns = {name: column for name, column in scope.columns.items() if name in used}
    for index in scope.shuffled(range(int(scope.params["n"])), "sample")[:MAX_LOOKED_AT]:
        yield {name: _plain(column[index].item()) for name, column in columns.items()}


def _solved(sample: Sample, scope: Scope, row: Mapping[str, Scalar], ids: Mapping[str, str]) -> MatchedRow:
    right = ids[_right(sample, scope, row, ids)]
    return MatchedRow(scope.fill(sample.text, row), right, scope.fill(sample.why, row))


def _plain(value: object) -> Scalar:
    if isinstance(value, bool | str):
        return value
    return float(value) if isinstance(value, int | float) else str(value)


def _right(sample: Sample, scope: Scope, row: Mapping[str, Scalar], ids: Mapping[str, str]) -> str:
    right = scope.value(sample.right, row)
    if right not in ids:
        raise ReaderError(
            Text(
                en=f"{sample.right.root} gives {right}, which is no choice.",
                zh=f"{sample.right.root} 得到 {right}，不是任何一个选项。",
            )
        )
    return str(right)


def _options(texts: Mapping[str, Text]) -> tuple[Option, ...]:
    return tuple(Option(id_, text) for id_, text in texts.items())


def _part(id_: str, row: MatchedRow, is_right: bool) -> GradePart:
    return GradePart(row.text, float(is_right), None if is_right else row.why, id_)


def _feedback(hits: int, total: int) -> Text:
    if hits == total:
        return Text(en="Right: every row is in its place.", zh="回答正确：每一行都归位了。")
    return Text(en=f"{hits} of {total} rows are right.", zh=f"{total} 行中有 {hits} 行正确。")


_PLACE: Final = Text(en="Give every row one of the choices.", zh="请为每一行选择一项。")
_ONE_WAY: Final = Text(
    en="Write either rows, or a sample of the item's data.",
    zh="rows 与 sample 须恰好写一个；sample 还需要写明 data。",
)
_RENAME: Final = Text(en="Give every choice an id of its own.", zh="请为每个选项取不同的 id。")
_NO_ROWS: Final = Text(en="No row of the data fits `where`.", zh="数据中没有符合 where 的行。")

KIND: Final = MatchKind()
