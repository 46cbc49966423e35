"""How often something can be revealed on a slide."""

from course import all_exercises
from exercises import Exercise
from exercises.specimen import variant_of
from lessons import AskStep, Lesson, PlayStep, Slide
from ui.present.fields import on_slide


def phases(lesson: Lesson, slide: Slide) -> int:
    """0 where nothing is hidden; 2 where a prediction or a task comes before the run."""
    if slide.kind == "exercise":
        exercise = all_exercises().get(slide.item or "")
        return 0 if exercise is None else _phases_of(exercise)
    step = lesson.steps[slide.step] if slide.step is not None else None
    if slide.kind == "ask" and isinstance(step, AskStep):
        return int(step.answer is not None)
    if slide.kind == "play" and isinstance(step, PlayStep):
        return 2 if step.predict is not None else 0
    return 0


def _phases_of(exercise: Exercise) -> int:
    """The answer, and before it the simulation where the question is answered by setting one."""
    return 1 if on_slide(variant_of(exercise, "en").question.fields[0]).played() is None else 2
