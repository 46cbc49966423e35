"""Where a question of the banks is asked: the lesson, the step, and its number there."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from course import all_exercises, lesson_registry
from exercises import Exercise
from lessons import ExerciseStep


@dataclass(frozen=True)
class Asked:
    """A question in its place; all numbers count from 1."""

    lesson: str
    step: int
    number: int
    exercise: Exercise

    @property
    def address(self) -> dict[str, str]:
        """What the address of its page says."""
        return {"step": str(self.step), "question": str(self.number)}


def all_asked() -> Iterator[Asked]:
    """Every question that a lesson asks, in the order of the course."""
    for lesson in lesson_registry().lessons().values():
        for n, step in enumerate(lesson.steps, 1):
            if isinstance(step, ExerciseStep):
                for number, item in enumerate(step.items, 1):
                    yield Asked(lesson.id, n, number, all_exercises()[item])


def first_asked(is_meant: Callable[[Exercise], bool]) -> Asked:
    """The first question of this sort."""
    return next(one for one in all_asked() if is_meant(one.exercise))


def first_of(kind: str) -> Asked:
    """The first question of this kind."""
    return first_asked(lambda one: one.kind == kind)
