"""What holds for one student of an assignment at one moment: open or not, which share, how many tries."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Final, Literal

from lessons import DatedAssignment

WindowState = Literal["ahead", "open", "late", "closed"]
"""Not yet open, open, open for a smaller share, or over."""

_DAY: Final = timedelta(days=1)


@dataclass(frozen=True)
class Extension:
    """What one student is allowed beyond the others; nothing in it ever takes away.

    `time_factor` multiplies the minutes of every exam, such as 1.25 for a quarter more.
    """

    due_at: datetime | None = None
    time_factor: float = 1.0
    extra_tries: int = 0


NO_EXTENSION: Final = Extension()


@dataclass(frozen=True)
class TryTerms:
    """What holds for the tries at one question: the share that each earns, whether hints are open to it."""

    rates: tuple[float, ...]
    has_hints: bool = True
    is_over: bool = False
    """Whether no response is taken any more, however many tries are left."""


@dataclass(frozen=True)
class AssignmentRules:
    """An assignment as it holds for one student."""

    plan: DatedAssignment
    extension: Extension = NO_EXTENSION

    @property
    def due_at(self) -> datetime | None:
        """Until when full points are to be had; an extension only ever moves it on."""
        own, extended = self.plan.due_at, self.extension.due_at
        return own if own is None or extended is None else max(own, extended)

    @property
    def closes_at(self) -> datetime | None:
        """When no response is taken any more; None if it stays open.

        An exam closes later by what a student's factor adds to the minutes, so that whoever begins at the
        last moment has the addition too.
        """
        if self.due_at is None:
            return None
        if self.plan.late is not None:
            return self.due_at + _DAY * self.plan.late.days
        return self.due_at + self._minutes - timedelta(minutes=self.plan.minutes or 0)

    @property
    def _minutes(self) -> timedelta:
        return timedelta(minutes=self.plan.minutes or 0) * max(1.0, self.extension.time_factor)

    def state(self, at: datetime) -> WindowState:
        """How the window stands at this moment; a response at the very due time is in time."""
        if self.plan.opens_at is not None and at < self.plan.opens_at:
            return "ahead"
        if self.due_at is None or at <= self.due_at:
            return "open"
        if self.closes_at is not None and at > self.closes_at:
            return "closed"
        return "open" if self.plan.late is None else "late"

    def is_open(self, at: datetime) -> bool:
        """Whether responses are taken."""
        return self.state(at) in ("open", "late")

    def share(self, at: datetime) -> float:
        """Which share of the points a response at this moment earns: for each day that has begun, less."""
        if not self.is_open(at):
            return 0.0
        if self.plan.late is None or self.due_at is None or at <= self.due_at:
            return 1.0
        days = ceil((at - self.due_at) / _DAY)
        return max(self.plan.late.floor, 1 - self.plan.late.per_day * days, 0.0)

    def next_change(self, at: datetime) -> datetime | None:
        """When the share falls next or the window closes; None if it never does."""
        if self.due_at is None or self.state(at) == "closed":
            return None
        if at <= self.due_at:
            return self.due_at
        return min(self.due_at + _DAY * ceil((at - self.due_at) / _DAY), self.closes_at or at)

    def terms(self, points: tuple[float, ...], at: datetime) -> TryTerms:
        """What holds for tries at a question whose bank gives these points, at this moment."""
        tries = (self.plan.tries or len(points)) + max(0, self.extension.extra_tries)
        share = self.share(at)
        rates = tuple(points[min(n, len(points) - 1)] * share for n in range(tries))
        return TryTerms(rates, self.plan.hints, is_over=self.state(at) == "closed")

    def ends_at(self, begun_at: datetime) -> datetime:
        """When a sitting that began then ends: after the student's own minutes, or sooner as it closes."""
        end = begun_at + self._minutes
        return end if self.closes_at is None else min(end, self.closes_at)
