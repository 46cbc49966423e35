"""Graded work of a class: taken in its time, for less when late, with the tries and hints that are set."""

from datetime import datetime, timedelta

import pytest

from classroom import (
    Store,
    Student,
    again,
    guest_of,
    open_items,
    question_status,
    submit,
    take_hint,
    variant_for,
)
from classroom.assignment_rules import Extension
from classroom.assignments.sittings import begin
from classroom.assignments.store import (
    Assignment,
    assigned_to,
    assignments_of,
    change,
    end,
    extend,
    graded_rules,
    make,
)
from classroom.classes import SchoolClass, students_of
from classroom.sign_in.guest_work import take_along
from courseware.problem import ReaderError
from exercises import Exercise, right_response
from lessons import DatedAssignment, LateRule
from tests.classroom.conftest import Clock
from tests.classroom.school import make_class
from tests.records import statements

DAY = timedelta(days=1)


@pytest.fixture
def school(store: Store) -> SchoolClass:
    return make_class(store, "CRM 1", [("001", "Li Hua"), ("002", "Wang Fang")])


@pytest.fixture
def wang(store: Store, school: SchoolClass) -> Student:
    return students_of(store, school)[1]


def homework(now: datetime, **more: object) -> DatedAssignment:
    values = {
        "mode": "graded",
        "use": ("record.sum",),
        "opens_at": now - DAY,
        "due_at": now + DAY,
        "late": LateRule(days=3, per_day=0.2, floor=0.5),
    }
    return DatedAssignment.model_validate({**values, **more})


@pytest.fixture
def work(store: Store, clock: Clock, school: SchoolClass) -> Assignment:
    return make(store, school, homework(clock.now), None, by="instructor")


def answer_right(store: Store, student: Student, exercise: Exercise) -> float:
    response = right_response(variant_for(store, student, exercise))
    return submit(store, student, exercise, response).points_earned_now


@pytest.mark.usefixtures("work")
@pytest.mark.parametrize("late", [(0, 1), (1, 1), (1.5, 0.8), (2.5, 0.6), (3.9, 0.5)])
def test_a_late_answer_earns_the_share_of_its_moment(
    store: Store, clock: Clock, wang: Student, plus_one: Exercise, late: tuple[float, float]
) -> None:
    after, points = late
    clock.now += after * DAY

    assert answer_right(store, wang, plus_one) == pytest.approx(points)


def test_outside_its_time_nothing_is_taken_and_the_reader_is_told_when(
    store: Store, clock: Clock, work: Assignment, wang: Student, plus_one: Exercise
) -> None:
    clock.now += 4.1 * DAY
    with pytest.raises(ReaderError, match="This closed at 2026-03-06"):
        answer_right(store, wang, plus_one)
    clock.now -= 6 * DAY
    with pytest.raises(ReaderError, match="This opens at 2026-03-01"):
        answer_right(store, wang, plus_one)

    assert question_status(store, wang, plus_one).attempts_used == 0


def test_an_answer_sent_in_time_twice_is_told_as_it_stands_after_the_end(
    store: Store, clock: Clock, work: Assignment, wang: Student, plus_one: Exercise
) -> None:
    shown = question_status(store, wang, plus_one)
    response = right_response(shown.variant)
    submit(store, wang, plus_one, response, shown=shown)
    clock.now += 9 * DAY

    assert submit(store, wang, plus_one, response, shown=shown).item_points == 1


def test_an_extension_moves_the_due_time_of_one_student_alone(
    store: Store, clock: Clock, work: Assignment, school: SchoolClass, plus_one: Exercise
) -> None:
    li, wang = students_of(store, school)
    later = Extension(due_at=clock.now + 3 * DAY, extra_tries=1)
    extend(store, work, wang, later, why="was ill", by="instructor")
    clock.now += 2 * DAY

    assert answer_right(store, li, plus_one) == pytest.approx(0.8)
    assert answer_right(store, wang, plus_one) == 1
    assert [one.extension.extra_tries for one in assigned_to(store, wang)] == [1]


def test_a_factor_of_extra_time_is_the_students_and_holds_in_every_assignment(
    store: Store, clock: Clock, work: Assignment, school: SchoolClass
) -> None:
    li, wang = students_of(store, school)
    exam = {"mode": "exam", "minutes": 40, "use": ("record.gap",), "due_at": clock.now + DAY}
    make(store, school, DatedAssignment.model_validate(exam), None, by="instructor")
    extend(store, work, wang, Extension(time_factor=1.25), why="reads slowly", by="instructor")

    assert [one.extension.time_factor for one in assigned_to(store, wang)] == [1.25, 1.25]
    assert [one.extension.time_factor for one in assigned_to(store, li)] == [1, 1]


@pytest.mark.parametrize("extension", [Extension(time_factor=0.9), Extension(extra_tries=-1)])
def test_what_would_take_something_away_is_no_extension(
    store: Store, work: Assignment, wang: Student, extension: Extension
) -> None:
    with pytest.raises(ReaderError, match="cannot give less"):
        extend(store, work, wang, extension, why="strict", by="instructor")
    with pytest.raises(ReaderError, match="say why"):
        extend(store, work, wang, Extension(extra_tries=1), why=" ", by="instructor")


def test_tries_and_hints_are_those_of_the_assignment(
    store: Store, clock: Clock, school: SchoolClass, wang: Student, plus_one: Exercise
) -> None:
    work = make(store, school, homework(clock.now, tries=1, hints=False), None, by="instructor")
    rules = graded_rules(assigned_to(store, wang), plus_one.id)
    status = question_status(store, wang, plus_one, rules)

    assert (status.attempts_left, status.next_hint_cost) == (1, None)
    with pytest.raises(ReaderError, match="Hints are not allowed"):
        take_hint(store, wang, plus_one, 1)
    assert submit(store, wang, plus_one, {"answer": "-5"}).may_reveal
    assert open_items(store, wang, [plus_one]) == frozenset()
    assert work.plan.tries == 1


def test_whoever_is_in_no_class_is_asked_nothing_more_and_bound_by_nothing(
    store: Store, clock: Clock, work: Assignment, li: Student, plus_one: Exercise
) -> None:
    clock.now += 30 * DAY
    asked = statements(store)

    assert assigned_to(store, li) == ()
    assert asked == []
    assert answer_right(store, li, plus_one) == 1


def test_a_question_counts_in_one_graded_assignment_only(
    store: Store, clock: Clock, work: Assignment, school: SchoolClass
) -> None:
    with pytest.raises(ReaderError, match=r"set these questions already: record\.sum"):
        make(store, school, homework(clock.now), None, by="instructor")
    end(store, work, by="instructor")

    assert assignments_of(store, school) == ()
    assert make(store, school, homework(clock.now), None, by="instructor").id != work.id


def test_other_dates_hold_at_once_and_what_was_earned_stays(
    store: Store, clock: Clock, work: Assignment, school: SchoolClass, plus_one: Exercise
) -> None:
    li, wang = students_of(store, school)
    answer_right(store, li, plus_one)
    change(store, school, work, homework(clock.now, due_at=clock.now - DAY / 2), by="instructor")

    assert answer_right(store, wang, plus_one) == pytest.approx(0.8)
    assert question_status(store, li, plus_one).item_points == 1


def test_another_one_to_practise_with_waits_for_the_tries_that_the_assignment_gives(
    store: Store, clock: Clock, school: SchoolClass, wang: Student, plus_one: Exercise
) -> None:
    make(store, school, homework(clock.now, tries=4, late=None), None, by="instructor")
    for answer in ("-1", "-2", "-3"):
        submit(store, wang, plus_one, {"answer": answer})
    with pytest.raises(ReaderError, match="1 left"):
        again(store, wang, plus_one)
    clock.now += 2 * DAY

    assert again(store, wang, plus_one).group == 1


@pytest.mark.usefixtures("work")
@pytest.mark.parametrize("late", [(-2, 1), (1, 1), (1.5, 0.8), (9, 0)])
def test_what_is_taken_along_from_before_signing_in_earns_what_it_would_have_earned_then(
    store: Store, clock: Clock, wang: Student, plus_one: Exercise, late: tuple[float, float]
) -> None:
    after, points = late
    begun = clock.now
    clock.now += after * DAY
    guest = guest_of(store, "a browser")
    assert answer_right(store, guest, plus_one) == 1
    clock.now = max(begun, clock.now) + DAY
    taken = take_along(store, guest, wang)

    assert taken.number == wang.number
    assert question_status(store, taken, plus_one).item_points == pytest.approx(points)


def test_an_assignment_without_a_question_is_not_made(store: Store, school: SchoolClass) -> None:
    with pytest.raises(ReaderError) as refused:
        make(store, school, DatedAssignment(mode="graded"), None, by="instructor")

    assert "has no questions" in refused.value.text.en
    assert "没有题目" in refused.value.text.zh
    assert assignments_of(store, school) == ()


def test_homework_is_no_exam_that_could_be_begun(
    store: Store, school: SchoolClass, wang: Student, plus_one: Exercise
) -> None:
    values = {"mode": "graded", "use": (plus_one.id,)}
    make(store, school, DatedAssignment.model_validate(values), None, by="instructor")
    (assigned,) = assigned_to(store, wang)
    with pytest.raises(ReaderError, match="This is no exam"):
        begin(store, wang, assigned, {plus_one.id: plus_one})
