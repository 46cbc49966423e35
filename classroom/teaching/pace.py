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
class Pace:
    """A step (empty on the title) with its stage, the minutes planned for it and the seconds it took."""

    step: str
    stage: str
    planned: float
    seconds: float


@dataclass(frozen=True)
class Hour:
    """One presentation with the pace of its steps, in the order in which they were entered."""

    presented: Presented
    paces: tuple[Pace, ...]

    @property
    def seconds(self) -> float:
        """How long its clock ran."""
        return sum(pace.seconds for pace in self.paces)

    @property
    def planned(self) -> float:
        """How many minutes were planned for its steps."""
        return sum(pace.planned for pace in self.paces)

    @property
    def is_class(self) -> bool:
        """Whether it was long enough to have been a class."""
        return self.seconds >= ENOUGH

    def by_stage(self) -> tuple[Pace, ...]:
        """The same, the steps of a stage taken together."""
        stages: dict[str, Pace] = {}
        for pace in self.paces:
            sofar = stages.get(pace.stage, Pace("", pace.stage, 0, 0))
            stages[pace.stage] = replace(
                sofar, planned=sofar.planned + pace.planned, seconds=sofar.seconds + pace.seconds
            )
        return tuple(stages.values())


def hour_of(store: Store, one: Presented) -> Hour:
    """The pace of a presentation up to now."""
    with store.read() as connection:
        found = _paces(connection, [one.id])
    return _hour(one, found.get(one.id, ()), store.clock())


def hours(store: Store, lesson: str) -> tuple[Hour, ...]:
    """Every presentation of a lesson whose clock has run, newest first."""
    table = tables.presentation.c
    columns = [table[name] for name in Presented.__dataclass_fields__]
    query = select(*columns).where(table.lesson == lesson, table.started_at.is_not(None))
    with store.read() as connection:
        known = [Presented(*row) for row in connection.execute(query.order_by(table.started_at.desc()))]
        found = _paces(connection, [one.id for one in known])
    now = store.clock()
    return tuple(_hour(one, found.get(one.id, ()), now) for one in known)


def _paces(connection: Connection, ids: Sequence[int]) -> Mapping[int, tuple[Pace, ...]]:
    table = tables.pace.c
    query = select(table.presentation_id, table.step, table.stage, table.planned, table.seconds)
    rows = connection.execute(query.where(table.presentation_id.in_(ids)).order_by(table.id)).all()
    return {id_: tuple(Pace(*row[1:]) for row in rows if row[0] == id_) for id_ in ids}


def _hour(one: Presented, paces: tuple[Pace, ...], now: datetime) -> Hour:
    """With the time that the clock is counting now, which is written when the step is left."""
    if one.since is None:
        return Hour(one, paces)
    planned = next((pace.planned for pace in paces if pace.step == one.step), 0.0)
    until = now if now - one.kept_at < KEPT_FOR else left_at(one, planned, now)
    counting = max(0.0, (until - one.since).total_seconds())
    return Hour(
        one,
        tuple(
            replace(pace, seconds=pace.seconds + counting) if pace.step == one.step else pace
            for pace in paces
        ),
    )
