"""Class lists as teachers have them: pasted in any of the usual ways, or in a file."""

from contextlib import suppress
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from classroom import RosterEntry, read_file, read_list
from classroom.teaching.roster_list import write_list
from classroom.teaching.roster_rows import MOST
from courseware.problem import ReaderError
from tests.interchange.by_hand import cells

LI, WU = RosterEntry("2026001", "李华"), RosterEntry("2026002", "吴敏")
WORDS = st.text(max_size=200)


@pytest.mark.parametrize(
    "pasted",
    [
        "2026001 李华\n2026002 吴敏",
        "2026001\t李华\n2026002\t吴敏\n",
        "李华\t2026001\r\n吴敏\t2026002",
        "2026001,李华\n2026002,吴敏",
        "2026001，李华\n2026002，吴敏",
        "李华 2026001\n\n  吴敏 2026002  ",
        "2026001李华\n2026002吴敏",
        "1\t2026001\t李华\n2\t2026002\t吴敏",
        "序号\t班级\t学号\t姓名\t性别\n1\t营销1班\t2026001\t李华\t女\n2\t营销1班\t2026002\t吴敏\t男",
        '\ufeff"学号","姓名"\n"2026001","李华"\n"2026002","吴敏"',
    ],
)
def test_numbers_and_names_are_told_apart_however_they_are_written(pasted: str) -> None:
    assert read_list(pasted).entries == (LI, WU)


@pytest.mark.parametrize(
    ("pasted", "names"),
    [
        ("李华\n吴敏", ["李华", "吴敏"]),
        ("Li Hua\nMaria-Luisa van den Berg\nO'Neill", ["Li Hua", "Maria-Luisa van den Berg", "O'Neill"]),
        ("Smith, Anna\nWu, Min", ["Smith, Anna", "Wu, Min"]),
        ("1. Li Hua\n2. Wu Min", ["Li Hua", "Wu Min"]),
        ("1、李华\n2、吴敏", ["李华", "吴敏"]),
        ("古丽·买买提", ["古丽·买买提"]),
        ("Name;Student ID\nLi Hua;7\nWu Min;8", ["Li Hua", "Wu Min"]),
    ],
)
def test_names_stay_whole(pasted: str, names: list[str]) -> None:
    assert [entry.name for entry in read_list(pasted).entries] == names


def test_a_line_that_comes_twice_counts_once_and_is_told() -> None:
    read = read_list("李华\n吴敏\n李华")

    assert [entry.name for entry in read.entries] == ["李华", "吴敏"]
    assert "3" in read.report[0].en
    assert "李华" in read.report[0].zh


def test_two_students_of_one_name_are_told_apart_by_their_numbers() -> None:
    assert len(read_list("1 张伟\n2 张伟").entries) == 2


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_csv_file_is_read_in_every_usual_writing(code: str) -> None:
    assert read_file("学号,姓名\n2026001,李华\n2026002,吴敏\n".encode(code)).entries == (LI, WU)


def test_an_excel_sheet_is_read_below_its_title_and_numbers_stay_whole() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["市场营销2301班 名单"],
        [],
        ["序号", "学号", "姓名"],
        [1, 2026001, "李华"],
        [2, "2026002", "吴敏"],
    ):
        sheet.append(row)
    file = BytesIO()
    book.save(file)

    assert read_file(file.getvalue()).entries == (LI, WU)


@pytest.mark.parametrize("nothing", ["", "  \n\t\n", "姓名\n", "学号,姓名\n"])
def test_a_list_without_names_is_refused_with_what_is_expected(nothing: str) -> None:
    with pytest.raises(ReaderError, match="one student a line"):
        read_list(nothing)


def test_more_students_than_a_class_has_are_refused() -> None:
    with pytest.raises(ReaderError, match=str(MOST)):
        read_list("\n".join(f"{n} 学生" for n in range(MOST + 1)))


def test_a_file_of_endless_lines_is_refused_with_their_number_and_the_limit() -> None:
    with pytest.raises(ReaderError, match=r"900000 lines.*up to 3000") as told:
        read_list("a\n" * 900_000)
    assert "900000" in told.value.text.zh
    with pytest.raises(ReaderError, match=r"Line 2 has 50000 characters.*at most 20000"):
        read_list("李华\n" + "x" * 50_000)


def test_only_rows_that_exist_are_walked_and_they_keep_their_numbers() -> None:
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>李华</t></is></c></row>' + "".join(
        f'<row r="{at}"><c r="A{at}" t="inlineStr"><is><t>李华</t></is></c></row>' for at in (7, 1_048_576)
    )

    assert [one.en for one in read_file(cells(rows.encode())).report] == [
        "Line 7 repeats 李华 of line 1.",
        "Line 1048576 repeats 李华 of line 1.",
    ]


@pytest.mark.parametrize("data", [b"PK\x03\x04 no zip", b"\xd0\xcf\x11\xe0 old", b"\x00\x01\x02\xff", b""])
def test_a_file_that_is_no_list_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(ReaderError):
        read_file(data)


@given(WORDS)
def test_whatever_is_pasted_is_read_or_refused_and_no_name_is_empty(pasted: str) -> None:
    try:
        read = read_list(pasted)
    except ReaderError:
        return
    assert all(entry.name.strip() == entry.name != "" for entry in read.entries)
    assert len(set(read.entries)) == len(read.entries)


@given(st.binary(max_size=200))
def test_whatever_file_is_loaded_is_read_or_refused(data: bytes) -> None:
    with suppress(ReaderError):
        found = read_file(data).entries
        assert found
        assert all(entry.name.strip() for entry in found)


@pytest.mark.parametrize("head", ["学 号\t姓 名", "学号*\t姓名（必填）", "学号：\t姓名 *"])
def test_a_head_is_known_however_it_is_decorated(head: str) -> None:
    assert read_list(f"{head}\n2026001\t李华\n2026002\t吴敏").entries == (LI, WU)


def test_names_in_one_line_are_a_student_each() -> None:
    assert [entry.name for entry in read_list("张三、李四、王五").entries] == ["张三", "李四", "王五"]


def test_marks_that_keep_zeros_are_no_part_of_a_number() -> None:
    read = read_list('学号,姓名\n="0012",张三\n\'0013,李四')

    assert [entry.number for entry in read.entries] == ["0012", "0013"]


def test_totals_and_signatures_are_no_students_and_that_is_told() -> None:
    read = read_list("学号\t姓名\n2026001\t李华\n合计\t1人\n任课教师：\t王老师")

    assert read.entries == (LI,)
    assert [one.en[:7] for one in read.report] == ["Line 3 ", "Line 4 "]


def test_a_second_sheet_is_named_as_not_read() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["李华"])
    book.create_sheet("营销2班").append(["吴敏"])
    file = BytesIO()
    book.save(file)
    read = read_file(file.getvalue())

    assert [entry.name for entry in read.entries] == ["李华"]
    assert "营销2班 was not read" in read.report[0].en


@given(st.lists(st.tuples(st.sampled_from(["", "2026001", "2026002", "A-01", "7"]), WORDS), max_size=6))
def test_a_list_that_is_edited_begins_as_exactly_the_students_it_holds(rows: list[tuple[str, str]]) -> None:
    pasted = "\n".join(f"{number}\t{name}" if number else name for number, name in rows)
    with suppress(ReaderError):
        entries = read_list(pasted).entries

        assert read_list(write_list(entries)).entries == entries


@pytest.mark.parametrize("added", ["2026003 孙丽", "2026003\t孙丽"])
def test_a_line_added_to_a_list_with_numbers_leaves_the_others_as_they_were(added: str) -> None:
    pasted = "学号\t姓名\t班级\n2026001\t李华\t营销1班\n2026002\t吴敏\t营销1班"
    edited = f"{write_list(read_list(pasted).entries)}\n{added}"

    assert read_list(edited).entries == (LI, WU, RosterEntry("2026003", "孙丽"))


def test_a_name_that_is_far_too_long_is_left_out_and_told_with_the_limit() -> None:
    read = read_list(f"学号\t姓名\n1\t{'李' * 81}\n2\t吴敏")

    assert read.entries == (RosterEntry("2", "吴敏"),)
    assert "Line 2 is too long for a name or a number (at most 80 characters)" in read.report[0].en
    assert "第 2 行作为姓名或学号太长（最多 80 个字符）" in read.report[0].zh


def test_a_row_without_a_name_in_lists_that_stand_side_by_side_is_told_by_its_line() -> None:
    read = read_list("Group\tName\tGroup\tName\nA\tLi Hua\tB\tWu Min\nA\t\tB\t")

    assert [entry.name for entry in read.entries] == ["Li Hua", "Wu Min"]
    assert read.report[-1].en == "Line 3 has no name and was left out: A B."
    assert read.report[-1].zh == "第 3 行没有姓名，没有读取：A B。"
