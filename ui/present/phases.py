"""How often something can be revealed on a slide."""

from exercises import bank
from lessons import AskStep, Lesson, PlayStep, Slide


def phases(lesson: Lesson, slide: Slide) -> int:
    """0 where nothing is hidden; 2 where a prediction comes before the run, and the reason after it."""
    if slide.kind == "exercise":
        return int(slide.item in bank())
    step = lesson.steps[slide.step] if slide.step is not None else None
    if slide.kind == "ask" and isinstance(step, AskStep):
        return int(step.answer is not None)
    if slide.kind == "play" and isinstance(step, PlayStep):
        return 2 if step.predict is not None else 0
    return 0
