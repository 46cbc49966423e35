"""Assignments count in the part of the mark that asks for them, and exams only once a student may know."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from classroom import Store, Student
from classroom.assignments.sittings import begin, hand_in, questions_of, save_answer
from classroom.assignments.sources import assignment_sources
from classroom.assignments.store import Assignment, assigned_to, make, release
from classroom.classes import SchoolClass
from classroom.gradebook.computing import MarkingScheme
from classroom.gradebook.entries import MarkChange, enter_marks
from classroom.gradebook.exporting.lines import mark_lines
from classroom.gradebook.nodes import MarkNode, MarkRange
from classroom.gradebook.reading import GradedCourse, gradebook, marks_of
from exercises import right_response
from lessons import DatedAssignment
from lessons.marking import Marks
from tests.classroom.conftest import Clock
from tests.classroom.gradebook.term import class_of_three, course_of, earn
from tests.classroom.school import make_class
from tests.records import statements

HOUR = timedelta(hours=1)


def part(name: str, mode: str) -> dict[str, Any]:
    title = {"en": name, "zh": name}
    return {"id": name, "title": title, "weight": 50, "from": "assignments", "mode": mode}


PARTS = [part("works", "graded"), part("exams", "exam")]
SCHEME = MarkingScheme.of(Marks.model_validate({"parts": PARTS}))


def course(store: Store, bank: Path, *, only_released: bool) -> GradedCourse:
    usual = course_of(bank)
    sources = assignment_sources(store, usual.lessons, only_released=only_released)
    return replace(usual, scheme=SCHEME, marks_from={"assignments": sources})


def set_class(store: Store, clock: Clock, of: SchoolClass, **values: object) -> Assignment:
    dated = {"opens_at": clock.now, "due_at": clock.now + 2 * HOUR, **values}
    return make(store, of, DatedAssignment.model_validate(dated), None, by="instructor")


def homework(store: Store, clock: Clock, of: SchoolClass) -> Assignment:
    return set_class(
        store, clock, of, mode="graded", title="Sums", points=20, use=["record.sum", "record.gap"]
    )


def values(mark: MarkNode) -> Mapping[str, Fraction | None]:
    return {node.id: node.value for node in mark.children}


def test_an_assignment_counts_by_its_points_in_the_part_for_its_kind(
    store: Store, clock: Clock, bank: Path
) -> None:
    made, (li, wu, _) = class_of_three(store)
    homework(store, clock, made)
    earn(store, li, {"record.sum": 1.0, "record.gap": 0.5})
    earn(store, wu, {"record.sum": 0.5})

    first, second, third = gradebook(store, made, course(store, bank, only_released=False)).rows

    assert values(first.mark) == {"works": 75, "exams": None}
    assert values(second.mark) == {"works": 25, "exams": None}
    assert [values(one)["works"] for one in (third.mark, third.so_far)] == [0, None]
    (source,) = first.sources["works"]
    assert (source.title.en, source.told.en if source.told else "") == ("Sums", "15 of 20 points")


def write_exam(store: Store, student: Student, course: GradedCourse) -> None:
    """Answers one of the two questions rightly, and hands in."""
    (assigned,) = assigned_to(store, student)
    sitting = begin(store, student, assigned, course.exercises)
    item, record = sitting.items[0], questions_of(store, student, sitting)[0]
    save_answer(store, student, sitting, item, right_response(record.variant))
    hand_in(store, sitting, "student")


def test_an_exam_is_in_the_teachers_gradebook_at_once_and_in_the_students_mark_once_released(
    store: Store, clock: Clock, bank: Path
) -> None:
    made, (li, *_) = class_of_three(store)
    exam = set_class(store, clock, made, mode="exam", minutes=40, points=20, pools=[{"draw": 2}])
    teachers, students = (course(store, bank, only_released=which) for which in (False, True))
    write_exam(store, li, teachers)
    before = marks_of(store, li, students)
    clock.forward(180)
    release(store, exam, by="instructor")
    after = marks_of(store, li, course(store, bank, only_released=True))

    assert values(gradebook(store, made, teachers).rows[0].mark)["exams"] == 50
    assert (before.sources["exams"], before.mark.value) == ((), None)
    assert values(after.mark)["exams"] == 50


@pytest.mark.parametrize("from_", ["assignments", "lessons"])
def test_an_answer_that_waits_for_a_teacher_is_left_out_and_told_with_what_can_become_of_it(
    store: Store, clock: Clock, bank: Path, from_: str
) -> None:
    made, (li, *_) = class_of_three(store)
    homework(store, clock, made)
    earn(store, li, {"record.sum": 0.75})
    earn(store, li, {"record.gap": 0.0}, is_pending=True)
    works = {**PARTS[0], "weight": 100, "from": from_}
    scheme = MarkingScheme.of(Marks.model_validate({"parts": [works]}))
    asked = replace(course(store, bank, only_released=False), scheme=scheme)

    row = gradebook(store, made, asked).rows[0]

    (source,) = row.sources["works"]
    assert source.told is not None
    assert (
        "1 waiting for the teacher, left out until then; it will lie between 37.5 and 87.5" in source.told.en
    )
    assert "1 题等待老师批改，批改前不计入；批改后在 37.5 到 87.5 之间" in source.told.zh
    assert [row.mark.value, row.so_far.value] == [75, 75]
    assert row.mark.once_marked == MarkRange(Fraction(38), Fraction(88))
    assert row.mark.waiting() == 1
    assert row.items["record.gap"].is_pending
    assert not row.items["record.sum"].is_pending


def test_where_all_waits_there_is_no_mark_and_nothing_is_missing(
    store: Store, clock: Clock, bank: Path
) -> None:
    made, (li, *_) = class_of_three(store)
    homework(store, clock, made)
    earn(store, li, {"record.sum": 0.0, "record.gap": 0.0}, is_pending=True)

    row = gradebook(store, made, course(store, bank, only_released=False)).rows[0]

    works = row.mark.children[0]
    assert (works.value, works.state, works.sources[0].state) == (None, "waiting", "waiting")
    assert works.once_marked == row.mark.once_marked == MarkRange(Fraction(0), Fraction(100))
    assert list(row.mark.missing()) == []
    (first, *_) = mark_lines(gradebook(store, made, course(store, bank, only_released=False)))
    assert first.remark is not None
    assert first.remark.en == "Provisional: 2 waiting for marking, left out so far; then 0 to 100"


def test_what_a_teacher_set_or_excused_waits_for_nobody(store: Store, clock: Clock, bank: Path) -> None:
    made, (li, *_) = class_of_three(store)
    homework(store, clock, made)
    earn(store, li, {"record.sum": 1.0})
    earn(store, li, {"record.gap": 0.0}, is_pending=True)
    enter_marks(store, SCHEME, [MarkChange(li.id, "works", value=80, why="oral")], "Ms Wu")

    row = gradebook(store, made, course(store, bank, only_released=False)).rows[0]

    assert row.mark.value == 80
    assert (row.mark.once_marked, row.mark.waiting()) == (None, 0)


def test_assignments_of_sixty_students_take_as_many_queries_as_those_of_one(
    store: Store, clock: Clock, bank: Path
) -> None:
    counts = []
    for size in (1, 60):
        made = make_class(store, f"Class {size}", [(f"{size}-{n}", f"Student {n}") for n in range(size)])
        for _ in range(size // 30):
            set_class(store, clock, made, mode="exam", minutes=40, pools=[{"draw": 2}])
        homework(store, clock, made)
        asked = statements(store)
        gradebook(store, made, course(store, bank, only_released=False))
        counts.append(len(asked))

    assert counts[0] == counts[1]
