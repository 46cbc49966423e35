"""A whole course in its files: each text read once, judged beside the others, kept while it is good."""

from collections.abc import Callable
from functools import cached_property
from time import monotonic

from course.bank_registry import BankRegistry
from course.folders import Parts
from course.known import known_with
from course.lesson_registry import LessonRegistry
from course.registry import EVERY
from course.status import CourseStatus
from courseware.problem import Problem


class Library:
    """The lessons and the banks of one course.

    `lessons` and `banks` keep what is good; `status` tells what stands in the files now. Both read
    through `course.documents`, so that nobody reads a text that somebody has read.
    """

    def __init__(
        self,
        course: Parts,
        *,
        banks: BankRegistry | None = None,
        clock: Callable[[], float] = monotonic,
        every: float = EVERY,
    ) -> None:
        self._course, self._clock, self._every = course, clock, every
        self.banks = banks or BankRegistry(course["bank"], clock=clock, every=every)

    @cached_property
    def lessons(self) -> LessonRegistry:
        """The lessons; raises ProblemsFoundError if there is no lesson, no plan or no glossary."""
        known = lambda: known_with(self.banks)  # noqa: E731
        return LessonRegistry(self._course["lessons"], clock=self._clock, every=self._every, known=known)

    def look(self) -> None:
        """Look at the files now: for whoever has just written one."""
        self.banks.look()
        self.lessons.look()

    def problems(self) -> tuple[Problem, ...]:
        """What keeps files from being shown as they stand."""
        return (*self.banks.problems(), *self.lessons.problems())

    def status(self) -> CourseStatus:
        """All files as they are now, good or not."""
        return CourseStatus.of(self._course)
