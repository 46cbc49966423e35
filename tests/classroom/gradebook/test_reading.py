"""The gradebook of a class says of every student what the record holds, and nothing of anybody else."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from classroom import Store
from classroom.gradebook.attendance import attendance_on, note_attendance
from classroom.gradebook.entries import MarkChange, enter_marks, entry_history
from classroom.gradebook.nodes import FINAL_MARK, MarkNode
from classroom.gradebook.reading import gradebook, marks_of
from classroom.records import tables
from courseware.problem import ReaderError
from tests.classroom.gradebook.term import MEMBERS, SCHEME, class_of_three, course_of, earn
from tests.classroom.school import make_class
from tests.records import statements

MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)


def node(mark: MarkNode, id_: str) -> MarkNode:
    return next(found for found in mark.all_nodes() if found.id == id_)


def test_each_point_of_a_mark_leads_to_what_was_done(store: Store, bank: Path) -> None:
    made, (li, wu, _) = class_of_three(store)
    earn(store, li, {"record.sum": 1.0, "record.gap": 0.5})
    note_attendance(store, made.name, MONDAY, {li.id: "present", wu.id: "absent"}, "instructor")
    note_attendance(store, made.name, TUESDAY, {li.id: "late", wu.id: "excused"}, "instructor")
    enter_marks(store, SCHEME, [MarkChange(li.id, "written_exam", 81)], "instructor")

    book = gradebook(store, made, course_of(bank))

    mark = book.rows[0].mark
    assert [row.student.name for row in book.rows] == [name for _, name in MEMBERS]
    assert [node(mark, one).value for one in ("attendance", "homework", "written_exam")] == [75, 75, 81]
    (lesson,) = node(mark, "homework").sources
    assert [(one.item, one.points, one.tries) for one in lesson.source.items] == [
        ("record.sum", 1, 1),
        ("record.gap", Fraction(1, 2), 1),
    ]
    assert node(book.rows[1].mark, "attendance").value == 0
    assert node(book.rows[2].mark, "attendance").state == "nothing"


def test_an_assessment_counts_in_the_place_of_what_the_lab_marked(store: Store, bank: Path) -> None:
    made, (li, *_) = class_of_three(store)
    earn(store, li, {"record.sum": 0.0})
    with store.write() as connection:
        said = {"origin": "marker", "grade": {}, "score": 1.0, "points": 1.0, "by": "x", "why": "y"}
        connection.execute(
            tables.assessment.insert().values(attempt_id=1, at=store.clock(), is_current=True, **said)
        )

    assert node(gradebook(store, made, course_of(bank)).rows[0].mark, "homework").value == 50


def test_the_last_entry_counts_and_those_before_stay_readable(store: Store, bank: Path) -> None:
    made, (li, *_) = class_of_three(store)
    for value in (60, 70):
        enter_marks(store, SCHEME, [MarkChange(li.id, "written_exam", value)], "instructor")
    enter_marks(store, SCHEME, [MarkChange(li.id, "homework", is_excused=True, why="ill")], "Wang")

    mark = gradebook(store, made, course_of(bank)).rows[0].mark
    assert node(mark, "written_exam").value == 70
    assert node(mark, "homework").state == "excused"
    assert [one.value for one in entry_history(store, li.id, "written_exam")] == [60, 70]
    with store.read() as connection:
        noted = [
            (row.actor, row.action, row.subject) for row in connection.execute(tables.audit_entry.select())
        ]
    assert noted[-1] == ("Wang", "enter_mark", str(li.id))


@pytest.mark.parametrize(
    ("part", "value", "why", "words"),
    [
        ("written_exam", 101.0, "", "from 0 to 100"),
        ("written_exam", None, "", "Please write why"),
        ("homework", 80.0, " ", "Please write why"),
        (FINAL_MARK, 60.0, "", "Please write why"),
        ("oral_exam", 60.0, "", "has no part oral_exam"),
    ],
)
def test_an_entry_that_cannot_be_kept_is_refused_with_all_beside_it(
    store: Store, part: str, value: float | None, why: str, words: str
) -> None:
    _, (li, *_) = class_of_three(store)
    changes = [MarkChange(li.id, "machine_exam", 90), MarkChange(li.id, part, value, why=why)]

    with pytest.raises(ReaderError) as refused:
        enter_marks(store, SCHEME, changes, "instructor")

    assert words in refused.value.text.en
    assert entry_history(store, li.id, "machine_exam") == ()


def test_attendance_of_a_day_can_be_mended(store: Store) -> None:
    made, (li, wu, _) = class_of_three(store)
    note_attendance(store, made.name, MONDAY, {li.id: "absent", wu.id: "present"}, "instructor")
    note_attendance(store, made.name, MONDAY, {li.id: "late"}, "instructor")

    assert attendance_on(store, made.name, MONDAY) == {li.id: "late", wu.id: "present"}


def test_marks_of_a_student_are_read_by_the_id_and_hold_nobody_else(store: Store, bank: Path) -> None:
    _, (li, wu, _) = class_of_three(store)
    earn(store, li, {"record.sum": 1.0})
    earn(store, wu, {"record.sum": 0.5, "record.gap": 1.0})

    own = marks_of(store, li, course_of(bank))

    assert own.student == li
    assert own.items.keys() == {"record.sum"}
    assert node(own.mark, "homework").value == 50


def test_knowledge_points_below_the_pass_mark_are_named(store: Store, bank: Path) -> None:
    made, (li, wu, _) = class_of_three(store)
    earn(store, li, {"record.sum": 0.2, "record.gap": 1.0})
    earn(store, wu, {"record.sum": 0.4})

    (weak,) = gradebook(store, made, course_of(bank)).weak

    assert (weak.number, weak.questions) == (10, 2)
    assert weak.share == Fraction(3, 10)


def test_answers_that_wait_for_a_teacher_say_nothing_of_what_is_hard(store: Store, bank: Path) -> None:
    made, (li, wu, _) = class_of_three(store)
    earn(store, li, {"record.sum": 0.0}, is_pending=True)
    earn(store, wu, {"record.sum": 0.0}, is_pending=True)

    assert gradebook(store, made, course_of(bank)).weak == ()


def test_a_class_of_sixty_asks_the_record_as_often_as_a_class_of_one(store: Store, bank: Path) -> None:
    course, counts = course_of(bank), []
    for size in (1, 60):
        made = make_class(store, f"Class {size}", [(f"{size}-{n}", f"Student {n}") for n in range(size)])
        asked = statements(store)
        gradebook(store, made, course)
        counts.append(len(asked))

    assert counts == [4, 4]
