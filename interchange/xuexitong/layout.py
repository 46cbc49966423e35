"""The columns of the sheet by which 学习通 (Chaoxing) takes questions in, and the words it uses in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

SHEET: Final = "题库"
LOSSES: Final = "损失说明 What did not travel"
HEAD: Final = (
    "目录",
    "题目类型",
    "大题题干",
    "小题题型",
    "小题题干",
    "正确答案",
    "答案解析",
    "难易度",
    "知识点",
    "标签",
    "选项数",
)
"""The columns before those of the options, in the order of the platform's own template.

The platform has no public description of the sheet. The order is that of templates that teachers share;
what a fill-in answer may look like is what its help page for teachers says: ``;`` between wordings that
all count, and for numbers a range such as 1-9 that takes both of its ends.
"""
LEAST_OPTIONS: Final = 8
LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

SheetKind = Literal["单选题", "多选题", "判断题", "填空题", "排序题", "名词解释", "简答题", "论述题"]
DIFFICULTIES: Final[Mapping[int, str]] = {1: "易", 2: "中", 3: "难"}
TRUE_FALSE: Final = ("正确", "错误")
JUDGED: Final = ("判断题", "判断", "是非题", "对错题")
"""What teachers call a statement to judge."""

BETWEEN: Final = "\n‖ "
"""What stands between the Chinese and the English text of a cell that holds both."""
ID_TAG: Final = "id="
POINT: Final = "知识点"
REASON: Final = "✗ "
"""What a line of 答案解析 begins with that says why an option or a number is wrong."""
NOTE: Final = "※ "
"""What a line of 答案解析 begins with that only repeats what the answer says."""


@dataclass(frozen=True)
class Line:
    """One row of the sheet, as plain text."""

    folder: str
    kind: SheetKind
    stem: str
    answer: str
    explain: str
    difficulty: str
    points: str
    tags: str
    options: tuple[str, ...]

    def cells(self) -> tuple[str | int, ...]:
        """The row under the head, the options last."""
        before = (self.folder, self.kind, self.stem, "", "", self.answer, self.explain)
        return (*before, self.difficulty, self.points, self.tags, len(self.options), *self.options)
