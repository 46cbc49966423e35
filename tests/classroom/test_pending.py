"""An answer that waits for a teacher is neither right, wrong nor missing, and shows nothing of its rubric."""

import pytest
from sqlalchemy import select

from classroom import Store, Student, open_items, question_status, submit
from classroom.assessment import Assessment, assess
from classroom.records import tables
from exercises import Exercise
from exercises.rubric import rubric_of
from tests.exercises.banks import TEXT, exercise


@pytest.fixture
def essay() -> Exercise:
    return exercise(TEXT)


def test_what_was_handed_in_waits_and_takes_no_more(store: Store, li: Student, essay: Exercise) -> None:
    outcome = submit(store, li, essay, {"answer": {"words": "A feeling."}})
    status = question_status(store, li, essay)

    assert outcome.is_recorded
    assert (status.is_pending, status.is_closed, status.attempts_left) == (True, True, 0)
    assert (status.may_reveal, status.reveal, status.item_points) == (False, None, 0)
    assert open_items(store, li, [essay]) == frozenset()


def test_once_a_teacher_has_marked_it_the_points_count_and_the_rubric_may_be_seen(
    store: Store, li: Student, essay: Exercise
) -> None:
    submit(store, li, essay, {"answer": {"words": "A feeling."}})
    grade = rubric_of(question_status(store, li, essay).variant).grade((3, 0), "An example?")
    with store.write() as connection:
        number = connection.scalars(select(tables.attempt.c.id)).one()
        assess(
            connection,
            number,
            Assessment("marker", grade, grade.score, grade.score, "Ms Wu", "", store.clock()),
        )
    status = question_status(store, li, essay)

    assert (status.is_pending, status.item_points) == (False, 0.75)
    assert status.reveal is not None
    assert "Names the comparison." in status.reveal.en
