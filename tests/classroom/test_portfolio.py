"""What a student did in a lesson, on one page."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from classroom import Store, Student, open_store, owner_here, portfolio, predict, submit, variant_for
from course import all_exercises, find_lesson
from exercises import right_response, say_response, wrong_response
from lessons import Lesson, PlayStep
from tests.marked_by_hand import give_full_marks
from tests.records import lay_record, statements


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(lay_record(tmp_path / "lab.db"), lambda: datetime(2026, 3, 2, 9, tzinfo=UTC))
    yield store
    store.close()


@pytest.fixture
def student(store: Store) -> Student:
    return owner_here(store)


@pytest.fixture(scope="module")
def lesson() -> Lesson:
    return find_lesson("satisfaction")


def test_nothing_done_is_nothing_told_and_every_graded_item_is_missing(
    store: Store, student: Student, lesson: Lesson
) -> None:
    page = portfolio(store, student, lesson, all_exercises())

    assert (page.foreseen, page.thoughts, page.answers) == ((), (), ())
    assert set(page.missing) == set(lesson.items("graded"))
    assert page.missing


def test_a_prediction_stands_beside_what_happened(store: Store, student: Student, lesson: Lesson) -> None:
    step = next(one for one in lesson.steps if isinstance(one, PlayStep) and one.predict)
    assert step.predict is not None
    assert step.predict.answer is not None
    wrong = (step.predict.answer + 1) % len(step.predict.options)
    predict(store, student, lesson.id, step.id, choice=str(wrong))

    (told,) = portfolio(store, student, lesson, all_exercises()).foreseen

    assert told.predicted == step.predict.options[wrong]
    assert told.happened == step.predict.options[step.predict.answer]
    assert told.came_true is False


def test_a_lesson_is_finished_when_every_graded_item_is_solved(
    store: Store, student: Student, lesson: Lesson
) -> None:
    for item in lesson.items("graded"):
        exercise = all_exercises()[item]
        submit(store, student, exercise, right_response(variant_for(store, student, exercise)))
    waiting = portfolio(store, student, lesson, all_exercises())
    marked = give_full_marks(store)

    page = portfolio(store, student, lesson, all_exercises())

    assert (waiting.pending, page.pending) == (marked, 0)
    assert not page.missing
    assert sum(answer.points for answer in page.answers) == len(lesson.items("graded"))


def test_a_page_of_work_is_three_queries_however_many_questions_a_lesson_has(
    store: Store, student: Student, lesson: Lesson
) -> None:
    asked = statements(store)
    portfolio(store, student, lesson, all_exercises())

    assert len(asked) == 3


@pytest.mark.parametrize("item", sorted(all_exercises()))
def test_every_answer_can_be_told_in_words(store: Store, student: Student, item: str) -> None:
    variant = variant_for(store, student, all_exercises()[item])

    right = say_response(variant.question, right_response(variant))
    wrong = say_response(variant.question, wrong_response(variant))

    assert right != wrong
    assert "—" not in {right.en, right.zh}
    parts = 1 if variant.question.is_single else len(variant.question.fields)
    empty = say_response(variant.question, {}).en
    assert [one.rpartition(": ")[2] for one in empty.split("; ")] == ["—"] * parts
