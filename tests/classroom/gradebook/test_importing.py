"""Marks and attendance come from files row by row; what is shown before is what is kept."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook

from classroom import Student
from classroom.gradebook.importing.rows import (
    attendance_in,
    days_in,
    mark_changes,
    marks_in,
    statuses,
)
from classroom.gradebook.importing.table import read_mark_table
from classroom.gradebook.importing.values import read_day
from courseware.problem import ReaderError

CLASS = (
    Student(1, "李华", "CRM 1", "0012"),
    Student(2, "Wu Min", "CRM 1", "0013"),
    Student(3, "王芳", "CRM 1", "0014"),
    Student(4, "王芳", "CRM 1", "0015"),
)


def book(*rows: Sequence[object]) -> bytes:
    made = Workbook()
    sheet = made.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def told(data: bytes) -> dict[int, str]:
    """What is said of the rows that are not kept, by line."""
    table = read_mark_table(data)
    return {row.line: row.problem.en for row in marks_in(table, table.likely, CLASS) if row.problem}


def kept(data: bytes) -> dict[int, float | None]:
    """The marks that are kept, by student."""
    table = read_mark_table(data)
    return {
        one.student_id: one.value for one in mark_changes(marks_in(table, table.likely, CLASS), "exam", "x")
    }


def test_a_sheet_with_a_title_and_columns_in_any_order_is_read() -> None:
    data = book(
        ("2026 春 期末笔试",), ("姓名", "班级", "笔试成绩", "学号"), ("李华", "CRM 1", 86.5, "0012"),
        ("wu min", "CRM 1", "90 分", "0013"),
    )  # fmt: skip

    assert kept(data) == {1: 86.5, 2: 90}
    assert told(data) == {}


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "gb18030"])
def test_text_with_commas_is_read_in_the_codes_of_schools(code: str) -> None:
    data = "学号,姓名,成绩\n0012,李华,86\n0014,王芳,71\n".encode(code)

    assert kept(data) == {1: 86, 3: 71}


def test_each_row_that_is_not_kept_says_why() -> None:
    data = book(
        ("学号", "姓名", "成绩"),
        ("0099", "李华", 80),
        ("0012", "Wu Min", 80),
        (None, "李华", 80),
        ("0013", "Wu Min", 180),
        ("0014", "王芳", "优"),
        ("0015", "王芳", None),
    )

    assert kept(data) == {}
    assert told(data) == {
        2: "Nobody of this class has the number 0099.",
        3: "Number 0012 is 李华 in this class, the file says Wu Min.",
        4: "The row has no student number.",
        5: "180 is not between 0 and 100.",
        6: "优 is no mark: write a number from 0 to 100.",
        7: "Nothing stands here; nothing changes.",
    }


def test_a_formula_without_its_result_is_refused_with_its_cell() -> None:
    data = book(("学号", "姓名", "成绩"), ("0012", "李华", "=40+46"))

    assert told(data)[2].startswith("Cell C2: it holds a formula without its result.")


def test_who_stands_twice_is_kept_in_no_row_and_both_say_so() -> None:
    data = book(("学号", "成绩"), ("0012", 80), ("0013", 70), ("0012", 90))

    assert kept(data) == {2: 70}
    assert set(told(data)) == {2, 4}


def test_a_number_that_lost_its_noughts_is_known_by_its_name_alone() -> None:
    with_name = book(("学号", "姓名", "成绩"), (12, "李华", 80))
    without = book(("学号", "成绩"), (12, 80))

    assert kept(with_name) == {1: 80}
    assert told(without) == {2: "Nobody of this class has the number 12."}


def test_a_file_of_names_alone_is_kept_where_a_name_is_one_student() -> None:
    data = book(("姓名", "成绩"), ("李华", 80), ("王芳", 70), ("赵六", 60))

    assert kept(data) == {1: 80}
    assert told(data) == {
        3: "Several students are called 王芳; the number is needed.",
        4: "Nobody of this class is called 赵六.",
    }


def test_attendance_is_read_by_day_in_words_and_signs() -> None:
    data = book(
        ("学号", "姓名", "2026-03-02", date(2026, 3, 9)),
        ("0012", "李华", "√", "迟到"),
        ("0013", "Wu Min", "病假", "×"),
        ("0014", "王芳", "？", "present"),
    )
    table = read_mark_table(data)
    (first, monday), (second, next_monday) = days_in(table).items()

    assert (monday, next_monday) == (date(2026, 3, 2), date(2026, 3, 9))
    assert statuses(attendance_in(table, first, CLASS)) == {1: "present", 2: "excused"}
    assert statuses(attendance_in(table, second, CLASS)) == {1: "late", 2: "absent", 3: "present"}
    assert [row.line for row in attendance_in(table, first, CLASS) if row.problem] == [4]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (book((1, 2), (3, 4)), "No row says what stands below it."),
        (book(("学号", "姓名"), ("0012", "李华")), "the file has no column to read"),
        (book(("学号", "姓名", "成绩")), "There is no student below the head."),
        (b"", "The file is empty."),
        (b"PK\x03\x04rubbish", "This is no Excel file that can be read."),
    ],
)
def test_a_file_that_cannot_be_used_says_what_to_do(data: bytes, words: str) -> None:
    with pytest.raises(ReaderError) as refused:
        read_mark_table(data)

    assert words in refused.value.text.en


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("2026-02-28", date(2026, 2, 28)),
        ("２０２６/３/２", date(2026, 3, 2)),
        ("2026-02-30", None),
        ("2026-13-01", None),
    ],
)
def test_a_head_is_a_day_only_if_the_calendar_has_it(head: str, day: date | None) -> None:
    assert read_day(head) == day
