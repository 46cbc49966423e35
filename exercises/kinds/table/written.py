"""What a teacher writes for a table to fill in."""

from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from courseware.about import about
from courseware.problem import ReaderError
from courseware.text import Text
from exercises.formula import Formula
from exercises.item import TYPE, BankModel, Item, Name
from exercises.numeric import ForeseenSlip, NumericAnswer, Unit


class CellOption(BankModel):
    """Something to choose in a cell: right, wrong, or right if a comparison holds for the student's data."""

    text: Annotated[Text, about("What it says.", "选项文字。")]
    right: Annotated[
        bool | Formula,
        about(
            "true, false, or a comparison; cells before it may be named.",
            "true、false 或比较式，可引用前面的格子。",
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


class WrittenCell(BankModel):
    """A cell: given, or answered with a number (`answer`) or one of a few `options`."""

    given: Annotated[Text | None, about("What stands in it.", "格中给出的内容。")] = None
    name: Annotated[
        Name | None,
        about(
            "A name of its own, by which formulas of later cells call it.",
            "自己的名称，后面格子的公式可引用。",
        ),
    ] = None
    answer: Annotated[NumericAnswer | None, about("What number is right.", "正确的数。")] = None
    follow: Annotated[
        bool,
        about(
            "Whether a number that follows rightly from the student's own earlier cells is accepted.",
            "若与学生自己前面填的数相符，是否也算对。",
        ),
    ] = False
    near: Annotated[tuple[ForeseenSlip, ...], about("Slips that you foresee.", "预料之中的典型错解。")] = ()
    unit: Annotated[
        Unit,
        about("The unit; percent takes 62 % for 0.62.", "单位；percent 表示填百分数，62 % 即 0.62。"),
    ] = None
    options: Annotated[
        tuple[CellOption, ...], Field(max_length=6), about("What to choose from.", "供选择的答案。")
    ] = ()
    weight: Annotated[float, Field(gt=0), about("How much it counts.", "所占的权重。")] = 1.0

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if sum((self.given is not None, self.answer is not None, bool(self.options))) != 1:
            raise ReaderError(_ONE_WAY)
        if (self.name is None) != (self.given is not None) or len(self.options) == 1:
            raise ReaderError(_NAMED)
        if self.answer is None and (self.follow or self.near or self.unit is not None):
            raise ReaderError(_OF_NUMBERS)
        return self


class WrittenNumber(BankModel):
    """The number of a cell, as all questions for numbers have it."""

    answer: NumericAnswer
    near: tuple[ForeseenSlip, ...]
    unit: Unit


class WrittenRow(BankModel):
    """A row: its words, and a cell for each column."""

    text: Annotated[Text, about("What the row is about.", "这一行说的是什么。")]
    cells: Annotated[
        tuple[WrittenCell, ...], Field(min_length=1), about("A cell for each column.", "每列一格。")
    ]


class TableItem(Item):
    """A table to fill in: rows and columns, some cells given, the others marked one by one."""

    type: Annotated[Literal["table"], TYPE]
    corner: Annotated[Text | None, about("What stands above the words of the rows.", "左上角的文字。")] = None
    columns: Annotated[
        tuple[Text, ...],
        Field(min_length=1, max_length=6),
        about("The heads of the columns.", "各列的表头。"),
    ]
    rows: Annotated[tuple[WrittenRow, ...], Field(min_length=1, max_length=12), about("The rows.", "各行。")]


_WHY: Final = Text(
    en="An option that may be wrong needs a why: which belief leads to it?",
    zh="可能错误的选项须写 why：什么样的误解会选它？",
)
_ONE_WAY: Final = Text(
    en="Write exactly one of given, answer and options in a cell.",
    zh="每格须在 given、answer、options 中恰好写一个。",
)
_NAMED: Final = Text(
    en="A cell to answer in needs a name, and two options or more if it is a choice; a given cell has none.",
    zh="要填的格子须有 name，选择格至少两个选项；给出的格子不写 name。",
)
_OF_NUMBERS: Final = Text(
    en="follow, near and unit belong to a cell with an answer.",
    zh="follow、near、unit 只用于有 answer 的格子。",
)
