"""Progress: where a student is in the course, and how far: places, steps seen, points so far."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select, true

from classroom.prediction import predictions_in
from classroom.records import tables
from classroom.records.effective import EffectiveAttempts
from classroom.records.store import Store
from classroom.records.student import Student
from classroom.records.upsert import insert, upsert


@dataclass(frozen=True)
class LessonPlace:
    """The step at which a student was last seen in a lesson."""

    lesson: str
    step: str
    at: datetime


@dataclass(frozen=True)
class Progress:
    """How far a student is in one lesson; counts only steps and items that it has now."""

    place: LessonPlace | None
    seen: frozenset[str]
    steps: int
    points: float
    answered: frozenset[str]
    items: int
    told: frozenset[str] = frozenset()
    """The steps at which a prediction was made or a thought written down."""
    asked: int = 0
    """How many steps ask for one."""
    waiting: int = 0
    """How many answers wait for a teacher, and have no points yet."""
    to_come: float = 0.0
    """What these may still add at most."""

    @property
    def done(self) -> int:
        """What was done of all that the lesson asks for: graded questions answered, predictions made."""
        return len(self.answered) + len(self.told)

    @property
    def tasks(self) -> int:
        """All that the lesson asks for."""
        return self.items + self.asked

    @property
    def done_share(self) -> float:
        """The share of it that was done, 0-1; 0 for a lesson that asks for nothing."""
        return self.done / self.tasks if self.tasks else 0.0

    @property
    def seen_share(self) -> float:
        """The share of the steps that were seen, 0-1; 0 for a lesson without steps."""
        return len(self.seen) / self.steps if self.steps else 0.0


def visit(store: Store, student: Student, lesson: str, step: str) -> frozenset[str]:
    """Notes that the student is at this step now; all steps of the lesson that were seen, this one too.

    Coming again to the same step costs one read.
    """
    latest, seen = _latest_and_seen(store, student, lesson)
    if latest == (lesson, step):
        return seen
    at = store.clock()
    here = {"student_id": student.id, "lesson": lesson}
    with store.write() as connection:
        upsert(connection, tables.place, here, {"step": step, "at": at})
        first = insert(connection, tables.seen).values(**here, step=step, first_at=at)
        connection.execute(first.on_conflict_do_nothing())
    return seen | {step}


def _latest_and_seen(
    store: Store, student: Student, lesson: str
) -> tuple[tuple[str, str] | None, frozenset[str]]:
    """Lesson and step where the student was last, and the steps seen in this lesson, in one query.

    None for the place if no step of this lesson was seen: then the student was last somewhere else.
    """
    last, seen = tables.place.c, tables.seen.c
    latest = select(last.lesson, last.step).where(last.student_id == student.id)
    latest_place = latest.order_by(last.at.desc(), last.lesson).limit(1).subquery()
    query = (
        select(seen.step, latest_place.c.lesson.label("at_lesson"), latest_place.c.step.label("at_step"))
        .select_from(tables.seen.join(latest_place, true()))
        .where(seen.student_id == student.id, seen.lesson == lesson)
    )
    with store.read() as connection:
        rows = connection.execute(query).all()
    at = (rows[0].at_lesson, rows[0].at_step) if rows else None
    return at, frozenset(row.step for row in rows)


def place(store: Store, student: Student, lesson: str) -> LessonPlace | None:
    """Where the student was last in this lesson."""
    with store.read() as connection:
        return _place(connection, student, lesson)


def last_place(store: Store, student: Student) -> LessonPlace | None:
    """Where the student was last in the whole course: where to continue."""
    with store.read() as connection:
        return _place(connection, student)


def steps_seen(store: Store, student: Student, lesson: str) -> frozenset[str]:
    """The steps of this lesson that the student has seen, those among them that it has no more."""
    with store.read() as connection:
        return _seen(connection, student, lesson)


def progress(
    store: Store,
    student: Student,
    lesson: str,
    steps: Collection[str],
    items: Collection[str],
    *,
    asked: Collection[str] = (),
) -> Progress:
    """How far the student is in `lesson`, which has these step and item ids today.

    `asked` are the steps that ask for a prediction or a thought.
    """
    with store.read() as connection:
        seen = _seen(connection, student, lesson) & frozenset(steps)
        earned = _earned(connection, student, items)
        told = (
            frozenset(predictions_in(connection, student, lesson)) & frozenset(asked)
            if asked
            else frozenset()
        )
        at = _place(connection, student, lesson)
    points, waiting, to_come = (
        (sum(each) for each in zip(*earned.values(), strict=True)) if earned else (0.0, 0, 0.0)
    )
    answered = frozenset(earned)
    return Progress(
        at, seen, len(steps), points, answered, len(items), told, len(asked), int(waiting), to_come
    )


def _earned(
    connection: Connection, student: Student, items: Collection[str]
) -> dict[str, tuple[float, int, float]]:
    """The points of each of these items that was answered, how many answers wait, and what they may add."""
    effective = EffectiveAttempts()
    table = effective.attempt.c
    query = (
        select(table.item, func.sum(effective.points), effective.waiting, effective.to_come)
        .select_from(effective.rows)
        .where(table.student_id == student.id, table.item.in_(tuple(items)))
        .group_by(table.item)
    )
    return {
        item: (float(points), waiting, float(to_come))
        for item, points, waiting, to_come in connection.execute(query)
    }


def _place(connection: Connection, student: Student, lesson: str | None = None) -> LessonPlace | None:
    table = tables.place.c
    query = select(table.lesson, table.step, table.at).where(table.student_id == student.id)
    if lesson is not None:
        query = query.where(table.lesson == lesson)
    row = connection.execute(query.order_by(table.at.desc(), table.lesson).limit(1)).first()
    return row and LessonPlace(*row)


def _seen(connection: Connection, student: Student, lesson: str) -> frozenset[str]:
    table = tables.seen.c
    query = select(table.step).where(table.student_id == student.id, table.lesson == lesson)
    return frozenset(connection.scalars(query))
