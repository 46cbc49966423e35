"""Marks go out as an office, Moodle and Canvas take them: their columns, ids and rows, and no formulas."""

import csv
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pytest

from classroom import Store
from classroom.gradebook.entries import MarkChange, enter_marks
from classroom.gradebook.exporting.filling import fill_in, read_platform_file
from classroom.gradebook.exporting.lines import MarkLine, mark_heads, mark_lines
from classroom.gradebook.exporting.office_sheet import SheetHead, bare_sheet, office_sheet
from classroom.gradebook.exporting.platforms import canvas_csv, moodle_csv
from classroom.gradebook.reading import gradebook
from courseware.problem import ReaderError
from courseware.text import Text
from tests.classroom.gradebook.term import SCHEME, class_of_three, course_of

LINES = (
    MarkLine("001", "李华", "CRM 1", (Fraction(85), Fraction(76), Fraction(79))),
    MarkLine("002", "Wu Min", "CRM 1", (Fraction(60), None, Fraction("59.5"))),
    MarkLine("003", "=cmd()", "CRM 1", (None, None, None)),
)
HEAD = SheetHead(
    Text(en="CRM", zh="客户关系管理"), "CRM 1", date(2026, 7, 1), mark_heads(SCHEME), decimals=0
)  # fmt: skip
CANVAS = """\
Student,ID,SIS User ID,SIS Login ID,Section,Final (88),Current Score
    Points Possible,,,,,50,(read only)

"Hua, Li",1001,001,li@x,CRM 1,,81
Min Wu,1002,002,wu@x,CRM 1,12,70
"Student, Test",1009,,,CRM 1,,
"""


def cells(data: bytes) -> list[tuple[object, ...]]:
    return [
        tuple(row) for row in openpyxl.load_workbook(BytesIO(data)).worksheets[0].iter_rows(values_only=True)
    ]


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig"))))


def test_the_sheet_of_the_office_has_head_table_and_place_to_sign() -> None:
    said = cells(office_sheet(LINES, HEAD, "zh"))

    assert said[0][0] == "《客户关系管理》成绩单"
    assert said[1][0] == "班级：CRM 1    人数：3    日期：2026-07-01"
    assert said[2] == ("学号", "姓名", "平时", "期末", "总评")
    assert said[3:6] == [
        ("001", "李华", 85, 76, 79),
        ("002", "Wu Min", 60, None, 60),
        ("003", "=cmd()", *[None] * 3),
    ]
    assert str(said[7][0]).startswith("任课教师签名")


def test_a_number_stays_a_text_and_a_name_no_formula_in_the_sheet() -> None:
    sheet = openpyxl.load_workbook(BytesIO(office_sheet(LINES, HEAD, "en"))).worksheets[0]

    assert (sheet["A4"].data_type, sheet["A4"].number_format) == ("s", "@")
    assert (sheet["B6"].data_type, sheet["B6"].value) == ("s", "=cmd()")
    assert sheet.print_title_rows == "$3:$3"


def test_the_same_marks_make_the_same_file() -> None:
    assert office_sheet(LINES, HEAD, "zh") == office_sheet(LINES, HEAD, "zh")


def test_an_office_that_reads_two_columns_gets_two() -> None:
    assert cells(bare_sheet(LINES, 0, "zh")) == [("学号", "总评"), ("001", 79), ("002", 60), ("003", None)]


def test_moodle_gets_a_column_for_each_part_and_no_formula() -> None:
    assert rows(moodle_csv(LINES, ["Usual", "Exam", "Final"], "en")) == [
        ["ID number", "Full name", "Usual", "Exam", "Final"],
        ["001", "李华", "85", "76", "79"],
        ["002", "Wu Min", "60", "", "59.5"],
        ["003", "'=cmd()", "", "", ""],
    ]


def test_canvas_gets_its_own_columns_and_the_row_of_points_possible() -> None:
    said = rows(canvas_csv(LINES, "Final mark"))

    assert said[0] == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Final mark"]
    assert said[1] == ["    Points Possible", "", "", "", "", "100"]
    assert said[2] == ["李华", "", "001", "001", "CRM 1", "79"]


def lines(*said: tuple[str, str, float | None]) -> list[MarkLine]:
    return [
        MarkLine(number, name, "CRM 1", (None if mark is None else Fraction(str(mark)),))
        for number, name, mark in said
    ]


def test_the_file_of_canvas_is_filled_and_nothing_else_in_it_changes() -> None:
    file = read_platform_file(CANVAS.encode())
    filled = fill_in(file, file.likely, lines(("001", "Li Hua", 79), ("002", "Wu Min", 60.5)))

    before, after = rows(CANVAS.encode()), rows(filled.data)
    assert [title for _, title in file.columns] == ["Final (88)"]
    assert [(row[5] if row else None) for row in after] == ["Final (88)", "50", None, "39.5", "30.25", ""]
    assert [row[:5] + row[6:] for row in after] == [row[:5] + row[6:] for row in before]
    assert filled.filled == 2
    assert [said.en for said in filled.report] == [
        "Row 6: Student, Test 1009 is nobody of this class; left as it is."
    ]


def test_the_worksheet_of_moodle_is_filled_by_number_in_any_column() -> None:
    given = (
        "\ufeff编号,姓名,学号,电子邮件地址,Grade,Maximum Grade\r\n"
        "Participant 7,李 华,001,a@b,-,10.00\r\nParticipant 8,Wu Min,002,c@d,-,10.00\r\n"
    ).encode()
    file = read_platform_file(given)
    filled = fill_in(file, file.likely, lines(("001", "李华", 79), ("002", "Wu Min", 60)))

    assert filled.data.startswith("\ufeff编号,姓名,学号,电子邮件地址,Grade,Maximum Grade\r\n".encode())
    assert [row[4] for row in rows(filled.data)] == ["Grade", "7.9", "6"]
    assert filled.report == ()


@pytest.mark.parametrize(
    ("row", "students", "words"),
    [
        ("Min Wu,1001,001,x,CRM 1,", [("001", "Li Hua", 79)], "Row 2: 001 is Li Hua in this class"),
        ("Hua Li,1001,001,x,CRM 1,", [("001", "Li Hua", None)], "Row 2: Li Hua has no mark"),
        ("Hua Li,1,001,x,A,\nHua Li,2,001,x,B,", [("001", "Li Hua", 79)], "Row 2: Li Hua stands in several"),
        ("Hua Li,1,001,x,A,", [("001", "Li Hua", 79), ("002", "Wu", 1)], "Wu (002) is not in the file."),
    ],
)
def test_a_row_that_is_not_filled_says_why(
    row: str, students: Sequence[tuple[str, str, float | None]], words: str
) -> None:
    file = read_platform_file(f"Student,ID,SIS User ID,SIS Login ID,Section,Final\n{row}\n".encode())
    filled = fill_in(file, file.likely, lines(*students))

    assert any(said.en.startswith(words) for said in filled.report)


@pytest.mark.parametrize("data", [b"hello", b"Student,ID\nx,1\n", b"PK\x03\x04"])
def test_a_file_that_is_none_of_a_platform_is_refused(data: bytes) -> None:
    with pytest.raises(ReaderError):
        read_platform_file(data)


def test_a_file_of_another_class_is_refused() -> None:
    file = read_platform_file(CANVAS.encode())

    with pytest.raises(ReaderError) as refused:
        fill_in(file, file.likely, lines(("777", "Li Hua", 79)))

    assert "No row of the file" in refused.value.text.en


def test_the_lines_are_those_of_the_gradebook(store: Store, bank: Path) -> None:
    made, (li, *_) = class_of_three(store)
    enter_marks(
        store, SCHEME, [MarkChange(li.id, part, 80) for part in ("written_exam", "machine_exam")], "x"
    )

    (first, *_) = mark_lines(gradebook(store, made, course_of(bank)))

    assert (first.number, first.name, first.class_name) == ("001", "李华", "CRM 1")
    assert [*first.marks] == [0, 80, 56]


WAITS = Text(en="Provisional: 1 answer waits", zh="暂定：1 题待批改")
PROVISIONAL = (*LINES[:1], MarkLine("002", "Wu Min", "CRM 1", (Fraction(60), None, Fraction(60)), WAITS))


def test_a_provisional_mark_goes_into_no_file_without_a_word() -> None:
    sheet = cells(office_sheet(PROVISIONAL, HEAD, "zh"))
    bare = cells(bare_sheet(PROVISIONAL, 0, "en"))
    moodle = rows(moodle_csv(PROVISIONAL, ["Usual", "Exam", "Final"], "en"))
    canvas = read_platform_file(CANVAS.encode())
    filled = fill_in(canvas, canvas.likely, PROVISIONAL)

    assert sheet[2:5] == [
        ("学号", "姓名", "平时", "期末", "总评", "备注"),
        ("001", "李华", 85, 76, 79, None),
        ("002", "Wu Min", 60, None, 60, "暂定：1 题待批改"),
    ]
    assert bare == [("Number", "Final mark", "Remark"), ("001", 79, None), ("002", 60, WAITS.en)]
    assert [row[-1] for row in moodle] == ["Remark", "", WAITS.en]
    assert [one.en for one in filled.report if "provisional" in one.en] == [
        "Row 5: the mark of Wu Min is filled in, but it is provisional. Provisional: 1 answer waits."
    ]
