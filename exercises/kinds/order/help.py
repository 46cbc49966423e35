"""What those who write questions of this kind are told and offered."""

from pathlib import Path
from typing import Final

from courseware.asked import Asked
from courseware.text import Text
from exercises.help import InsertedPart, WritersHelp

HELP: Final = WritersHelp(
    title=Text(en="Put into order", zh="排序"),
    offer=Text(en="Order: put steps in sequence.", zh="排序题：把步骤排好先后。"),
    example=Path(__file__).with_name("example.yaml"),
    form=(
        Asked(("steps", "*", "text"), Text(en="Step {n}", zh="步骤 {n}")),
        Asked(("steps", "*", "why"), Text(en="Step {n}: why", zh="步骤 {n}：理由")),
    ),
    parts={
        "steps": InsertedPart(
            Text(en="Step", zh="步骤"), "text: {en: '${1}', zh: '${2}'}\nwhy: {en: '${3}', zh: '${4}'}"
        ),
    },
)
