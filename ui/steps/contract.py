"""What every kind of step has to be on a student's screen; what a kind lacks is named by the type checker."""

from typing import ClassVar, Protocol

from lessons import Lesson
from ui.visit import Visit


class StepOnScreen(Protocol):
    """A step as the lesson's page and the desk's preview ask for it; nothing has a default."""

    draws_claim: ClassVar[bool]
    """Whether it draws the claim of the step among its own words; else that stands above it."""

    def show(self, visit: Visit, lesson: Lesson) -> None:
        """Draws it, and asks for what it asks."""
        ...

    def is_ahead(self, visit: Visit, lesson: Lesson) -> bool:
        """Whether the reader has still to predict or to answer before more of it may be told."""
        ...

    def answers_of(self) -> object:
        """What answers in a preview belong to: where this changes, they begin anew."""
        ...

    def widgets_of(self) -> object:
        """What the widgets in a preview depend on: where this changes, they begin anew."""
        ...
