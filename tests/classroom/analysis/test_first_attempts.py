"""Which answers of the record are counted, and as what."""

import pytest

from classroom import Store, Student, again, guest_of, submit, take_hint, variant_for
from classroom.analysis import (
    ENOUGH,
    FirstAnswer,
    StudentSelection,
    classes_with_answers,
    first_answers,
    first_attempts,
    quartiles,
    variant_groups,
)
from classroom.assessment import Assessment, assess
from courseware.text import Text
from exercises import Exercise, Grade, right_response
from tests.classroom.conftest import Clock
from tests.records import statements

ALL = StudentSelection()


def answer(store: Store, student: Student, exercise: Exercise, more: float = 1) -> None:
    """Answers the question with its number and so many more; 1 is right, 0 the near miss."""
    number = variant_for(store, student, exercise).params["a"]
    submit(store, student, exercise, {"answer": str(float(number) + more)})


def test_the_first_attempt_counts_with_its_hints_and_its_time_and_no_later_one(
    store: Store, clock: Clock, plus_one: Exercise
) -> None:
    wang = store.enrol("Wang Wei", "A")
    variant_for(store, wang, plus_one)
    take_hint(store, wang, plus_one, 1)
    clock.forward(2)
    answer(store, wang, plus_one, 0)
    answer(store, wang, plus_one, -40)
    answer(store, wang, plus_one, -30)
    again(store, wang, plus_one)
    answer(store, wang, plus_one)
    asked = statements(store)
    (found,) = first_attempts(store, ALL, [plus_one.id])

    assert len(asked) == 1
    assert (found.student, found.item, found.seconds) == (wang.id, plus_one.id, 120)
    assert found.mark == pytest.approx(0.4 * 0.9)


def test_a_first_attempt_counts_as_it_was_assessed_last(store: Store, plus_one: Exercise) -> None:
    answer(store, store.enrol("Wang Wei"), plus_one, 0)
    with store.write() as connection:
        for score in (0.5, 0.8):
            grade = Grade(score, (), Text(en="Well argued.", zh="理由充分。"))
            said = Assessment("marker", grade, score, score, "Ms Li", "", store.clock())
            assess(connection, 1, said)

    (found,), (answered,) = (
        first_attempts(store, ALL, [plus_one.id]),
        first_answers(store, ALL, plus_one),
    )
    assert (found.mark, answered.mark) == (0.8, 0.8)


def test_a_class_is_counted_alone_and_guests_and_the_owner_only_when_asked_for(
    store: Store, li: Student, plus_one: Exercise
) -> None:
    wang, chen = store.enrol("Wang Wei", "A"), store.enrol("Chen Jie", "B")
    guest = guest_of(store, "browser")
    for student in (li, wang, chen, guest):
        answer(store, student, plus_one)

    def counted(selection: StudentSelection) -> list[int]:
        return [one.student for one in first_attempts(store, selection, [plus_one.id])]

    assert counted(ALL) == [wang.id, chen.id]
    assert counted(StudentSelection("B")) == [chen.id]
    assert counted(StudentSelection("no such class")) == []
    assert sorted(counted(StudentSelection(with_guests=True))) == sorted([li.id, wang.id, chen.id, guest.id])
    assert classes_with_answers(store) == ("A", "B", "CRM 1")
    assert first_attempts(store, ALL, ["another.item"]) == ()


def test_wrong_numbers_count_as_the_mistake_behind_them_whatever_was_drawn(
    store: Store, plus_one: Exercise
) -> None:
    for place, more in enumerate((1, 0, 0)):
        answer(store, store.enrol(f"Student {place}"), plus_one, more)
    right, *near = first_answers(store, ALL, plus_one)

    assert right.is_right
    assert {one.answer for one in near} == {Text(en="One is missing.", zh="少了一。")}
    assert [one.mark for one in near] == [0.4, 0.4]
    assert {frozenset(one.drawn) for one in (right, *near)} == {frozenset({"a"})}
    assert all(float(one.typed.en) == one.drawn["a"] for one in near)


def test_an_answer_about_ones_own_customers_has_nothing_that_was_drawn_by_lot(
    store: Store, mean_gap: Exercise
) -> None:
    wang = store.enrol("Wang Wei")
    submit(store, wang, mean_gap, right_response(variant_for(store, wang, mean_gap)))
    (found,) = first_answers(store, ALL, mean_gap)

    assert (found.is_right, found.drawn) == (True, {})


def drawn(marks: dict[float | str, list[float]]) -> list[FirstAnswer]:
    words = Text(en="x", zh="x")
    return [
        FirstAnswer(1, mark, mark == 1, words, words, None, {"limit": value})
        for value, found in marks.items()
        for mark in found
    ]


def test_neighbouring_numbers_are_taken_together_until_they_are_enough() -> None:
    groups = variant_groups(drawn({30: [0] * 5, 10: [1] * 12, 20: [0.5] * 8, 40: [1] * 15, 50: [1]}))

    assert [(one.low, one.high, one.n) for one in groups] == [(10, 20, 20), (30, 50, 21)]
    assert [one.facility for one in groups] == [pytest.approx(16 / 20), pytest.approx(16 / 21)]


def test_words_stay_apart_and_too_few_of_them_have_no_figure() -> None:
    found = variant_groups(drawn({"tea": [1] * ENOUGH, "ink": [0] * (ENOUGH - 1)}))

    assert [(one.low, one.n, one.facility) for one in found] == [("ink", 19, None), ("tea", 20, 1)]
    assert variant_groups(drawn({"tea": [1] * 50})) == ()
    assert [(one.n, one.facility) for one in variant_groups(drawn({1: [1], 2: [0]}))] == [(2, None)]


def test_the_middle_of_no_times_is_none() -> None:
    assert quartiles([]) is None
