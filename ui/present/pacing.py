"""Where in its minutes a lesson should be: the plan of the hour, which the clock is held against."""

from collections.abc import Mapping
from itertools import accumulate, groupby

from classroom import PresentationTiming, StepPosition
from lessons import Lesson, Slide, Step
from lessons.slides import END, TITLE


def position_of(lesson: Lesson, slide: Slide) -> StepPosition:
    """The step that a slide belongs to, the end to the last; the title to none, and it takes no time."""
    if slide.key == TITLE:
        return StepPosition("", slide.stage, 0)
    if slide.key == END:
        return _position(lesson.steps[-1])
    if slide.step is not None:
        return _position(lesson.steps[slide.step])
    first = slide.key.removeprefix("stage-")
    return next(
        (_position(step) for step in lesson.steps if step.id == first), StepPosition(first, slide.stage, 0)
    )


def plan_of(lesson: Lesson) -> tuple[StepPosition, ...]:
    """Every step of the lesson, the title first."""
    return (StepPosition("", lesson.steps[0].stage, 0), *map(_position, lesson.steps))


def begins_at(lesson: Lesson) -> Mapping[str, float]:
    """The minute of the hour at which each step is to begin, by the step."""
    positions = plan_of(lesson)
    ends = accumulate(position.minutes for position in positions)
    return {position.step: end - position.minutes for position, end in zip(positions, ends, strict=True)}


def parts_of(lesson: Lesson) -> Mapping[str, tuple[str, ...]]:
    """The part of the hour that each step is in: those of its stage before and after it."""
    parts: dict[str, tuple[str, ...]] = {}
    for _, positions in groupby(plan_of(lesson), key=lambda position: position.stage):
        steps = tuple(position.step for position in positions)
        parts |= dict.fromkeys(steps, steps)
    return parts


def clock_data(lesson: Lesson, timing: PresentationTiming, now: float) -> Mapping[str, object]:
    """What the clock in the browser counts on from; `now` (ms since 1970) is when it was read.

    Seconds taken by each step and the minutes planned, when each step is to begin, which steps make a part.
    """
    begins, parts = begins_at(lesson), parts_of(lesson)
    return {
        "now": now,
        "step": timing.presented.step,
        "running": timing.presented.since is not None,
        "total": lesson.minutes,
        "taken": {step_timing.step: round(step_timing.seconds, 1) for step_timing in timing.step_timings},
        "steps": {
            position.step: {
                "minutes": position.minutes,
                "begins": begins[position.step],
                "part": parts[position.step],
            }
            for position in plan_of(lesson)
        },
    }


def _position(step: Step) -> StepPosition:
    """What lies outside class is not counted."""
    return StepPosition(step.id, step.stage, step.minutes if step.in_class else 0)
