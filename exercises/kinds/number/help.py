"""What those who write questions of this kind are told and offered."""

from pathlib import Path
from typing import Final

from courseware.asked import Asked
from courseware.text import Text
from exercises.help import WritersHelp

_WIDTH: Final = ("answer", "tolerance")
HELP: Final = WritersHelp(
    title=Text(en="Work out a number", zh="计算填数"),
    offer=Text(en="Number: worked out, within a tolerance.", zh="数值题：计算得出，可设误差范围。"),
    example=Path(__file__).with_name("example.yaml"),
    form=(
        Asked(("answer", "expr"), Text(en="Right answer (formula)", zh="正确答案（算式）"), "line"),
        Asked((*_WIDTH, "abs"), Text(en="Tolerance: plus or minus", zh="容差：正负"), "number"),
        Asked((*_WIDTH, "rel"), Text(en="Tolerance: share of it", zh="容差：相对比例"), "number"),
        Asked((*_WIDTH, "figures"), Text(en="Significant figures", zh="有效数字位数"), "number"),
        Asked(("unit",), Text(en="Unit", zh="单位")),
        Asked(("near", "*", "why"), Text(en="Slip {n}: why", zh="错解 {n}：错在哪里")),
        Asked(
            ("near", "*", "score"),
            Text(en="Slip {n}: share of the points", zh="错解 {n}：得分比例"),
            "number",
        ),
    ),
    parts={},
)
