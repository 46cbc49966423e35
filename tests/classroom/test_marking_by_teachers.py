"""Teachers mark answers in words: in turn, twice without seeing each other, nothing overwritten."""

import pytest
from sqlalchemy import select

from classroom import Store, Student, question_status, submit
from classroom.marking import (
    GivenMark,
    QueueSelection,
    agree,
    forget_comment,
    mark_response,
    marking_of,
    responses_to_mark,
    save_comment,
    saved_comments,
)
from classroom.records import tables
from courseware.problem import ReaderError
from exercises import Exercise
from tests.exercises.banks import TEXT, exercise

ITEM = "small.text"


@pytest.fixture
def essay() -> Exercise:
    return exercise(TEXT)


@pytest.fixture
def attempt(store: Store, li: Student, essay: Exercise) -> int:
    """The number of an answer that waits."""
    submit(store, li, essay, {"answer": {"words": "A feeling."}})
    with store.read() as connection:
        number: int = connection.scalars(select(tables.attempt.c.id)).one()
    return number


def waiting(store: Store, **given: object) -> list[int]:
    selection = QueueSelection((ITEM,), **given)  # type: ignore[arg-type]
    return [entry.attempt for entry in responses_to_mark(store, selection)]


def given(*points: float, by: str = "Wu", comment: str = "") -> GivenMark:
    return GivenMark(points, comment, by)


def test_an_answer_leaves_the_queue_when_it_is_marked_and_waits_for_a_second_marker(
    store: Store, attempt: int
) -> None:
    assert waiting(store) == [attempt]
    assert waiting(store, stage="once") == []

    mark_response(store, attempt, given(3, 1))

    assert waiting(store) == []
    assert waiting(store, stage="once") == [attempt]
    mark_response(store, attempt, given(3, 1, by="Lin"))
    assert waiting(store, stage="once") == []
    assert waiting(store, stage="all") == [attempt]


def test_the_queue_is_asked_for_a_class_and_questions(store: Store, attempt: int) -> None:
    assert waiting(store, class_name="CRM 1") == [attempt]
    assert waiting(store, class_name="CRM 2") == []
    assert responses_to_mark(store, QueueSelection(("other",))) == ()


def test_the_points_and_the_comment_reach_the_student(
    store: Store, li: Student, essay: Exercise, attempt: int
) -> None:
    mark_response(store, attempt, given(1.5, 1, comment="Compared with what?"))
    status = question_status(store, li, essay)

    assert status.last is not None
    assert status.item_points == 2.5 / 4
    assert "Compared with what?" in status.last.grade.feedback.zh
    assert [part.why.zh for part in status.last.grade.parts if part.why] == ["1.5 / 3 分", "1 / 1 分"]


def test_a_second_marker_sees_nothing_before_having_marked_and_both_see_both_after(
    store: Store, attempt: int
) -> None:
    mark_response(store, attempt, given(3, 1, by="Wu"))

    assert marking_of(store, attempt).seen_by("Lin").assessments == ()
    assert len(marking_of(store, attempt).seen_by("Wu").assessments) == 1
    mark_response(store, attempt, given(2, 1, by="Lin"))
    for marker in ("Lin", "Wu"):
        seen = marking_of(store, attempt).seen_by(marker)
        assert [one.by for one in seen.assessments[:2]] == ["Wu", "Lin"]


def test_the_mean_of_two_counts_and_a_difference_is_flagged_until_they_agree(
    store: Store, li: Student, essay: Exercise, attempt: int
) -> None:
    mark_response(store, attempt, given(3, 1, by="Wu"))
    both = mark_response(store, attempt, given(1, 1, by="Lin"))

    assert (both.counts, both.difference, both.is_apart) == ("mean", 0.5, True)
    assert question_status(store, li, essay).item_points == 0.75
    settled = agree(store, attempt, given(2, 0, by="Lin"))
    assert (settled.counts, settled.is_apart) == ("agreed", False)
    assert question_status(store, li, essay).item_points == 0.5
    assert [one.origin for one in settled.assessments] == ["marker", "second_marker", "agreed", "agreed"]


def test_near_marks_are_not_flagged(store: Store, attempt: int) -> None:
    mark_response(store, attempt, given(3, 1, by="Wu"))

    assert not mark_response(store, attempt, given(2.5, 1, by="Lin")).is_apart


def test_marking_again_replaces_the_own_mark_and_keeps_what_was_said(store: Store, attempt: int) -> None:
    mark_response(store, attempt, given(3, 1))
    again = mark_response(store, attempt, given(2, 1))

    assert [one.is_current for one in again.assessments] == [False, True]
    assert [again.response.rubric.points_in(one.grade) for one in again.assessments] == [(3, 1), (2, 1)]
    assert again.counts == "first"


def test_the_attempt_itself_stays_as_it_was_handed_in(store: Store, attempt: int) -> None:
    mark_response(store, attempt, given(3, 1))
    with store.read() as connection:
        row = connection.execute(select(tables.attempt)).one()

    assert (row.score, row.points, row.grade["is_pending"]) == (0, 0, True)


def test_a_third_marker_points_beyond_the_rubric_and_other_answers_are_refused_in_both_languages(
    store: Store, li: Student, attempt: int, plus_one: Exercise
) -> None:
    with pytest.raises(ReaderError, match="from 0 to its most"):
        mark_response(store, attempt, given(9, 1))
    mark_response(store, attempt, given(3, 1, by="Wu"))
    mark_response(store, attempt, given(3, 1, by="Lin"))
    with pytest.raises(ReaderError) as refused:
        mark_response(store, attempt, given(3, 1, by="Sun"))
    submit(store, li, plus_one, {"answer": "-1"})
    with pytest.raises(ReaderError, match="no answer"):
        marking_of(store, attempt + 1)

    assert "Wu" in refused.value.text.zh
    assert marking_of(store, attempt).counts == "mean"


def test_kept_comments_belong_to_a_question_and_are_kept_once(store: Store) -> None:
    for words in ("Compared with what?", "  Compared   with what? ", ""):
        save_comment(store, ITEM, words, "Wu")

    assert saved_comments(store, ITEM) == ("Compared with what?",)
    assert saved_comments(store, "other") == ()
    forget_comment(store, ITEM, "Compared with what?")
    assert saved_comments(store, ITEM) == ()
