"""A lesson as it is presented to a class: where it stands, and how long each step of it has taken."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, Literal

from pydantic import JsonValue
from sqlalchemy import Connection, Row, select

from classroom.records import tables
from classroom.records.sanitize import one_line
from classroom.records.store import Store
from classroom.revisions.history import lock_file

ClockState = Literal["waiting", "running", "paused", "ended"]
"""The clock of the hour: not started yet, going, stopped for a while, or the hour is over."""

KEPT_FOR: Final = timedelta(hours=4)
"""So long after its last move a presentation is taken up again; after that it begins anew."""


@dataclass(frozen=True)
class StepPosition:
    """Where in the lesson the class is: the step, its stage, and the minutes planned for the step."""

    step: str
    stage: str
    minutes: float


@dataclass(frozen=True)
class Move:
    """A new state of a presentation, as plain JSON, and what of it the record understands.

    `run` counts the presentations of a lesson; of two moves in one run the one with the later `moment`
    (ms since 1970) holds.
    """

    run: int
    moment: int
    state: Mapping[str, JsonValue]
    clock: ClockState
    position: StepPosition


@dataclass(frozen=True)
class Presented:
    """One presentation of a lesson, as the record holds it.

    `step` is where it stands and `since` when its clock last began to count there, None while it does
    not. `started_at` is when the clock was started, `kept_at` the last move, `ended_at` the end.
    """

    id: int
    lesson: str
    presenter: str
    class_name: str
    run: int
    state: Mapping[str, JsonValue]
    moment: int
    step: str
    since: datetime | None
    opened_at: datetime
    started_at: datetime | None
    kept_at: datetime
    ended_at: datetime | None

    def is_open(self, now: datetime) -> bool:
        """Whether it is taken up again by who opens the lesson's slides now."""
        return self.ended_at is None and now - self.kept_at < KEPT_FOR


def presented(store: Store, lesson: str, presenter: str) -> Presented | None:
    """The newest presentation of this lesson by this presenter."""
    with store.read() as connection:
        return _newest(connection, lesson, presenter)


def keep_move(
    store: Store,
    lesson: str,
    presenter: str,
    move: Move,
    plan: Sequence[StepPosition] = (),
    *,
    beside: Callable[[Presented], Move | None] | None = None,
) -> Presented:
    """Keeps a move unless a newer one is known, and counts the time; returns what holds now.

    A move of a later run begins a new presentation and ends the one before. `plan` holds every step of
    the lesson; it is written down when the clock is started, so that skipped steps can be told. `beside`
    says what to keep instead of the move where the same run is known already, None if nothing.
    """
    known = presented(store, lesson, presenter)
    if known is not None and _wanted(move, known, beside) is None:
        return known
    with store.write() as connection:
        lock_file(connection, f"{presenter}/{lesson}")
        known, now = _newest(connection, lesson, presenter), store.clock()
        wanted = move if known is None else _wanted(move, known, beside)
        if known is not None and wanted is None:
            return known
        if known is None or move.run > known.run:
            if known is not None:
                _leave(connection, known, now)
            known = _begin(connection, lesson, presenter, move, now)
        return _follow(connection, known, wanted or move, plan, now)


def name_class(store: Store, one: Presented, class_name: str) -> None:
    """Writes down which class it is."""
    table = tables.presentation
    with store.write() as connection:
        values = {"class_name": one_line(class_name)[: tables.NAME]}
        connection.execute(table.update().where(table.c.id == one.id).values(**values))


def _wanted(move: Move, known: Presented, beside: Callable[[Presented], Move | None] | None) -> Move | None:
    if beside is not None and move.run == known.run:
        return beside(known)
    return move if (move.run, move.moment) > (known.run, known.moment) else None


def _begin(connection: Connection, lesson: str, presenter: str, move: Move, now: datetime) -> Presented:
    values = {
        "lesson": lesson,
        "presenter": presenter,
        "class_name": "",
        "run": move.run,
        "state": dict(move.state),
        "moment": move.moment,
        "step": move.position.step,
        "opened_at": now,
        "kept_at": now,
    }
    added = tables.presentation.insert().values(**values).returning(*_COLUMNS)
    return _presented(connection.execute(added).one())


def _follow(
    connection: Connection, known: Presented, move: Move, plan: Sequence[StepPosition], now: datetime
) -> Presented:
    """Writes the new state; the time up to now goes to the step that is left."""
    runs = move.clock == "running"
    stays = runs and known.since is not None and known.step == move.position.step
    if known.since is not None and not stays:
        _count(connection, known, now)
    if runs and not stays:
        _enter(connection, known.id, (*(plan if known.started_at is None else ()), move.position))
    since = (known.since if stays else now) if runs else None
    values = {
        "state": dict(move.state),
        "moment": move.moment,
        "step": move.position.step,
        "since": since,
        "started_at": known.started_at or since,
        "kept_at": now,
        "ended_at": (known.ended_at or now) if move.clock == "ended" else None,
    }
    table = tables.presentation
    changed = table.update().where(table.c.id == known.id).values(**values).returning(*_COLUMNS)
    return _presented(connection.execute(changed).one())


def _enter(connection: Connection, id_: int, positions: Sequence[StepPosition]) -> None:
    """Makes a line for each of these steps that has none."""
    table = tables.pace
    there = set(connection.scalars(select(table.c.step).where(table.c.presentation_id == id_)))
    lines = {position.step: position for position in positions if position.step not in there}
    for position in lines.values():
        values = {"step": position.step, "stage": position.stage, "planned": position.minutes, "seconds": 0.0}
        connection.execute(table.insert().values(presentation_id=id_, **values))


def _count(connection: Connection, known: Presented, now: datetime) -> None:
    if known.since is None:
        return
    table, passed = tables.pace, max(0.0, (now - known.since).total_seconds())
    same = (table.c.presentation_id == known.id, table.c.step == known.step)
    connection.execute(table.update().where(*same).values(seconds=table.c.seconds + passed))


def _leave(connection: Connection, known: Presented, now: datetime) -> None:
    """Ends a presentation that another one follows, if nobody has ended it."""
    if known.ended_at is not None:
        return
    at = left_at(known, _planned(connection, known), now)
    _count(connection, known, at)
    table = tables.presentation
    connection.execute(table.update().where(table.c.id == known.id).values(since=None, ended_at=at))


def left_at(known: Presented, planned: float, now: datetime) -> datetime:
    """When one that nobody ended was over: at its last move, or once its step had the time planned for it."""
    if known.since is None:
        return known.kept_at
    return min(now, max(known.kept_at, known.since + timedelta(minutes=planned)))


def _planned(connection: Connection, known: Presented) -> float:
    table = tables.pace.c
    query = select(table.planned).where(table.presentation_id == known.id, table.step == known.step)
    return float(connection.scalar(query) or 0)


_COLUMNS: Final = tuple(tables.presentation.c[name] for name in Presented.__dataclass_fields__)


def _newest(connection: Connection, lesson: str, presenter: str) -> Presented | None:
    table = tables.presentation.c
    query = select(*_COLUMNS).where(table.lesson == lesson, table.presenter == presenter)
    row = connection.execute(query.order_by(table.run.desc()).limit(1)).first()
    return _presented(row) if row else None


def _presented(row: Row[Any]) -> Presented:
    return Presented(**row._mapping)
