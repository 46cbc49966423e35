"""What each student of a class earned in each assignment, for marks and for the teacher's list."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, func, select

from classroom.assignment_rules import NO_EXTENSION, AssignmentRules, WindowState
from classroom.assignments.sittings import Sitting, hand_in_overdue, sittings_in
from classroom.assignments.store import Assigned, Assignment, assignments_of, extensions_of
from classroom.classes import SchoolClass, students_of
from classroom.records.effective import EffectiveAttempts
from classroom.records.store import Store
from classroom.records.student import Student
from lessons import AssignmentPart

AssignmentState = Literal["ahead", "open", "partly", "done", "missing"]
"""Not yet open, open and untouched, some answered, all answered or handed in, or over and untouched."""


@dataclass(frozen=True)
class AssignmentResult:
    """What a student earned: `points` of `possible`. Students may read it once it `is_released`."""

    points: float
    possible: float
    state: AssignmentState
    part: AssignmentPart
    is_released: bool = True
    waiting: int = 0
    """How many answers wait for a teacher, and have no points yet."""
    answered: tuple[str, ...] = ()
    """What the record calls the questions that were answered."""
    to_come: float = 0.0
    """How many points these may still add at most."""
    marked_share: float | None = None
    """The share of the points that was earned with what is marked or was left open; None if all waits."""


@dataclass(frozen=True)
class _ItemResult:
    """What one question earned so far."""

    points: float
    is_pending: bool
    to_come: float


def results(store: Store, of: SchoolClass) -> Mapping[tuple[int, int], AssignmentResult]:
    """What each student of the class earned, by student and assignment."""
    hand_in_overdue(store)
    students, made = students_of(store, of), assignments_of(store, of)
    with store.read() as connection:
        return results_in(connection, students, made, store.clock())


def results_in(
    connection: Connection, students: Sequence[Student], made: Sequence[Assignment], at: datetime
) -> Mapping[tuple[int, int], AssignmentResult]:
    """What each of these students earned in each of these assignments; sittings as they stand."""
    sittings = {(one.student_id, one.assignment_id): one for one in sittings_in(connection, made)}
    extensions = extensions_of(connection, students, made)
    earned = _earned(connection, students, _names(made, sittings.values()))
    return {
        (student.id, one.id): _result(
            one,
            sittings.get((student.id, one.id)),
            AssignmentRules(one.plan, extensions.get((student.id, one.id), NO_EXTENSION)),
            earned.get(student.id, {}),
            at,
        )
        for student in students
        for one in made
    }


def results_of(
    store: Store, student: Student, assigned: Collection[Assigned]
) -> Mapping[int, AssignmentResult]:
    """What one student earned, by assignment."""
    made, at = [one.assignment for one in assigned], store.clock()
    with store.read() as connection:
        all_sittings = sittings_in(connection, made, student)
        sittings = {one.assignment_id: one for one in all_sittings}
        earned = _earned(connection, [student], _names(made, all_sittings)).get(student.id, {})
    return {
        one.assignment.id: _result(one.assignment, sittings.get(one.assignment.id), one.rules, earned, at)
        for one in assigned
    }


def items_in(made: Assignment, sitting: Sitting | None) -> tuple[str, ...]:
    """What the record calls the questions of an assignment for one student; none of an exam not begun."""
    if made.plan.mode == "exam":
        return sitting.names if sitting is not None else ()
    return made.plan.items or ()


def size_of(made: Assignment) -> int:
    """How many questions a student has in this assignment."""
    return len(made.plan.items or ()) + sum(pool.draw for pool in made.plan.pools)


def _result(
    made: Assignment,
    sitting: Sitting | None,
    rules: AssignmentRules,
    earned: Mapping[str, _ItemResult],
    at: datetime,
) -> AssignmentResult:
    items = items_in(made, sitting)
    size = len(items) or size_of(made)
    possible = float(made.plan.points or size)
    answered = [earned[item] for item in items if item in earned]
    is_handed_in = sitting is not None and sitting.handed_in_at is not None
    state: AssignmentState
    if is_handed_in or len(answered) == size:
        state = "done"
    elif answered or sitting is not None:
        state = "partly"
    else:
        state = _unanswered(rules, at)
    points = possible * sum(one.points for one in answered) / size if size else 0.0
    waiting = sum(one.is_pending for one in answered)
    marked = sum(one.points for one in answered if not one.is_pending)
    return AssignmentResult(
        points,
        possible,
        state,
        made.plan.counts_for,
        made.is_released(at),
        waiting,
        tuple(item for item in items if item in earned),
        to_come=possible * sum(one.to_come for one in answered) / size if size else 0.0,
        marked_share=marked / (size - waiting) if size > waiting else None,
    )


def _unanswered(rules: AssignmentRules, at: datetime) -> AssignmentState:
    states: Mapping[WindowState, AssignmentState] = {"ahead": "ahead", "closed": "missing"}
    return states.get(rules.state(at), "open")


def _names(made: Collection[Assignment], sittings: Collection[Sitting]) -> frozenset[str]:
    listed = {item for one in made for item in one.plan.items or ()}
    return frozenset(listed.union(*(one.names for one in sittings)))


def _earned(
    connection: Connection, students: Collection[Student], items: Collection[str]
) -> dict[int, dict[str, _ItemResult]]:
    """By student what each of these questions earned that was answered."""
    effective = EffectiveAttempts()
    table = effective.attempt.c
    query = (
        select(table.student_id, table.item, func.sum(effective.points))
        .add_columns(effective.waiting, effective.to_come)
        .select_from(effective.rows)
        .where(table.student_id.in_([one.id for one in students]), table.item.in_(items))
        .group_by(table.student_id, table.item)
    )
    found: dict[int, dict[str, _ItemResult]] = {}
    for student, item, points, waiting, to_come in connection.execute(query):
        found.setdefault(student, {})[item] = _ItemResult(float(points), waiting > 0, float(to_come))
    return found
