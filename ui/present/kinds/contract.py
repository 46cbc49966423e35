"""What every kind of slide has to be on the projector; what a kind lacks is named by the type checker."""

from collections.abc import Iterator, Mapping
from typing import Protocol

from courseware.text import Language, Text
from lessons import Lesson, Slide
from simulations.parameter import ParameterValue
from ui.play_setup import PlaySetup
from ui.present.screen import Screen


class SlideOnStage(Protocol):
    """A module of this folder, as slots, keys and the speaker view ask for it; nothing has a default."""

    @property
    def HAS_HEAD(self) -> bool:  # noqa: N802 - a constant of the module
        """Whether the title of the step stands above it; False where the slide is all heading."""
        ...

    def show(self, screen: Screen) -> None:
        """Draws it, as much of it as is revealed."""
        ...

    def phases(self, lesson: Lesson, slide: Slide) -> int:
        """How often something can be revealed on it; 0 where nothing is hidden."""
        ...

    def outline(self, lesson: Lesson, slide: Slide, language: Language) -> Iterator[str]:
        """What it asks and offers beside its text, as Markdown for the speaker."""
        ...

    def answer(self, lesson: Lesson, slide: Slide, language: Language) -> Text | None:
        """What is right on it and why; None where nothing is hidden."""
        ...

    def setup(self, screen: Screen) -> PlaySetup | None:
        """The simulation that stands on it now, if one is to be seen there."""
        ...

    def applied(self, screen: Screen) -> Mapping[str, ParameterValue] | None:
        """The setting that shows the answer once all is revealed, if there is one."""
        ...
