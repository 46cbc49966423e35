"""A corrected question is marked again: who gains, who loses, and nothing is written over."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classroom import Store, Student, question_status, submit, variant_for
from classroom.assignments.sittings import begin, hand_in, questions_of, save_answer
from classroom.assignments.store import assigned_to, make
from classroom.audit import audit_entries
from classroom.classes import students_of
from classroom.regrading.marks import RegradePolicy, TryMark, remarked, total
from classroom.regrading.preview import apply, preview
from course import BankRegistry
from courseware.problem import ReaderError
from exercises import Exercise
from lessons import DatedAssignment
from tests.classroom.conftest import BANK, Clock
from tests.classroom.school import make_class

PLAIN, KIND = RegradePolicy(), RegradePolicy(nobody_loses=True)
Mended = Callable[[str, str], Exercise]


@pytest.fixture
def mended(tmp_path: Path) -> Mended:
    """What is a + 1, after a teacher has replaced one piece of its bank by another."""

    def mend(old: str, new: str) -> Exercise:
        assert old in BANK
        (tmp_path / "record.yaml").write_text(BANK.replace(old, new), encoding="utf-8")
        return BankRegistry(tmp_path).exercises()["record.sum"]

    return mend


@pytest.fixture
def pupils(store: Store) -> tuple[Student, ...]:
    return students_of(store, make_class(store, "CRM 1", [("001", "Li Hua"), ("002", "Wang Fang")]))


def answer(store: Store, student: Student, exercise: Exercise, more: int) -> None:
    a = variant_for(store, student, exercise).params["a"]
    submit(store, student, exercise, {"answer": str(int(float(a)) + more)})


def test_the_preview_says_who_gains_and_who_loses_and_changes_nothing(
    store: Store, pupils: Sequence[Student], plus_one: Exercise, mended: Mended
) -> None:
    li, wang = pupils
    answer(store, li, plus_one, 2)
    answer(store, wang, plus_one, 1)
    seen = preview(store, mended("expr: a + 1", "expr: a + 2"), PLAIN)

    assert [(one.student.name, one.old, one.new) for one in seen.gaining] == [("Li Hua", 0, 1)]
    assert [(one.student.name, one.old, one.new) for one in seen.losing] == [("Wang Fang", 1, 0)]
    assert question_status(store, li, plus_one).item_points == 0


def test_applied_it_counts_with_its_reason_and_the_old_grade_stays(
    store: Store, pupils: Sequence[Student], plus_one: Exercise, mended: Mended
) -> None:
    li, wang = pupils
    answer(store, li, plus_one, 2)
    answer(store, wang, plus_one, 1)
    right = mended("expr: a + 1", "expr: a + 2")
    changed = apply(store, preview(store, right, KIND), why="the key was wrong", by="instructor")

    assert changed == 1
    assert question_status(store, li, plus_one).item_points == 1
    assert question_status(store, wang, plus_one).item_points == 1
    assert apply(store, preview(store, right, KIND), why="again", by="instructor") == 0
    with store.read() as connection:
        kept = connection.exec_driver_sql("SELECT score FROM attempt ORDER BY id").scalars().all()
        said = connection.exec_driver_sql("SELECT origin, why, points FROM assessment").all()
    assert list(kept) == [0, 1]
    assert [tuple(one) for one in said] == [("regrade", "the key was wrong", 1)]


def test_one_class_may_be_marked_again_and_the_preview_says_for_whom(
    store: Store, pupils: Sequence[Student], plus_one: Exercise, mended: Mended
) -> None:
    (other,) = students_of(store, make_class(store, "CRM 2", [("003", "Zhao Min")]))
    for student in (pupils[0], other):
        answer(store, student, plus_one, 2)
    right = mended("expr: a + 1", "expr: a + 2")
    everybody, one_class = preview(store, right, PLAIN), preview(store, right, PLAIN, "CRM 2")

    assert dict(everybody.by_class) == {"CRM 1": 1, "CRM 2": 1}
    assert dict(one_class.by_class) == {"CRM 2": 1}
    assert apply(store, one_class, why="the key was wrong", by="instructor") == 1
    assert question_status(store, other, plus_one).item_points == 1
    assert question_status(store, pupils[0], plus_one).item_points == 0
    assert audit_entries(store)[0].detail["class"] == "CRM 2"


def test_later_tries_earn_what_they_add_to_the_corrected_first_one(
    store: Store, pupils: Sequence[Student], plus_one: Exercise, mended: Mended
) -> None:
    answer(store, pupils[0], plus_one, 2)
    answer(store, pupils[0], plus_one, 1)
    apply(store, preview(store, mended("abs: 0.001", "abs: 1.5"), PLAIN), why="too strict", by="instructor")

    assert [one.points for one in question_status(store, pupils[0], plus_one).attempts] == [1, 0]


def test_where_the_question_itself_has_changed_it_is_told_and_full_credit_may_be_given(
    store: Store, pupils: Sequence[Student], plus_one: Exercise, mended: Mended
) -> None:
    answer(store, pupils[0], plus_one, 7)
    other = mended("plus 1?", "plus 2?")

    assert len(preview(store, other, PLAIN).others) == 1
    assert preview(store, other, PLAIN).changed == ()
    credit = preview(store, other, RegradePolicy(gives_full_credit=True))
    apply(store, credit, why="asked badly", by="instructor")
    assert question_status(store, pupils[0], plus_one).item_points == 1


def test_answers_in_an_exam_are_marked_again_too(
    store: Store, clock: Clock, plus_one: Exercise, mended: Mended
) -> None:
    school = make_class(store, "CRM 1", [("001", "Li Hua")])
    (li,) = students_of(store, school)
    values = {"mode": "exam", "minutes": 9, "use": ["record.sum"], "due_at": clock.now.replace(hour=20)}
    make(store, school, DatedAssignment.model_validate(values), None, by="instructor")
    sitting = begin(store, li, assigned_to(store, li)[0], {plus_one.id: plus_one})
    (record,) = questions_of(store, li, sitting)
    save_answer(store, li, sitting, plus_one.id, {"answer": str(int(float(record.variant.params["a"])) + 2)})
    hand_in(store, sitting, "student")
    seen = preview(store, mended("expr: a + 1", "expr: a + 2"), PLAIN)

    assert [(one.item, one.old, one.new) for one in seen.questions] == [(sitting.names[0], 0, 1)]


def test_without_a_reason_or_after_marks_have_changed_nothing_is_applied(
    store: Store, pupils: Sequence[Student], plus_one: Exercise, mended: Mended
) -> None:
    answer(store, pupils[0], plus_one, 2)
    right = mended("expr: a + 1", "expr: a + 2")
    seen = preview(store, right, PLAIN)

    with pytest.raises(ReaderError, match="what was corrected"):
        apply(store, seen, why=" ", by="instructor")
    apply(store, seen, why="wrong key", by="instructor")
    with pytest.raises(ReaderError, match="since this preview"):
        apply(store, seen, why="wrong key", by="instructor")


shares = st.sampled_from([0, 0.25, 0.5, 1.0])
marks = st.lists(
    st.builds(
        TryMark,
        rate=shares,
        number=st.just(1),
        score=shares,
        points=st.sampled_from([0, 0.1, 0.2]),
        hint_cost=shares,
        is_fixed=st.booleans(),
    ),
    min_size=1,
    max_size=4,
).map(lambda tries: [replace(one, number=n) for n, one in enumerate(tries, 1)])
policies = st.builds(RegradePolicy, nobody_loses=st.booleans(), gives_full_credit=st.booleans())


@given(marks, st.lists(st.none() | shares, min_size=4, max_size=4), policies)
def test_marking_twice_changes_nothing_more_and_nobody_loses_if_that_is_said(
    tries: list[TryMark], scores: list[float | None], policy: RegradePolicy
) -> None:
    once = remarked(tries, scores[: len(tries)], policy)

    assert remarked(once, scores[: len(tries)], policy) == once
    assert all(0 <= one.points <= 1 for one in once)
    if policy.nobody_loses:
        assert total(once) >= total(tries)
    assert [new for old, new in zip(tries, once, strict=True) if old.is_fixed and new != old] == [] or (
        policy.gives_full_credit
    )
