"""The controls of a simulation, which no other platform has."""

from typing import Final

from courseware.text import Text
from exercises.portable.told import Stays


def answers() -> Stays:
    """Why it stays."""
    return Stays(_STAYS)


_STAYS: Final = Text(
    en="It is answered by moving the controls of a simulation, which only this lab can run.",
    zh="这道题要在模拟里调参数来回答，只有本实验室能运行。",
)
