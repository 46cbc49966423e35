"""Where in its minutes a lesson should be: the plan of the hour, which the clock is held against."""

from collections.abc import Mapping
from itertools import accumulate, groupby

from classroom import Hour, Spot
from lessons import Lesson, Slide, Step
from lessons.slides import TITLE


def spot_of(lesson: Lesson, slide: Slide) -> Spot:
    """The step that a slide belongs to; the title belongs to none and takes no time."""
    if slide.key == TITLE:
        return Spot("", slide.stage, 0)
    if slide.step is not None:
        return _spot(lesson.steps[slide.step])
    first = slide.key.removeprefix("stage-")
    return next((_spot(step) for step in lesson.steps if step.id == first), Spot(first, slide.stage, 0))


def plan_of(lesson: Lesson) -> tuple[Spot, ...]:
    """Every step of the lesson, the title first."""
    return (Spot("", lesson.steps[0].stage, 0), *map(_spot, lesson.steps))


def begins_at(lesson: Lesson) -> Mapping[str, float]:
    """The minute of the hour at which each step is to begin, by the step."""
    spots = plan_of(lesson)
    ends = accumulate(spot.minutes for spot in spots)
    return {spot.step: end - spot.minutes for spot, end in zip(spots, ends, strict=True)}


def parts_of(lesson: Lesson) -> Mapping[str, tuple[str, ...]]:
    """The part of the hour that each step is in: those of its stage before and after it."""
    parts: dict[str, tuple[str, ...]] = {}
    for _, spots in groupby(plan_of(lesson), key=lambda spot: spot.stage):
        steps = tuple(spot.step for spot in spots)
        parts |= dict.fromkeys(steps, steps)
    return parts


def clock_data(lesson: Lesson, hour: Hour, now: float) -> Mapping[str, object]:
    """What the clock in the browser counts on from; `now` (ms since 1970) is when it was read.

    Seconds taken by each step and the minutes planned, when each step is to begin, which steps make a part.
    """
    begins, parts = begins_at(lesson), parts_of(lesson)
    return {
        "now": now,
        "step": hour.presented.step,
        "running": hour.presented.since is not None,
        "total": lesson.minutes,
        "taken": {pace.step: round(pace.seconds, 1) for pace in hour.paces},
        "steps": {
            spot.step: {"minutes": spot.minutes, "begins": begins[spot.step], "part": parts[spot.step]}
            for spot in plan_of(lesson)
        },
    }


def _spot(step: Step) -> Spot:
    """What lies outside class is not counted."""
    return Spot(step.id, step.stage, step.minutes if step.in_class else 0)
