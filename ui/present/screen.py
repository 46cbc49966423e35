"""One slide as it is to be drawn now: whose it is, in which language, how much of it is revealed."""

from dataclasses import dataclass

from courseware.language import DisplayLanguage
from courseware.text import Language
from lessons import Lesson, Slide, Step, find_slide, slides
from ui.present.display_language import main_language
from ui.present.setting import SlideSetting
from ui.present.state import Presentation, State
from ui.visit import Visit


@dataclass(frozen=True)
class Screen:
    """What is drawn in one slot; `phase` counts what was revealed on it.

    `setting` is how the presentation (its number is `run`) has the slide's simulation, if it was moved;
    `hall` is the presentation in the window where it is moved, and None beside it.
    """

    visit: Visit
    lesson: Lesson
    slide: Slide
    display_language: DisplayLanguage
    phase: int
    setting: SlideSetting | None = None
    run: int = 0
    hall: Presentation | None = None

    @property
    def language(self) -> Language:
        """The language of what is said only once."""
        return main_language(self.display_language)

    @property
    def step(self) -> Step:
        """The step that the slide is of; an IndexError on a slide that belongs to none."""
        if self.slide.step is None:
            raise IndexError(f"the slide {self.slide.key} belongs to no step")
        return self.lesson.steps[self.slide.step]

    @property
    def key(self) -> str:
        """A name for the slide's widgets that no other slide has and no style sheet stumbles over."""
        return f"{self.lesson.id}-{self.slide.key}".replace(".", "-")

    def turned(self, slide: Slide, state: State) -> "Screen":
        """Another slide in the same window, as the presentation has it."""
        phase, setting = state.phase(slide.key), state.settings.get(slide.key)
        return Screen(
            self.visit, self.lesson, slide, state.display_language, phase, setting, state.run, self.hall
        )


def screen_of(visit: Visit, lesson: Lesson, state: State, hall: Presentation | None) -> Screen:
    """The slide that is on the screen."""
    all_slides = slides(lesson)
    now = find_slide(all_slides, state.slide) or all_slides[0]
    return Screen(visit, lesson, now, state.display_language, 0, hall=hall).turned(now, state)
