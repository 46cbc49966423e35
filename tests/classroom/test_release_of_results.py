"""Results of an exam wait for the last who may write, and time that is given meanwhile holds."""

import pytest

from classroom import Store, Student
from classroom.assignment_rules import Extension
from classroom.assignments.history import history
from classroom.assignments.results import results
from classroom.assignments.sittings import hand_in, hand_in_overdue, let_in_again, sittings_of
from classroom.assignments.store import Assignment, assigned_to, change, extend, release
from classroom.assignments.unfinished import unfinished
from classroom.classes import SchoolClass
from courseware.problem import ReaderError
from tests.classroom.conftest import Clock
from tests.classroom.exam_hall import MINUTE, SUM, Hall, start, write_right


def timed(store: Store, school: SchoolClass, exam: Assignment) -> Assignment:
    """The exam whose results are to be told when it ends."""
    plan = exam.plan.model_copy(update={"release_at": exam.plan.due_at})
    return change(store, school, exam, plan, by="instructor")


def told(store: Store, student: Student) -> bool:
    """Whether this student reads results."""
    (assigned,) = assigned_to(store, student)
    return assigned.assignment.is_released(store.clock())


def test_nobody_is_told_results_while_a_student_with_extra_time_writes(
    store: Store, clock: Clock, school: SchoolClass, hall: Hall
) -> None:
    exam, pupils, known = hall
    exam = timed(store, school, exam)
    extend(store, exam, pupils[1], Extension(time_factor=1.5), why="writes slowly", by="instructor")
    clock.forward(100)
    for student in pupils[:2]:
        write_right(store, student, start(store, student, known), [SUM])
    clock.forward(21)
    hand_in_overdue(store)

    assert [told(store, one) for one in pupils] == [False] * 3
    assert not any(one.is_released for one in results(store, school).values())
    assert history(store, pupils[0], assigned_to(store, pupils[0])) == {}
    assert [(one.number, until - clock.now) for one, until in unfinished(store, exam.id)] == [
        ("002", 19 * MINUTE)
    ]
    clock.forward(19)
    assert [told(store, one) for one in pupils] == [True] * 3
    assert list(history(store, pupils[0], assigned_to(store, pupils[0]))) == [f"{SUM}@{exam.id}"]


def test_results_wait_for_whoever_is_let_in_again_or_may_begin_later(
    store: Store, clock: Clock, school: SchoolClass, hall: Hall
) -> None:
    exam, pupils, known = hall
    exam = timed(store, school, exam)
    later = clock.now + 180 * MINUTE
    extend(store, exam, pupils[1], Extension(due_at=later), why="was ill", by="instructor")
    clock.forward(119)
    ended = hand_in(store, start(store, pupils[0], known), "student")
    clock.forward(2)
    again = let_in_again(store, ended, 10, why="power cut", by="instructor")
    assert [(one.number, until) for one, until in unfinished(store, exam.id)] == [
        ("001", again.ends_at),
        ("002", later),
    ]
    hand_in(store, again, "student")
    assert not told(store, pupils[0])
    hand_in(store, start(store, pupils[1], known), "student")

    assert told(store, pupils[0])
    assert unfinished(store, exam.id) == ()


def test_what_has_been_told_stays_told_and_lets_nobody_begin_later(
    store: Store, clock: Clock, school: SchoolClass, hall: Hall
) -> None:
    exam, pupils, known = hall
    exam = timed(store, school, exam)
    clock.forward(121)
    later = exam.plan.model_copy(update={"due_at": clock.now + 60 * MINUTE, "release_at": None})
    exam = change(store, school, exam, later, by="instructor")

    assert told(store, pupils[0])
    allowed = Extension(due_at=clock.now + 90 * MINUTE)
    with pytest.raises(ReaderError, match="results are told"):
        extend(store, exam, pupils[1], allowed, why="was ill", by="instructor")
    with pytest.raises(ReaderError, match="results are released"):
        start(store, pupils[1], known)


def test_a_teacher_who_releases_by_hand_ends_what_nobody_has_begun(
    store: Store, clock: Clock, hall: Hall
) -> None:
    exam, pupils, known = hall
    later = clock.now + 180 * MINUTE
    extend(store, exam, pupils[1], Extension(due_at=later), why="was ill", by="instructor")
    release(store, exam, by="instructor")

    assert told(store, pupils[0])
    with pytest.raises(ReaderError, match="results are released"):
        start(store, pupils[1], known)


def test_time_that_is_given_while_an_exam_is_written_holds_for_who_writes(
    store: Store, clock: Clock, school: SchoolClass, hall: Hall
) -> None:
    exam, pupils, known = hall
    begun = [start(store, one, known) for one in pupils[:2]]
    clock.forward(10)
    extend(store, exam, pupils[1], Extension(time_factor=1.5), why="writes slowly", by="instructor")
    slow = sittings_of(store, exam)[1]
    change(store, school, exam, exam.plan.model_copy(update={"minutes": 30}), by="instructor")
    shorter = sittings_of(store, exam)
    change(store, school, exam, exam.plan.model_copy(update={"minutes": 50}), by="instructor")

    assert slow.ends_at == begun[1].begun_at + 60 * MINUTE
    assert [one.ends_at for one in shorter] == [begun[0].ends_at, slow.ends_at]
    assert [one.ends_at - one.begun_at for one in sittings_of(store, exam)] == [50 * MINUTE, 75 * MINUTE]
