"""What those who write questions of this kind are told and offered."""

from pathlib import Path
from typing import Final

from courseware.asked import Asked, Choice
from courseware.text import Text
from exercises.help import InsertedPart, WritersHelp

_RIGHT: Final[tuple[Choice, ...]] = (
    (True, Text(en="right", zh="正确")),
    (False, Text(en="wrong", zh="错误")),
)
HELP: Final = WritersHelp(
    title=Text(en="Choose one, or several", zh="单选与多选"),
    offer=Text(en="Choice: one or several options.", zh="选择题：单选或多选。"),
    example=Path(__file__).with_name("example.yaml"),
    form=(
        Asked(("options", "*", "text"), Text(en="Option {n}", zh="选项 {n}")),
        Asked(("options", "*", "right"), Text(en="Option {n} is", zh="选项 {n} 为"), "choice", _RIGHT),
        Asked(("options", "*", "why"), Text(en="Option {n}: why not", zh="选项 {n}：错在哪里")),
    ),
    parts={
        "options": InsertedPart(
            Text(en="Option", zh="选项"), "text: {en: '${1}', zh: '${2}'}\nwhy: {en: '${3}', zh: '${4}'}"
        ),
    },
)
