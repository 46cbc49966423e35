"""What every question of a bank has, whatever its kind."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, Final, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from courseware.about import about
from courseware.imported_files import NAME as IMPORTED
from courseware.problem import ReaderError
from courseware.text import Text
from exercises.formula import Formula

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*([._-][a-z0-9]+)*$", max_length=60)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
Share = Annotated[float, Field(ge=0, le=1)]
KeyPath = tuple[str | int, ...]

TYPE: Final = about("What kind of question it is.", "题型。")

MAX_STEPS: Final = 10_000


class BankModel(BaseModel):
    """A piece of a file that a teacher writes."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class HintText(BankModel):
    """A hint and the share of the score that opening it costs."""

    text: Annotated[Text, about("What helps a little.", "点到为止的帮助。")]
    cost: Annotated[Share, about("Which share of the points it costs.", "看提示扣多少（比例）。")] = 0.1


class Attempts(BankModel):
    """How many tries there are, and what share of the gain each of them earns."""

    points: Annotated[
        tuple[Share, ...],
        Field(min_length=1, max_length=10),
        about(
            "What share of the gain each try earns; as many tries.", "每次作答的得分比例；有几个就能答几次。"
        ),
    ] = (1.0, 0.75, 0.5)


class Param(BankModel):
    """A drawn value: worked out (`expr`), one of a list (`choose`), or in steps `between` two bounds."""

    expr: Annotated[Formula | None, about("A formula to work it out.", "用公式算出。")] = None
    choose: Annotated[
        Annotated[tuple[float | str, ...], Field(min_length=1)] | None,
        about("A list to draw one of.", "从这些值中抽一个。"),
    ] = None
    between: Annotated[
        tuple[float, float] | None, about("The bounds to draw between.", "在两个界限之间抽取。")
    ] = None
    step: Annotated[Annotated[float, Field(gt=0)] | None, about("In which steps.", "取值的步长。")] = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if sum(way is not None for way in (self.expr, self.choose, self.between)) != 1:
            raise ReaderError(_ONE_WAY)
        if (self.between is None) != (self.step is None):
            raise ReaderError(_WITH_STEP)
        if self.between and self.between[0] > self.between[1]:
            raise ReaderError(_UPWARDS)
        if self.count > MAX_STEPS:
            raise ReaderError(_TOO_FINE)
        return self

    @property
    def count(self) -> int:
        """How many values lie between the bounds, both included if the step fits."""
        if self.between is None or self.step is None:
            return 0
        low, high = self.between
        return int(min((high - low) / self.step + 1e-9, MAX_STEPS) + 1)

    def at(self, index: int) -> float:
        """The value that lies so many steps above the low bound."""
        low, step = self.between[0] if self.between else 0.0, self.step or 0.0
        return round(low + index * step, 10)

    def steps(self) -> Sequence[float]:
        """Every value between the bounds, both included if the step fits."""
        return tuple(self.at(index) for index in range(self.count))


class Origin(BankModel):
    """Where a question was imported from; it is kept for people to look up and never read by the lab."""

    file: Annotated[
        str,
        StringConstraints(pattern=IMPORTED, max_length=64),
        about("The file, in the folder imported beside the bank.", "文件名，在题库旁的 imported 文件夹里。"),
    ]
    at: Annotated[
        int,
        Field(ge=0),
        about("The line, the row, or the place in a package.", "第几行，或内容包中的第几题。"),
    ] = 0


class Item(BankModel):
    """A question as a teacher wrote it; each kind adds what it asks and what is right."""

    id: Annotated[
        Identifier,
        about("What lessons call it; one of its kind in all banks.", "课中引用的名称，在所有题库中不重复。"),
    ]
    type: Annotated[str, TYPE]
    curriculum: Annotated[
        tuple[Annotated[int, Field(ge=1)], ...],
        Field(min_length=1),
        about("The numbers of the knowledge points it asks about.", "所考知识点的编号。"),
    ]
    difficulty: Annotated[
        int,
        Field(ge=1, le=3),
        about("1 recognise, 2 work out, 3 put together.", "1 识记，2 运用，3 综合。"),
    ] = 2
    source: Annotated[
        Origin | None,
        about("The file that it was imported from, as it came.", "导入时的来源文件，原样保留。"),
    ] = None
    data: Annotated[
        str | None, about("Which data it is asked about, by their id.", "用哪份数据出题（写数据的 id）。")
    ] = None
    params: Annotated[
        Mapping[Name, Param],
        about("What is drawn or worked out for each student.", "为每位学生抽取或算出的量。"),
    ] = Field(default_factory=dict)
    require: Annotated[
        Formula | None, about("What must hold, else it is drawn again.", "必须成立的条件，不成立就重新抽取。")
    ] = None
    claims: Annotated[
        tuple[Formula, ...],
        about(
            "Comparisons that prove the key in every draw; for a choice one for each option, in order. "
            "Never shown.",
            "证明答案在每次抽取中都成立的比较式；选择题每个选项一条，按顺序。不会显示。",
        ),
    ] = ()
    stem: Annotated[Text, about("The question; {{name}} is filled in.", "题干；{{名称}} 会被填入。")]
    hints: Annotated[tuple[HintText, ...], about("Help that costs points.", "要扣分的提示。")] = ()
    explain: Annotated[
        Text, about("Why the right answer is right, shown at the end.", "正确答案的道理，最后显示。")
    ]
    attempts: Annotated[
        Attempts | None, about("How many tries, and what they earn.", "可以答几次，各得多少。")
    ] = None
    shuffle: Annotated[
        bool | None, about("Whether options come in an order drawn by lot.", "选项是否打乱顺序。")
    ] = None
    redraw: Annotated[
        Literal["never", "group"] | None,
        about("Whether it is drawn anew when all tries are used up.", "次数用完后是否重新抽题。"),
    ] = None


Found = TypeVar("Found")


def walk(value: Any, kind: type[Found], loc: KeyPath = ()) -> Iterator[tuple[KeyPath, Found]]:
    """Every `kind` (such as Text or Formula) written anywhere in `value`, with the way to it."""
    if isinstance(value, kind):
        yield loc, value
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield from walk(getattr(value, name), kind, (*loc, field.alias or name))
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from walk(inner, kind, (*loc, name))
    elif isinstance(value, tuple | list):
        for index, inner in enumerate(value):
            yield from walk(inner, kind, (*loc, index))


_ONE_WAY: Final = Text(
    en="Write exactly one of expr, choose and between.", zh="expr、choose、between 三者须恰好写一个。"
)
_WITH_STEP: Final = Text(en="between and step go together.", zh="between 与 step 须一起写。")
_TOO_FINE: Final = Text(
    en=f"There are more than {MAX_STEPS} steps between the bounds.", zh=f"上下限之间超过 {MAX_STEPS} 步。"
)
_UPWARDS: Final = Text(
    en="between goes from the low bound to the high one.", zh="between 须先写下限，再写上限。"
)
