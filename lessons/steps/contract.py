"""What a kind of step has to tell of itself; what it still lacks is named by the type checker."""

from collections.abc import Iterator
from typing import ClassVar, Literal, Protocol

from lessons.slide import Slide

Mode = Literal["graded", "practice"]
"""Whether the points of a question count."""


class StepContract(Protocol):
    """What a kind of step answers for beside the keys that are written of it; nothing has a default."""

    IS_TASK: ClassVar[bool]
    """Whether students do something in it, so that it has a number on their worksheet."""
    LEAST_MINUTES: ClassVar[int]
    """How long such a step takes a class at least; 0 if it may be as short as it likes."""

    def slides(self) -> Iterator[Slide]:
        """Its slides in their order; a claim stands before them without its doing."""
        ...

    def asks(self) -> tuple[tuple[str, Mode], ...]:
        """The questions of the banks that it asks: the id of each, and whether its points count."""
        ...

    def keeps_words(self) -> bool:
        """Whether what a student foresees or thinks at it is kept."""
        ...

    def plays(self) -> str | None:
        """The simulation that is played with in it; nothing if none is."""
        ...
