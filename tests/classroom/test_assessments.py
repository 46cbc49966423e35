"""An assessment counts in the place of what the lab marked, everywhere; the attempt stays as it was."""

from dataclasses import replace

import pytest
from sqlalchemy import Connection, Executable, delete, select, update
from sqlalchemy.exc import IntegrityError

from classroom import Store, Student, open_items, progress, question_status, submit
from classroom.assessment import Assessment, assess, assessments_of
from classroom.export import marks
from classroom.records import tables
from exercises import Exercise, Grade
from tests.classroom.conftest import Clock


def wrong(store: Store, student: Student, exercise: Exercise) -> Assessment:
    """Sends a wrong response, and says how a teacher may still mark it."""
    submit(store, student, exercise, {"answer": "-1"})
    grade = question_status(store, student, exercise).attempts[0].grade
    return Assessment(
        "marker", replace(grade, score=0.8), 0.8, 0.8, "Ms Wu", "The method is right.", store.clock()
    )


def only_attempt(connection: Connection) -> int:
    number: int = connection.scalars(select(tables.attempt.c.id)).one()
    return number


def test_what_was_assessed_counts_in_status_progress_and_export(
    store: Store, li: Student, plus_one: Exercise
) -> None:
    assessment = wrong(store, li, plus_one)
    with store.write() as connection:
        assess(connection, only_attempt(connection), assessment)

    status = question_status(store, li, plus_one)
    assert (status.item_points, status.attempts[0].score, status.attempts[0].grade.score) == (0.8, 0.8, 0.8)
    assert progress(store, li, "any", [], [plus_one.id]).points == 0.8
    assert [mark.points for mark in marks(store)] == [0.8]


def test_the_last_assessment_counts_and_those_before_it_stay_readable(
    store: Store, li: Student, plus_one: Exercise, clock: Clock
) -> None:
    first = wrong(store, li, plus_one)
    clock.forward(5)
    second = replace(
        first, origin="agreed", score=1.0, points=1.0, grade=Grade(1.0, (), first.grade.feedback), at=clock()
    )
    with store.write() as connection:
        attempt = only_attempt(connection)
        assess(connection, attempt, first)
        assess(connection, attempt, second)
        history = assessments_of(connection, attempt)

    assert history == (replace(first, is_current=False), second)
    assert question_status(store, li, plus_one).item_points == 1
    assert open_items(store, li, [plus_one]) == frozenset()


def test_one_that_does_not_count_yet_changes_no_mark(store: Store, li: Student, plus_one: Exercise) -> None:
    assessment = replace(wrong(store, li, plus_one), origin="second_marker", is_current=False)
    with store.write() as connection:
        assess(connection, only_attempt(connection), assessment)

    assert question_status(store, li, plus_one).item_points == 0


def test_a_later_try_earns_on_top_of_the_assessed_one(store: Store, li: Student, plus_one: Exercise) -> None:
    assessment = wrong(store, li, plus_one)
    with store.write() as connection:
        assess(connection, only_attempt(connection), assessment)
    right = int(float(question_status(store, li, plus_one).variant.params["a"])) + 1

    assert submit(store, li, plus_one, {"answer": str(right)}).item_points == pytest.approx(0.8 + 0.75 * 0.2)


@pytest.mark.parametrize(
    "change",
    [
        update(tables.assessment).values(score=1.0),
        update(tables.assessment).values(by="me"),
        delete(tables.assessment),
    ],
    ids=["score", "by", "delete"],
)
def test_the_record_itself_refuses_to_change_an_assessment(
    store: Store, li: Student, plus_one: Exercise, change: Executable
) -> None:
    assessment = wrong(store, li, plus_one)
    with store.write() as connection:
        assess(connection, only_attempt(connection), assessment)

    with pytest.raises(IntegrityError, match="is never"), store.write() as connection:
        connection.execute(change)
