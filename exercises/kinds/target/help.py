"""What those who write questions of this kind are told and offered."""

from pathlib import Path
from typing import Final

from courseware.asked import Asked
from courseware.text import Text
from exercises.help import WritersHelp

HELP: Final = WritersHelp(
    title=Text(en="Reach a goal in a simulation", zh="在模拟中达标"),
    offer=Text(en="Target: reach a goal in a simulation.", zh="目标题：在模拟中达到目标。"),
    example=Path(__file__).with_name("example.yaml"),
    form=(
        Asked(("goals", "*", "value"), Text(en="Goal {n}: to be reached", zh="目标 {n}：须达到"), "line"),
        Asked(("goals", "*", "why"), Text(en="Goal {n}: why missed", zh="目标 {n}：为什么没达到")),
    ),
    parts={},
)
