"""How long the steps of past class hours took, beside what was planned for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, select

from classroom.records import tables
from classroom.records.store import Store
from classroom.teaching.presenting import KEPT_FOR, Presented, left_at

ENOUGH: Final = 5 * 60
"""Fewer seconds than these were a look at the slides, not a class."""


@dataclass(frozen=True)
class StepTiming:
    """A step (empty on the title) with its stage, the minutes planned for it and the seconds it took."""

    step: str
    stage: str
    planned: float
    seconds: float


@dataclass(frozen=True)
class PresentationTiming:
    """One presentation with the timing of its steps, in the order in which they were entered."""

    presented: Presented
    step_timings: tuple[StepTiming, ...]

    @property
    def seconds(self) -> float:
        """How long its clock ran."""
        return sum(step_timing.seconds for step_timing in self.step_timings)

    @property
    def planned(self) -> float:
        """How many minutes were planned for its steps."""
        return sum(step_timing.planned for step_timing in self.step_timings)

    @property
    def is_class(self) -> bool:
        """Whether it was long enough to have been a class."""
        return self.seconds >= ENOUGH

    def by_stage(self) -> tuple[StepTiming, ...]:
        """The same, the steps of a stage taken together."""
        stages: dict[str, StepTiming] = {}
        for step_timing in self.step_timings:
            sofar = stages.get(step_timing.stage, StepTiming("", step_timing.stage, 0, 0))
            stages[step_timing.stage] = replace(
                sofar,
                planned=sofar.planned + step_timing.planned,
                seconds=sofar.seconds + step_timing.seconds,
            )
        return tuple(stages.values())


def timing_of(store: Store, one: Presented) -> PresentationTiming:
    """The timing of a presentation up to now."""
    with store.read() as connection:
        found = _step_timings(connection, [one.id])
    return _timing(one, found.get(one.id, ()), store.clock())


def timings(store: Store, lesson: str) -> tuple[PresentationTiming, ...]:
    """Every presentation of a lesson whose clock has run, newest first."""
    table = tables.presentation.c
    columns = [table[name] for name in Presented.__dataclass_fields__]
    query = select(*columns).where(table.lesson == lesson, table.started_at.is_not(None))
    with store.read() as connection:
        known = [Presented(*row) for row in connection.execute(query.order_by(table.started_at.desc()))]
        found = _step_timings(connection, [one.id for one in known])
    now = store.clock()
    return tuple(_timing(one, found.get(one.id, ()), now) for one in known)


def _step_timings(connection: Connection, ids: Sequence[int]) -> Mapping[int, tuple[StepTiming, ...]]:
    table = tables.pace.c
    query = select(table.presentation_id, table.step, table.stage, table.planned, table.seconds)
    rows = connection.execute(query.where(table.presentation_id.in_(ids)).order_by(table.id)).all()
    return {id_: tuple(StepTiming(*row[1:]) for row in rows if row[0] == id_) for id_ in ids}


def _timing(one: Presented, step_timings: tuple[StepTiming, ...], now: datetime) -> PresentationTiming:
    """With the time that the clock is counting now, which is written when the step is left."""
    if one.since is None:
        return PresentationTiming(one, step_timings)
    planned = next((step_timing.planned for step_timing in step_timings if step_timing.step == one.step), 0.0)
    until = now if now - one.kept_at < KEPT_FOR else left_at(one, planned, now)
    counting = max(0.0, (until - one.since).total_seconds())
    return PresentationTiming(
        one,
        tuple(
            replace(step_timing, seconds=step_timing.seconds + counting)
            if step_timing.step == one.step
            else step_timing
            for step_timing in step_timings
        ),
    )
