"""The fields of a form for the commonest changes to a question: its texts, options and tolerance."""

from collections.abc import Mapping
from typing import Final

from authoring.forms.field import Asked, Choice, FormField, fields_of
from courseware.curriculum import knowledge_points
from courseware.text import Text


def fields_at(text: str, item: int) -> tuple[FormField, ...]:
    """The fields for the item at `item` (from 0) of a bank; none while the text cannot be read."""
    return fields_of(text, ("items", item), _ITEM)


_DIFFICULTIES: Final[tuple[Choice, ...]] = (
    (1, Text(en="1: recognise", zh="1：识记")),
    (2, Text(en="2: work out", zh="2：运用")),
    (3, Text(en="3: put together", zh="3：综合")),
)
_RIGHT: Final[tuple[Choice, ...]] = (
    (True, Text(en="right", zh="正确")),
    (False, Text(en="wrong", zh="错误")),
)
_ITEM: Final = (
    Asked(("stem",), Text(en="Question", zh="题干"), "passage"),
    Asked(
        ("curriculum",),
        Text(en="Knowledge points", zh="知识点"),
        "several",
        tuple(knowledge_points().items()),
    ),
    Asked(("difficulty",), Text(en="Difficulty", zh="难度"), "choice", _DIFFICULTIES),
    Asked(("answer", "expr"), Text(en="Right answer (formula)", zh="正确答案（算式）"), "line"),
    Asked(("answer", "tolerance", "abs"), Text(en="Tolerance: plus or minus", zh="容差：正负"), "number"),
    Asked(("answer", "tolerance", "rel"), Text(en="Tolerance: share of it", zh="容差：相对比例"), "number"),
    Asked(("answer", "tolerance", "figures"), Text(en="Significant figures", zh="有效数字位数"), "number"),
    Asked(("unit",), Text(en="Unit", zh="单位")),
    Asked(("options", "*", "text"), Text(en="Option {n}", zh="选项 {n}")),
    Asked(("options", "*", "right"), Text(en="Option {n} is", zh="选项 {n} 为"), "choice", _RIGHT),
    Asked(("options", "*", "why"), Text(en="Option {n}: why not", zh="选项 {n}：错在哪里")),
    Asked(("choices", "*", "text"), Text(en="Choice {n}", zh="可选项 {n}")),
    Asked(("rows", "*", "text"), Text(en="Row {n}", zh="第 {n} 行")),
    Asked(("rows", "*", "why"), Text(en="Row {n}: why", zh="第 {n} 行：理由")),
    Asked(("sample", "rows"), Text(en="How many customers", zh="抽取多少位客户"), "number"),
    Asked(("sample", "text"), Text(en="Text of a row", zh="每行的文字")),
    Asked(("steps", "*", "text"), Text(en="Step {n}", zh="步骤 {n}")),
    Asked(("steps", "*", "why"), Text(en="Step {n}: why", zh="步骤 {n}：理由")),
    Asked(("near", "*", "why"), Text(en="Slip {n}: why", zh="错解 {n}：错在哪里")),
    Asked(
        ("near", "*", "score"), Text(en="Slip {n}: share of the points", zh="错解 {n}：得分比例"), "number"
    ),
    Asked(("goals", "*", "value"), Text(en="Goal {n}: to be reached", zh="目标 {n}：须达到"), "line"),
    Asked(("goals", "*", "why"), Text(en="Goal {n}: why missed", zh="目标 {n}：为什么没达到")),
    Asked(("hints", "*", "text"), Text(en="Hint {n}", zh="提示 {n}")),
    Asked(("hints", "*", "cost"), Text(en="Hint {n}: cost", zh="提示 {n}：扣分比例"), "number"),
    Asked(("explain",), Text(en="Explanation", zh="解析"), "passage"),
)

LABELS: Final[Mapping[tuple[str, ...], Text]] = {
    tuple(step for step in asked.path if step != "*"): asked.label for asked in _ITEM
}
"""What each text of a question is called, by the keys that lead to it."""
