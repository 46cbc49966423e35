"""A round of peer review takes the ratings of its members while it is open, and marks when it is closed."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from classroom import Store, Student
from classroom.classes import SchoolClass, students_of
from classroom.gradebook.computing import MarkingScheme
from classroom.gradebook.reading import gradebook
from classroom.peers.computing import Weights
from classroom.peers.rounds import (
    NOT_YOURS,
    close_round,
    mark_group,
    open_round,
    peer_sources,
    rate_group,
    rate_member,
    ratings_of,
    rounds_of,
    rounds_with,
    teammates,
)
from courseware.problem import ReaderError
from lessons import MarkPart
from tests.classroom.gradebook.term import course_of
from tests.classroom.school import make_class

WEIGHTS = Weights(40, 30, 30)


def two_groups(store: Store) -> tuple[SchoolClass, tuple[Student, ...], int]:
    """Students 1 to 3 are group A, 4 and 5 group B."""
    made = make_class(store, "CRM 1", [(f"00{n}", f"Student {n}") for n in range(1, 6)])
    students = students_of(store, made)
    ids = [student.id for student in students]
    number = open_round(store, made, "Case", ["Work", "Ideas"], WEIGHTS, {"A": ids[:3], "B": ids[3:]}, "x")
    return made, students, number


def test_a_closed_round_marks_in_the_gradebook_with_its_trace(store: Store, bank: Path) -> None:
    made, students, number = two_groups(store)
    one, two, three, four, _ = students
    rate_member(store, one, number, two.id, [4, 4])
    rate_member(store, one, number, three.id, [2, 2])
    rate_group(store, four, number, "A", 80)
    mark_group(store, number, "A", 80, "x")
    part = {"id": "group", "title": {"en": "Group", "zh": "小组"}, "weight": 100, "from": "peer"}
    course = replace(
        course_of(bank),
        scheme=MarkingScheme((MarkPart.model_validate(part),)),
        marks_from={"peer": peer_sources},
    )
    open_ = [row.mark.value for row in gradebook(store, made, course).rows]
    close_round(store, number, "x")
    marks = {row.student.id: row.mark for row in gradebook(store, made, course).rows}

    assert open_ == [None] * 5
    assert marks[two.id].value == 88  # 0.6·80 + 0.4·min(100, 80·4/3)
    assert marks[one.id].value == 80
    (source,) = marks[two.id].children[0].sources
    assert source.source.told is not None
    assert source.source.told.en == "group A: mark 80, factor 1.33 (1 rated)"
    assert (
        marks[four.id].value == 0
    )  # group B was marked by nobody: missing, which this scheme counts as zero


def test_what_was_given_can_be_changed_until_the_round_is_closed(store: Store) -> None:
    made, (one, two, *_), number = two_groups(store)
    rate_member(store, one, number, two.id, [1, 1])
    rate_member(store, one, number, two.id, [5, 4])
    (round_,) = rounds_of(store, made.id)

    assert ratings_of(store, round_).scores == {(one.id, two.id): [5, 4]}
    close_round(store, number, "x")
    with pytest.raises(ReaderError) as refused:
        rate_member(store, one, number, two.id, [0, 0])
    assert "closed" in refused.value.text.en


REFUSED: list[Callable[[Store, Student, int, tuple[Student, ...]], None]] = [
    lambda store, one, number, all_: rate_member(store, one, number, all_[3].id, [3, 3]),
    lambda store, one, number, all_: rate_member(store, one, number, all_[1].id, [3]),
    lambda store, one, number, all_: rate_member(store, one, number, all_[1].id, [3, 6]),
    lambda store, one, number, _: rate_group(store, one, number, "A", 99),
    lambda store, one, number, _: rate_group(store, one, number, "C", 99),
    lambda store, one, number, _: rate_group(store, one, number, "B", 101),
    lambda store, one, number, all_: rate_member(
        store, replace(one, id=one.id + 99), number, all_[1].id, [1, 1]
    ),
    lambda store, one, number, all_: rate_member(store, one, number + 9, all_[1].id, [1, 1]),
]


@pytest.mark.parametrize("rate", REFUSED)
def test_a_rating_that_is_not_ones_own_to_give_is_refused(
    store: Store, rate: Callable[[Store, Student, int, tuple[Student, ...]], None]
) -> None:
    made, students, number = two_groups(store)

    with pytest.raises(ReaderError):
        rate(store, students[0], number, students)
    (round_,) = rounds_of(store, made.id)
    assert not ratings_of(store, round_).scores
    assert not ratings_of(store, round_).between


def test_a_student_sees_the_rounds_that_the_student_is_in(store: Store) -> None:
    _, (one, *_), number = two_groups(store)

    assert [found.id for found in rounds_with(store, one)] == [number]
    assert rounds_with(store, replace(one, id=one.id + 99)) == ()


def test_a_student_rates_the_own_group_by_name_and_nobody_else(store: Store) -> None:
    made, students, _ = two_groups(store)
    (round_,) = rounds_of(store, made.id)

    assert teammates(store, round_, students[0]) == {one.id: one.name for one in students[:3]}
    assert teammates(store, round_, students[4]) == {one.id: one.name for one in students[3:]}
    assert teammates(store, round_, replace(students[0], id=students[4].id + 99)) == {}


def test_the_mark_of_a_group_that_is_not_in_the_round_is_refused(store: Store) -> None:
    made, _, number = two_groups(store)
    (round_,) = rounds_of(store, made.id)
    with pytest.raises(ReaderError) as refused:
        mark_group(store, number, "C", 80, "x")

    assert (refused.value.text.en, refused.value.text.zh) == (NOT_YOURS.en, NOT_YOURS.zh)
    assert not ratings_of(store, round_).scores


@pytest.mark.parametrize(
    ("weights", "questions", "words"),
    [(Weights(40, 30, 40), ["Work"], "make 100"), (WEIGHTS, [], "needs a title")],
)
def test_a_round_that_cannot_be_marked_is_not_opened(
    store: Store, weights: Weights, questions: list[str], words: str
) -> None:
    made = make_class(store, "CRM 1", [("001", "A"), ("002", "B")])
    ids = [student.id for student in students_of(store, made)]

    with pytest.raises(ReaderError) as refused:
        open_round(store, made, "Case", questions, weights, {"A": ids}, "x")

    assert words in refused.value.text.en
    assert rounds_of(store, made.id) == ()
