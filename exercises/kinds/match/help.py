"""What those who write questions of this kind are told and offered."""

from pathlib import Path
from typing import Final

from courseware.asked import Asked
from courseware.text import Text
from exercises.help import InsertedPart, WritersHelp

HELP: Final = WritersHelp(
    title=Text(en="Sort and match", zh="归类与连线"),
    offer=Text(en="Match: give each row its choice.", zh="匹配题：为每一行选出归属。"),
    example=Path(__file__).with_name("example.yaml"),
    form=(
        Asked(("choices", "*", "text"), Text(en="Choice {n}", zh="可选项 {n}")),
        Asked(("rows", "*", "text"), Text(en="Row {n}", zh="第 {n} 行")),
        Asked(("rows", "*", "why"), Text(en="Row {n}: why", zh="第 {n} 行：理由")),
        Asked(("sample", "rows"), Text(en="How many customers", zh="抽取多少位客户"), "number"),
        Asked(("sample", "text"), Text(en="Text of a row", zh="每行的文字")),
    ),
    parts={
        "rows": InsertedPart(
            Text(en="Row", zh="行"),
            "text: {en: '${1}', zh: '${2}'}\nright: CHOICE\nwhy: {en: '${3}', zh: '${4}'}",
        ),
    },
)
