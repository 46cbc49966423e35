"""How often something can be revealed on a slide."""

from lessons import Lesson, Slide
from ui.present.kinds import on_stage


def phases(lesson: Lesson, slide: Slide) -> int:
    """0 where nothing is hidden; 2 where a prediction or a task comes before the run."""
    return on_stage(slide.kind).phases(lesson, slide)
