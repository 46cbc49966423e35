"""A student's own history: every answer with its words, and what was said of it afterwards."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from classroom import Store, Student, students_of, submit, variant_for
from classroom.assessment import Assessment, assess
from classroom.assignments.history import history
from classroom.assignments.results import results, results_of
from classroom.assignments.sittings import begin, hand_in, questions_of, save_answer
from classroom.assignments.store import assigned_to, end, make, release
from classroom.classes import SchoolClass
from classroom.records import tables
from exercises import Exercise, right_response
from lessons import DatedAssignment
from tests.classroom.conftest import Clock
from tests.classroom.school import make_class


@pytest.fixture
def school(store: Store) -> SchoolClass:
    return make_class(store, "CRM 1", [("001", "Li Hua"), ("002", "Wang Fang")])


@pytest.fixture
def pupil(store: Store, school: SchoolClass) -> Student:
    return students_of(store, school)[0]


def test_the_question_that_was_answered_last_comes_first_and_its_tries_in_their_order(
    store: Store, pupil: Student, plus_one: Exercise, mean_gap: Exercise
) -> None:
    for exercise, typed in ((mean_gap, "-7"), (plus_one, "-1"), (plus_one, "-2")):
        submit(store, pupil, exercise, {"answer": typed})
    past = history(store, pupil, ())

    assert list(past) == [plus_one.id, mean_gap.id]
    assert [(one.response.en, one.attempt.grade.is_right) for one in past[plus_one.id]] == [
        ("-1", False),
        ("-2", False),
    ]
    assert past[plus_one.id][0].stem == variant_for(store, pupil, plus_one).question.stem
    assert [one.assessments for one in past[plus_one.id]] == [(), ()]


def test_what_was_said_of_an_answer_afterwards_stands_with_it_and_no_other(
    store: Store, pupil: Student, plus_one: Exercise
) -> None:
    for typed in ("-1", "-2"):
        submit(store, pupil, plus_one, {"answer": typed})
    first = history(store, pupil, ())[plus_one.id][0].attempt
    said = [
        Assessment("marker", first.grade, score, score, "陈静", why, store.clock(), is_current=is_last)
        for score, why, is_last in ((0.5, "Half of it.", False), (0.7, "一半多。", True))
    ]
    with store.write() as connection:
        number = connection.scalars(select(tables.attempt.c.id).order_by(tables.attempt.c.id)).first() or 0
        for one in said:
            assess(connection, number, one)

    assert [one.assessments for one in history(store, pupil, ())[plus_one.id]] == [tuple(said), ()]


def test_nobody_reads_the_answers_of_another(store: Store, school: SchoolClass, plus_one: Exercise) -> None:
    li, wang = students_of(store, school)
    submit(store, li, plus_one, {"answer": "-1"})

    assert history(store, wang, ()) == {}


def test_the_answers_of_an_exam_and_what_they_earned_are_told_once_it_is_released(
    store: Store, clock: Clock, school: SchoolClass, pupil: Student, plus_one: Exercise
) -> None:
    values = {
        "mode": "exam",
        "use": (plus_one.id,),
        "minutes": 40,
        "points": 20,
        "opens_at": clock.now,
        "due_at": clock.now + timedelta(hours=2),
    }
    exam = make(store, school, DatedAssignment.model_validate(values), None, by="instructor")
    other = make(store, school, DatedAssignment.model_validate(values), None, by="instructor")
    end(store, other, by="instructor")
    (assigned,) = assigned_to(store, pupil)
    sitting = begin(store, pupil, assigned, {plus_one.id: plus_one})
    (asked,) = questions_of(store, pupil, sitting)
    save_answer(store, pupil, sitting, plus_one.id, right_response(asked.variant))
    hand_in(store, sitting, "student")
    before = history(store, pupil, assigned_to(store, pupil))
    clock.forward(180)
    release(store, exam, by="instructor")
    after = history(store, pupil, assigned_to(store, pupil))

    assert before == {}
    assert [one.attempt.grade.is_right for past in after.values() for one in past] == [True]
    assert results_of(store, pupil, assigned_to(store, pupil)) == {
        exam.id: results(store, school)[pupil.id, exam.id]
    }
    assert history(store, pupil, ()) == {}
