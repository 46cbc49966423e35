"""How often something can be revealed on a slide."""

from course import all_exercises
from exercises import Controls, Exercise
from exercises.specimen import variant_of
from lessons import AskStep, Lesson, PlayStep, Slide


def phases(lesson: Lesson, slide: Slide) -> int:
    """0 where nothing is hidden; 2 where a prediction or a task comes before the run."""
    if slide.kind == "exercise":
        exercise = all_exercises().get(slide.item or "")
        return 0 if exercise is None else 2 if is_played(exercise) else 1
    step = lesson.steps[slide.step] if slide.step is not None else None
    if slide.kind == "ask" and isinstance(step, AskStep):
        return int(step.answer is not None)
    if slide.kind == "play" and isinstance(step, PlayStep):
        return 2 if step.predict is not None else 0
    return 0


def is_played(exercise: Exercise) -> bool:
    """Whether the question is answered by setting a simulation."""
    return isinstance(variant_of(exercise, "en").question.fields[0], Controls)
