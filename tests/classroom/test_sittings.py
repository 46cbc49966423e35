"""An exam: one sitting, timed by the server, kept as typed, handed in once, told when it is released."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from classroom import Store, Student, open_store, submit, take_hint, variant_for
from classroom.assignment_rules import Extension
from classroom.assignments.results import results
from classroom.assignments.sittings import (
    NO_MINUTE,
    NO_WHY,
    NOT_IN_IT,
    begin,
    hand_in,
    hand_in_overdue,
    let_in_again,
    questions_of,
    save_answer,
    sitting_of,
    sittings_of,
)
from classroom.assignments.store import Assignment, assigned_to, change, end, extend, make, release
from classroom.audit import audit_entries
from classroom.classes import SchoolClass
from classroom.records import tables
from courseware.problem import ReaderError
from exercises import Exercise, right_response
from lessons import DatedAssignment
from tests.classroom.conftest import Clock
from tests.classroom.exam_hall import MINUTE, SUM, Hall, start, write_right


def attempts(store: Store, student: Student) -> list[tuple[str, float]]:
    table = tables.attempt.c
    query = select(table.item, table.points).where(table.student_id == student.id).order_by(table.id)
    with store.read() as connection:
        return [(row.item, row.points) for row in connection.execute(query)]


def test_a_sitting_begins_once_and_comes_back_with_the_time_that_is_left(
    store: Store, clock: Clock, hall: Hall, where: str
) -> None:
    _, pupils, known = hall
    begun = start(store, pupils[0], known)
    clock.forward(13)
    store.close()
    again = open_store(where, clock)

    assert start(again, pupils[0], known) == begun
    assert begun.ends_at - clock.now == 27 * MINUTE
    assert begun.is_written(clock.now)
    again.close()


def test_questions_are_drawn_for_each_student_and_are_others_than_those_of_practice(
    store: Store, exam: Assignment, pupils: Sequence[Student], known: dict[str, Exercise]
) -> None:
    practised = variant_for(store, pupils[0], known[SUM])
    submit(store, pupils[0], known[SUM], right_response(practised))
    begun = start(store, pupils[0], known)
    asked = {record.variant.item: record.variant for record in questions_of(store, pupils[0], begun)}

    assert sorted(begun.items) == ["record.gap", SUM]
    assert asked[f"{SUM}@{exam.id}"].seed != practised.seed
    assert all(not record.attempts for record in questions_of(store, pupils[0], begun))


def test_what_was_typed_is_handed_in_by_the_clock_also_of_a_browser_that_left(
    store: Store, clock: Clock, school: SchoolClass, hall: Hall
) -> None:
    exam, pupils, known = hall
    begun = start(store, pupils[0], known)
    write_right(store, pupils[0], begun, [SUM])
    clock.forward(90)

    assert hand_in_overdue(store) == 1
    assert hand_in_overdue(store) == 0
    (ended,) = sittings_of(store, exam)
    assert (ended.handed_in_at, ended.handed_in_by) == (begun.ends_at, "clock")
    assert attempts(store, pupils[0]) == [(f"{SUM}@{exam.id}", 1)]
    found = results(store, school)[pupils[0].id, exam.id]
    assert (found.points, found.possible, found.state, found.part) == (10, 20, "done", "exam")
    assert not found.is_released


def test_whoever_reads_first_after_the_end_hands_it_in(
    store: Store, clock: Clock, exam: Assignment, pupils: Sequence[Student], known: dict[str, Exercise]
) -> None:
    start(store, pupils[0], known)
    clock.forward(40)
    found = sitting_of(store, pupils[0], exam)

    assert found is not None
    assert found.handed_in_by == "clock"


def test_after_the_end_nothing_is_taken_and_nothing_that_was_kept_is_lost(
    store: Store, clock: Clock, exam: Assignment, pupils: Sequence[Student], known: dict[str, Exercise]
) -> None:
    begun = start(store, pupils[0], known)
    write_right(store, pupils[0], begun, [SUM])
    clock.forward(40)

    with pytest.raises(ReaderError, match="Your time is over"):
        save_answer(store, pupils[0], begun, SUM, {"answer": "0"})
    hand_in(store, begun, "student")
    assert attempts(store, pupils[0]) == [(f"{SUM}@{exam.id}", 1)]
    with pytest.raises(ReaderError, match="Your time is over"):
        save_answer(store, pupils[0], begun, SUM, {"answer": "0"})


def test_nobody_writes_in_the_exam_of_another(
    store: Store, exam: Assignment, pupils: Sequence[Student], known: dict[str, Exercise]
) -> None:
    begun = start(store, pupils[0], known)

    with pytest.raises(ReaderError):
        save_answer(store, pupils[1], begun, SUM, {"answer": "0"})
    with pytest.raises(ReaderError, match="not in your exam"):
        save_answer(store, pupils[0], begun, "record.other", {"answer": "0"})


def test_however_many_hand_it_in_at_once_each_answer_is_there_once(
    store: Store, clock: Clock, exam: Assignment, pupils: Sequence[Student], known: dict[str, Exercise]
) -> None:
    begun = start(store, pupils[0], known)
    write_right(store, pupils[0], begun, begun.items)
    clock.forward(41)
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda by: hand_in(store, begun, by), ["clock", "student"] * 3))

    assert sorted(attempts(store, pupils[0])) == sorted((name, 1) for name in begun.names)


def test_extra_time_is_a_factor_and_holds_beyond_the_end_of_the_others(
    store: Store, clock: Clock, exam: Assignment, pupils: Sequence[Student], known: dict[str, Exercise]
) -> None:
    extend(store, exam, pupils[1], Extension(time_factor=1.5), why="writes slowly", by="instructor")
    clock.forward(100)
    plain, slow = start(store, pupils[0], known), start(store, pupils[1], known)

    assert plain.ends_at - clock.now == 20 * MINUTE
    assert slow.ends_at - clock.now == 40 * MINUTE
    clock.forward(21)
    with pytest.raises(ReaderError, match="The exam is over"):
        start(store, pupils[2], known)


def test_who_was_cut_off_goes_on_with_what_was_written_and_the_last_counts(
    store: Store, clock: Clock, school: SchoolClass, hall: Hall
) -> None:
    exam, pupils, known = hall
    begun = start(store, pupils[0], known)
    write_right(store, pupils[0], begun, [SUM])
    clock.forward(45)
    ended = sitting_of(store, pupils[0], exam)
    assert ended is not None
    again = let_in_again(store, ended, 10, why="power cut", by="instructor")

    assert again.is_written(clock.now)
    (kept,) = (one for one in questions_of(store, pupils[0], again) if one.attempts)
    assert kept.attempts[-1].response == right_response(kept.variant)
    save_answer(store, pupils[0], again, SUM, {"answer": "-5"})
    hand_in(store, again, "student")
    assert attempts(store, pupils[0]) == [(f"{SUM}@{exam.id}", 1), (f"{SUM}@{exam.id}", 0)]
    assert results(store, school)[pupils[0].id, exam.id].points == 0
    with store.read() as connection:
        actions = list(connection.scalars(select(tables.audit_entry.c.action)))
    assert actions[-1] == "let_in_again"


def test_what_was_not_changed_after_being_let_in_again_counts_as_it_was(
    store: Store, clock: Clock, school: SchoolClass, hall: Hall
) -> None:
    exam, pupils, known = hall
    begun = start(store, pupils[0], known)
    write_right(store, pupils[0], begun, [SUM])
    again = let_in_again(store, hand_in(store, begun, "student"), 10, why="slipped", by="instructor")
    write_right(store, pupils[0], again, begun.items)
    hand_in(store, again, "student")

    assert results(store, school)[pupils[0].id, exam.id].points == 20
    assert len(attempts(store, pupils[0])) == 2


def test_results_wait_until_nobody_writes_and_questions_stay_once_it_has_begun(
    store: Store, clock: Clock, school: SchoolClass, hall: Hall
) -> None:
    exam, pupils, known = hall
    begun = start(store, pupils[0], known)

    with pytest.raises(ReaderError, match="still writing"):
        release(store, exam, by="instructor")
    with pytest.raises(ReaderError, match="has begun"):
        change(store, school, exam, exam.plan.model_copy(update={"is_shuffled": False}), by="instructor")
    hand_in(store, begun, "student")
    release(store, exam, by="instructor")
    assert results(store, school)[pupils[0].id, exam.id].is_released


def test_each_student_has_a_draw_of_their_own_that_stays(
    store: Store, clock: Clock, school: SchoolClass, pupils: Sequence[Student], known: dict[str, Exercise]
) -> None:
    values = {"mode": "exam", "minutes": 9, "pools": [{"draw": 1}], "due_at": clock.now + 9 * MINUTE}
    for _ in range(4):
        make(store, school, DatedAssignment.model_validate(values), None, by="instructor")
    drawn = [
        begin(store, student, assigned, known).items
        for student in pupils
        for assigned in assigned_to(store, student)
    ]

    assert set(drawn) == {(SUM,), ("record.gap",)}


# A page that has been open for a while


def test_an_exam_is_begun_by_the_rules_of_the_moment_and_not_by_those_of_a_page_left_open(
    store: Store, clock: Clock, school: SchoolClass, hall: Hall
) -> None:
    exam, pupils, known = hall
    (shown,) = assigned_to(store, pupils[0])
    change(store, school, exam, exam.plan.model_copy(update={"minutes": 10}), by="instructor")
    shorter = begin(store, pupils[0], shown, known)
    later = exam.plan.model_copy(update={"opens_at": clock.now + 60 * MINUTE})
    change(store, school, exam, later, by="instructor")
    with pytest.raises(ReaderError, match="not opened yet"):
        begin(store, pupils[1], shown, known)
    end(store, exam, by="instructor")
    with pytest.raises(ReaderError, match="is over"):
        begin(store, pupils[1], shown, known)

    assert shorter.ends_at == shorter.begun_at + 10 * MINUTE
    assert [one.student_id for one in sittings_of(store, exam)] == [pupils[0].id]


def test_nobody_begins_once_the_results_of_others_are_told(store: Store, hall: Hall) -> None:
    exam, pupils, known = hall
    hand_in(store, start(store, pupils[0], known), "student")
    release(store, exam, by="instructor")

    with pytest.raises(ReaderError, match="results are released"):
        start(store, pupils[1], known)
    assert sitting_of(store, pupils[1], exam) is None


def test_while_it_is_written_no_lesson_tells_what_is_right_of_its_questions(store: Store, hall: Hall) -> None:
    _, pupils, known = hall
    sitting, practised = start(store, pupils[0], known), variant_for(store, pupils[0], known[SUM])
    for ask in (
        lambda: submit(store, pupils[0], known[SUM], right_response(practised)),
        lambda: submit(store, pupils[0], known[SUM], {"answer": "-1"}),
        lambda: take_hint(store, pupils[0], known[SUM], 1),
    ):
        with pytest.raises(ReaderError, match="in the exam that you are writing"):
            ask()
    others = submit(store, pupils[1], known[SUM], right_response(variant_for(store, pupils[1], known[SUM])))
    hand_in(store, sitting, "student")

    assert others.is_recorded
    assert submit(store, pupils[0], known[SUM], right_response(practised)).is_recorded


# What is refused, in which words


def test_nobody_is_let_in_again_without_a_minute_or_a_reason_or_once_results_are_told(
    store: Store, hall: Hall
) -> None:
    sitting = hand_in(store, start(store, hall.pupils[0], hall.known), "student")
    refused = []
    for minutes, why in ((0, "cut off"), (5, "  ")):
        with pytest.raises(ReaderError) as caught:
            let_in_again(store, sitting, minutes, why=why, by="instructor")
        refused.append(caught.value.text)
    release(store, hall.exam, by="instructor")
    with pytest.raises(ReaderError, match="results are released"):
        let_in_again(store, sitting, 5, why="cut off", by="instructor")

    assert refused == [NO_MINUTE, NO_WHY]
    assert sitting_of(store, hall.pupils[0], hall.exam) == sitting


def test_whoever_was_let_in_again_is_not_ended_by_the_clock_of_the_first_time(
    store: Store, clock: Clock, hall: Hall
) -> None:
    before = start(store, hall.pupils[0], hall.known)
    clock.forward(30)
    now = let_in_again(store, before, 20, why="cut off", by="instructor")
    clock.forward(15)
    seen = hand_in(store, before, "clock")
    ended = hand_in(store, before, "student")

    assert now.ends_at == before.ends_at + 20 * MINUTE
    assert (seen.handed_in_at, ended.handed_in_by) == (None, "student")
    assert hand_in(store, before, "clock") == ended


def test_a_question_that_is_not_in_the_sitting_takes_no_answer(store: Store, hall: Hall) -> None:
    sitting = start(store, hall.pupils[0], hall.known)
    with pytest.raises(ReaderError) as refused:
        save_answer(store, hall.pupils[0], sitting, "record.other", {"answer": "1"})

    assert refused.value.text == NOT_IN_IT
    assert [one.draft for one in questions_of(store, hall.pupils[0], sitting)] == [None, None]


def test_a_pool_that_has_become_too_small_is_told_with_what_is_left(store: Store, hall: Hall) -> None:
    with pytest.raises(ReaderError) as refused:
        start(store, hall.pupils[0], {SUM: hall.known[SUM]})

    assert "draws 2 questions from a pool that has 1 left" in refused.value.text.en
    assert "抽 2 题，但只剩 1 题" in refused.value.text.zh
    assert sitting_of(store, hall.pupils[0], hall.exam) is None


def test_what_was_ended_or_released_once_is_so_once_in_the_log(store: Store, hall: Hall) -> None:
    for _ in range(2):
        release(store, hall.exam, by="陈静")
        end(store, hall.exam, by="陈静")

    assert [one.action for one in audit_entries(store)][:2] == ["end_assignment", "release_assignment"]
    assert [one.actor for one in audit_entries(store)].count("陈静") == 2
