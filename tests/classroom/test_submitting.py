"""What happens when an answer is sent."""

import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import exercises
from classroom import (
    Store,
    Student,
    again,
    draft,
    open_store,
    question_status,
    save_draft,
    submit,
    take_hint,
    variant_for,
)
from courseware.problem import ReaderError
from exercises import Exercise, Variant, right_response
from tests.classroom.conftest import Clock


def number(variant: Variant, more: float) -> dict[str, object]:
    """The answer that is `more` than the number asked about."""
    return {"answer": str(int(float(variant.params["a"]) + more))}


def test_a_right_answer_earns_the_whole_point_and_shows_why(
    store: Store, li: Student, plus_one: Exercise
) -> None:
    outcome = submit(store, li, plus_one, right_response(variant_for(store, li, plus_one)))

    assert outcome.grade is not None
    assert outcome.grade.is_right
    assert (outcome.points_earned_now, outcome.item_points, outcome.try_number) == (1, 1, 1)
    assert outcome.reveal is not None
    assert "One more." in outcome.reveal.en


def test_a_wrong_answer_costs_a_try_and_shows_nothing_of_the_right_one(
    store: Store, li: Student, plus_one: Exercise
) -> None:
    outcome = submit(store, li, plus_one, {"answer": "-5"})

    assert (outcome.attempts_left, outcome.item_points, outcome.may_reveal) == (2, 0, False)
    assert outcome.reveal is None


def test_the_right_answer_is_shown_when_the_tries_are_used_up(
    store: Store, li: Student, plus_one: Exercise
) -> None:
    outcomes = [submit(store, li, plus_one, {"answer": answer}) for answer in ("-1", "-2", "-3")]

    assert [outcome.may_reveal for outcome in outcomes] == [False, False, True]


def test_an_answer_that_cannot_be_read_costs_no_try_and_is_not_lost(
    store: Store, li: Student, plus_one: Exercise
) -> None:
    outcome = submit(store, li, plus_one, {"answer": "about five"})

    assert outcome.grade is None
    assert outcome.invalid is not None
    assert (outcome.try_number, outcome.attempts_left) == (0, 3)
    assert draft(store, li, plus_one.id) == {"answer": "about five"}


def test_a_sent_answer_is_no_draft_any_more(store: Store, li: Student, plus_one: Exercise) -> None:
    save_draft(store, li, plus_one.id, {"answer": "4"})
    submit(store, li, plus_one, {"answer": "-4"})

    assert draft(store, li, plus_one.id) is None


@pytest.mark.parametrize(
    "response", [{"answer": float("nan")}, {"answer": object()}, {"answer": "9" * 60_000}]
)
def test_what_cannot_be_kept_is_refused_in_words(
    store: Store, li: Student, plus_one: Exercise, response: Mapping[str, object]
) -> None:
    with pytest.raises(ReaderError, match="answer"):
        submit(store, li, plus_one, response)


def test_a_retry_adds_what_is_new_at_the_price_of_its_try(
    store: Store, li: Student, plus_one: Exercise
) -> None:
    variant = variant_for(store, li, plus_one)
    near = submit(store, li, plus_one, number(variant, 0))
    right = submit(store, li, plus_one, number(variant, 1))

    assert near.item_points == pytest.approx(0.4)
    assert right.points_earned_now == pytest.approx((1 - 0.4) * 0.75)
    assert right.item_points == pytest.approx(0.4 + 0.45)


def test_a_hint_costs_its_share_of_the_score_and_only_once(
    store: Store, li: Student, plus_one: Exercise
) -> None:
    take_hint(store, li, plus_one, 1)
    take_hint(store, li, plus_one, 1)
    outcome = submit(store, li, plus_one, right_response(variant_for(store, li, plus_one)))

    assert outcome.item_points == pytest.approx(0.9)
    assert len(outcome.status.hints) == 1
    assert outcome.status.next_hint_cost == pytest.approx(0.2)


def test_hints_open_in_order(store: Store, li: Student, plus_one: Exercise) -> None:
    with pytest.raises(ReaderError, match="hint 1 first"):
        take_hint(store, li, plus_one, 2)
    with pytest.raises(ReaderError, match="no hint 3"):
        take_hint(store, li, plus_one, 3)


def test_after_the_last_try_a_hint_costs_nothing(store: Store, li: Student, plus_one: Exercise) -> None:
    submit(store, li, plus_one, right_response(variant_for(store, li, plus_one)))

    assert "after" in take_hint(store, li, plus_one, 2).text.en
    assert question_status(store, li, plus_one).hints == ()


def test_sending_the_same_answer_twice_costs_one_try(store: Store, li: Student, plus_one: Exercise) -> None:
    first = submit(store, li, plus_one, {"answer": "-4"})
    second = submit(store, li, plus_one, {"answer": "-4"})

    assert (first.is_recorded, second.is_recorded) == (True, False)
    assert second.try_number == 1
    assert second.grade == first.grade


def test_what_a_submission_returns_is_what_the_record_holds(
    store: Store, li: Student, plus_one: Exercise
) -> None:
    variant = variant_for(store, li, plus_one)
    save_draft(store, li, plus_one.id, {"answer": "4"})
    take_hint(store, li, plus_one, 1)
    wrong, near, right = number(variant, 500), number(variant, 0), number(variant, 1)

    for response in ({"answer": "?"}, wrong, wrong, near, right, wrong):
        assert submit(store, li, plus_one, response).status == question_status(store, li, plus_one)


def test_two_answers_at_once_cost_one_try(
    store: Store, li: Student, plus_one: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    variant_for(store, li, plus_one)
    together = threading.Barrier(2)
    mark = exercises.grade

    def slowly(variant: Variant, response: object) -> object:
        together.wait(5)
        return mark(variant, response)

    monkeypatch.setattr(exercises, "grade", slowly)
    with ThreadPoolExecutor(2) as pool:
        answers = [{"answer": "-1"}, {"answer": "-2"}]
        outcomes = list(pool.map(lambda answer: submit(store, li, plus_one, answer), answers))

    assert sorted(outcome.is_recorded for outcome in outcomes) == [False, True]
    assert {outcome.try_number for outcome in outcomes} == {1}


def test_marking_does_not_make_other_writers_wait(
    store: Store, li: Student, plus_one: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = exercises.grade

    def meanwhile(variant: Variant, response: object) -> object:
        with ThreadPoolExecutor(1) as pool:
            pool.submit(save_draft, store, li, "another", {"answer": "1"}).result(timeout=5)
        return mark(variant, response)

    monkeypatch.setattr(exercises, "grade", meanwhile)

    assert submit(store, li, plus_one, {"answer": "-1"}).is_recorded


def test_nothing_is_recorded_once_the_question_is_closed(
    store: Store, li: Student, plus_one: Exercise
) -> None:
    submit(store, li, plus_one, right_response(variant_for(store, li, plus_one)))
    late = submit(store, li, plus_one, {"answer": "-4"})

    assert not late.is_recorded
    assert (late.item_points, late.try_number, late.points_earned_now) == (1, 1, 0)


def test_a_variant_and_its_answers_survive_a_restart(
    store: Store, li: Student, plus_one: Exercise, where: str, clock: Clock
) -> None:
    variant = variant_for(store, li, plus_one)
    submit(store, li, plus_one, number(variant, 0))
    store.close()
    reopened = open_store(where, clock)
    same = reopened.owner()

    assert same == li
    assert variant_for(reopened, li, plus_one) == variant
    last = question_status(reopened, li, plus_one).last
    assert last is not None
    assert last.response == number(variant, 0)
    assert last.grade.feedback.en == "One is missing."
    assert last.at == clock()
    reopened.close()


def test_practice_starts_when_the_graded_tries_are_over(
    store: Store, li: Student, plus_one: Exercise
) -> None:
    submit(store, li, plus_one, {"answer": "-1"})

    with pytest.raises(ReaderError, match="2 left"):
        again(store, li, plus_one)


def test_practice_gives_a_new_variant_and_leaves_the_mark_alone(
    store: Store, li: Student, plus_one: Exercise
) -> None:
    graded = variant_for(store, li, plus_one)
    for answer in (number(graded, 0), {"answer": "-2"}, {"answer": "-3"}):
        submit(store, li, plus_one, answer)
    fresh = again(store, li, plus_one, group=0)
    once_more = again(store, li, plus_one, group=0)
    outcome = submit(store, li, plus_one, right_response(fresh))

    assert fresh.group == 1
    assert fresh.seed != graded.seed
    assert once_more == fresh
    assert outcome.points_earned_now == 0
    assert outcome.item_points == pytest.approx(0.4)
    assert outcome.status.group > 0
    assert [(attempt.group, attempt.rate) for attempt in outcome.status.attempts] == [(1, 0)]


def test_what_was_begun_for_one_variant_is_not_carried_into_the_next(
    store: Store, li: Student, plus_one: Exercise
) -> None:
    submit(store, li, plus_one, right_response(variant_for(store, li, plus_one)))
    save_draft(store, li, plus_one.id, {"answer": "4"})
    again(store, li, plus_one)

    assert question_status(store, li, plus_one).draft is None


def test_an_answer_to_an_older_variant_is_not_held_against_the_student(
    store: Store, li: Student, plus_one: Exercise
) -> None:
    submit(store, li, plus_one, right_response(variant_for(store, li, plus_one)))
    shown = question_status(store, li, plus_one)
    again(store, li, plus_one)
    stale = submit(store, li, plus_one, {"answer": "-1"}, shown=shown)

    assert not stale.is_recorded
    assert (stale.grade, stale.invalid, stale.attempts_left) == (None, None, 3)


def test_two_students_are_asked_different_things(store: Store, li: Student, plus_one: Exercise) -> None:
    seeds = {variant_for(store, store.enrol("Wang Wei"), plus_one).seed for _ in range(5)}

    assert len(seeds | {variant_for(store, li, plus_one).seed}) == 6


def test_a_question_mended_before_it_was_answered_is_drawn_anew(
    store: Store, li: Student, plus_one: Exercise
) -> None:
    before = variant_for(store, li, plus_one)
    mended = reworded(plus_one)
    after = variant_for(store, li, mended)

    assert after.question.stem.en.startswith("Please add")
    assert after.params == before.params


def test_a_question_mended_after_it_was_answered_stays_as_it_was_asked(
    store: Store, li: Student, plus_one: Exercise
) -> None:
    before = variant_for(store, li, plus_one)
    submit(store, li, plus_one, {"answer": "-1"})

    assert variant_for(store, li, reworded(plus_one)) == before


def reworded(exercise: Exercise) -> Exercise:
    """The same question in other words."""
    stem = exercise.item.stem.model_copy(update={"en": "Please add 1 to {{a}}."})
    fields = {name: getattr(exercise, name) for name in type(exercise).__dataclass_fields__}
    return Exercise(**{**fields, "item": exercise.item.model_copy(update={"stem": stem})})


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["right", "near", "wrong", "other", "unreadable", "hint"]), max_size=8))
def test_points_never_fall_and_never_pass_one_whatever_the_student_does(
    store: Store, plus_one: Exercise, deeds: list[str]
) -> None:
    student = store.enrol("Zhao Min")
    points = [0.0, *(do(store, student, plus_one, deed) for deed in deeds)]

    assert all(earlier <= later for earlier, later in pairwise(points))
    assert points[-1] <= 1 + 1e-9
    assert question_status(store, student, plus_one).attempts_used <= 3


def do(store: Store, student: Student, exercise: Exercise, deed: str) -> float:
    """One thing a student does, and the mark afterwards."""
    variant = variant_for(store, student, exercise)
    if deed == "hint":
        opened = len(question_status(store, student, exercise).hints)
        take_hint(store, student, exercise, min(opened + 1, 2))
    else:
        answers = {"right": number(variant, 1), "near": number(variant, 0), "wrong": number(variant, 500)}
        submit(store, student, exercise, answers.get(deed, {"answer": "-1" if deed == "other" else "?"}))
    return question_status(store, student, exercise).item_points


def test_a_standing_without_answers_says_so(store: Store, li: Student, plus_one: Exercise) -> None:
    now = question_status(store, li, plus_one)

    assert (now.attempts_used, now.attempts_left, now.best, now.item_points) == (0, 3, 0, 0)
    assert (now.last, now.draft, now.reveal, now.hints) == (None, None, None, ())
