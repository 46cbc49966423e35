"""What is told of a class list is what of its file is not in the list, no more and no less."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from classroom import ClassList, RosterEntry, read_file, read_list
from courseware.problem import ReaderError
from tests.interchange.by_hand import cells

FAMILY, GIVEN = "赵钱孙李周吴郑王冯陈", "伟芳娜敏静丽强磊军洋"
CHINESE = st.builds("{}{}{}".format, st.sampled_from(FAMILY), st.sampled_from(GIVEN), st.sampled_from(GIVEN))
WESTERN = st.builds(
    "{} {}".format,
    st.sampled_from(["Anna", "Zoë", "Omar", "Mei"]),
    st.sampled_from(["Smith", "O'Neill", "Li"]),
)
NUMBER = st.integers(2_024_000, 2_024_999).map(str)
HEADS = {
    "number": ("学号", "学 号*", "学号/Student ID", "Student ID"),
    "name": ("姓名", "姓 名", "姓名（必填）", "Name"),
    "gender": ("性别", "Gender"),
    "class": ("班级", "Class"),
    "mark": ("平时成绩", "Quiz 1 (Real)", ""),
}
DAMAGE = ("a note above", "a total below", "a line twice", "no name", "a number twice", "a cell too many")


@dataclass(frozen=True)
class Written:
    """A list as somebody may write it: its rows, and where in them heads, numbers and names stand."""

    rows: tuple[tuple[str, ...], ...]
    head: int | None = None
    kinds: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The rows as a file with tabs."""
        return "\n".join("\t".join(row) for row in self.rows)


@st.composite
def lists(draw: st.DrawFn) -> Written:
    """A class list with its columns in any order, with or without others, damaged in several ways."""
    kinds = draw(
        st.permutations(["number", "name", *draw(st.lists(st.sampled_from(list(HEADS)[2:]), unique=True))])
    )
    names = draw(st.sampled_from([CHINESE, WESTERN]))
    students = draw(st.lists(st.tuples(NUMBER, names), min_size=2, max_size=6, unique_by=lambda one: one[0]))
    said = {
        "gender": st.sampled_from("男女"),
        "class": st.just("营销1班"),
        "mark": st.integers(60, 99).map(str),
    }
    rows = [
        [number if kind == "number" else name if kind == "name" else draw(said[kind]) for kind in kinds]
        for number, name in students
    ]
    head = [draw(st.sampled_from(HEADS[kind])) for kind in kinds]
    before: list[list[str]] = []
    for damage in draw(st.lists(st.sampled_from(DAMAGE), unique=True)):
        at = draw(st.integers(0, len(rows) - 1))
        match damage:
            case "a note above":
                before.append(["2024 年秋季学期"])
            case "a total below":
                rows.append(["合计", *[""] * (len(kinds) - 2), f"{len(rows)} 人"])
            case "a line twice":
                rows.append(list(rows[at]))
            case "no name":
                rows[at][kinds.index("name")] = ""
            case "a number twice":
                rows[at][kinds.index("number")] = rows[0][kinds.index("number")]
            case _:
                rows[at] = [*rows[at], "旁听"]
    every = tuple(tuple(row) for row in (*before, head, *rows))
    return Written(every, len(before), tuple(kinds))


def is_told(cell: str, column: int, line: int, written: Written, report: Sequence[str]) -> bool:
    """Whether a report names this cell: by its line and words, or by its column."""
    has_title = written.head is not None and column < len(written.kinds)
    title = written.rows[written.head or 0][column] if has_title else ""
    by_line = any(cell in said and re.search(rf"(?:Line {line}\b|第 {line} 行)", said) for said in report)
    columns = next((said for said in report if "These columns were left out" in said or "各列" in said), "")
    return by_line or (title or f"column {column + 1} ") in columns or f"第 {column + 1} 列" in columns


WORDS = (
    "张三",
    "李四",
    "Anna",
    "男",
    "2024001",
    "7",
    "13800138000",
    "营销1班",
    "合计",
    "备注：x",
    "x@y.org",
    "旁听",
    "",
)
HEADLESS = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(tuple), min_size=1, max_size=6
)


@given(lists() | HEADLESS.map(lambda rows: Written(tuple(rows))))
def test_every_cell_of_a_file_is_in_the_list_or_named_in_the_report(written: Written) -> None:
    try:
        read = read_list(written.text)
    except ReaderError:
        return
    kept = {word for entry in read.entries for word in (entry.number, entry.name, *entry.name.split())}
    for report in ([text.en for text in read.report], [text.zh for text in read.report]):
        for line, row in enumerate(written.rows, 1):
            for column, cell in enumerate(row):
                is_head = line - 1 == written.head

                assert not cell or is_head or cell in kept or is_told(cell, column, line, written, report)


@given(lists())
def test_every_line_that_is_not_a_student_of_the_list_is_named_and_no_other(written: Written) -> None:
    read = read_list(written.text)
    number, name = (written.kinds.index(kind) for kind in ("number", "name"))
    told = {
        line for line in range(1, len(written.rows) + 1) for text in read.report if f"Line {line} " in text.en
    }
    students: set[RosterEntry] = set()
    for line, row in enumerate(written.rows, 1):
        is_student = line - 1 > (written.head or 0) and row[0] != "合计" and bool(row[name])
        entry = RosterEntry(row[number], row[name]) if is_student else None
        is_new = entry is not None and entry not in students
        students |= {entry} if entry else set()

        assert (line in told) != (is_new or line - 1 == written.head)
    assert set(read.entries) == students


@given(st.lists(st.tuples(NUMBER, CHINESE), min_size=2, unique_by=lambda one: one[0]), st.booleans())
def test_nothing_is_told_of_a_list_that_is_taken_whole(
    students: list[tuple[str, str]], has_head: bool
) -> None:
    lines = [f"{number}\t{name}" for number, name in students]
    read = read_list("\n".join([*(["学号\t姓名"] * has_head), *lines]))

    assert read == ClassList(tuple(RosterEntry(number, name) for number, name in students))


MOODLE = (
    '"First name","Last name","ID number",Institution,Department,"Email address","Course total (Real)"\n'
    'Anna,Smith,0017,,,a@example.org,56.00\n"Zoë Mae",O\'Neill,0018,,,z@example.org,75.00\n'
)
MOODLE_ZH = (
    "名,姓氏,学号,机构,院系,电子邮件地址,课程总分\n"
    "华,李,0017,,,l@example.org,56\n敏,吴,0018,,,w@example.org,75\n"
)
CANVAS = (
    "Student{0}ID{0}SIS User ID{0}SIS Login ID{0}Section{0}Essay (1){0}Current Score\n"
    "{0}{0}{0}{0}{0}Muted{0}\n    Points Possible{0}{0}{0}{0}{0}10{0}(read only)\n"
    '"Quill, Pat"{0}1001{0}U17{0}pq1{0}01{0}9{0}90\n"Student, Test"{0}1002{0}{0}9f2{0}01{0}{0}\n'
)


@pytest.mark.parametrize(
    ("export", "entries", "left"),
    [
        (
            MOODLE,
            (RosterEntry("0017", "Anna Smith"), RosterEntry("0018", "Zoë Mae O'Neill")),
            "Email address",
        ),
        (
            MOODLE.replace("Last name", "Surname"),
            (RosterEntry("0017", "Anna Smith"), RosterEntry("0018", "Zoë Mae O'Neill")),
            "Course total",
        ),
        (MOODLE_ZH, (RosterEntry("0017", "李华"), RosterEntry("0018", "吴敏")), "课程总分"),
        (CANVAS.format(","), (RosterEntry("U17", "Quill, Pat"),), "Current Score"),
        (CANVAS.format(";"), (RosterEntry("U17", "Quill, Pat"),), "Current Score"),
    ],
)
def test_grade_books_of_moodle_and_canvas_are_class_lists(
    export: str, entries: tuple[RosterEntry, ...], left: str
) -> None:
    read = read_file(b"\xef\xbb\xbf" + export.encode())

    assert read.entries == entries
    assert all(left in said for said in (read.report[0].en, read.report[0].zh))


def test_a_grade_book_of_many_tasks_and_of_remarks_over_several_lines_is_a_class_list() -> None:
    tasks = [
        f"Assignment: Essay {number} on what customers expect and perceive (Real)" for number in range(90)
    ]
    head = ",".join(["First name,Last name,ID number,Feedback", *tasks])
    rows = [
        f'{name},{number},"{remark}",' + ",".join("7" for _ in tasks)
        for name, number, remark in (
            ("Anna,Smith", "0017", 'Good.\nSee ""page"" 3,\nplease'),
            ("Bo,Li", "0018", "Fine"),
        )
    ]
    read = read_list("\n".join([head, *rows]))

    assert read.entries == (RosterEntry("0017", "Anna Smith"), RosterEntry("0018", "Bo Li"))
    assert all(words in read.report[0].en for words in ("Feedback", "Essay 89"))


def test_a_stray_quotation_mark_swallows_no_student() -> None:
    assert [one.name for one in read_list('张三\n李"四\n王五\n"赵六\n孙七').entries] == [
        "张三",
        '李"四',
        "王五",
        '"赵六',
        "孙七",
    ]


def test_columns_too_far_to_the_right_are_told() -> None:
    book = openpyxl.Workbook()
    for row in (("学号", "姓名", *["作业"] * 70), ("01", "张三", *["9"] * 70)):
        book.worksheets[0].append(row)
    file = BytesIO()
    book.save(file)
    read = read_file(file.getvalue())

    assert read.entries == (RosterEntry("01", "张三"),)
    assert "after the 60th" in read.report[0].en
    assert "60 列之后" in read.report[0].zh


def test_what_canvas_writes_between_its_students_is_told() -> None:
    told = [text.en for text in read_list(CANVAS.format(",")).report[1:]]

    assert [said[:7] for said in told] == ["Line 2 ", "Line 3 ", "Line 5 "]
    assert "makes up for tests" in told[2]


def test_canvas_without_numbers_of_the_school_is_known_by_the_login() -> None:
    export = 'Student,ID,SIS Login ID,Section\n    Points Possible,,,\n"Quill, Pat",1001,pq1,01\n'

    assert read_list(export).entries == (RosterEntry("pq1", "Quill, Pat"),)


@pytest.mark.parametrize(
    "pasted",
    [
        "2024001,男,张三\n2024002,女,李四",
        "男\t2024001\t张三\n女\t2024002\t李四",
        "市场1班,张三,2024001\n市场2班,李四,2024002",
        "2024001 男 张三\n2024002 女 李四",
        "13800138000,2024001,张三\n13900139000,2024002,李四",
        "汉族,张三,2024001,1\n满族,李四,2024002,2",
    ],
)
def test_columns_without_heads_are_known_by_what_stands_in_them(pasted: str) -> None:
    read = read_list(pasted)

    assert read.entries == (RosterEntry("2024001", "张三"), RosterEntry("2024002", "李四"))
    assert "column" in read.report[0].en
    assert "列" in read.report[0].zh


@pytest.mark.parametrize(
    ("pasted", "names"),
    [
        ("学号,,性别\n1,张三,男\n2,李四,女", ["张三", "李四"]),
        ("学号 姓名\n1 张三\n2 李四", ["张三", "李四"]),
        ("Number Name\n1 Li Hua\n2 Wu Min", ["Li Hua", "Wu Min"]),
        ("1、张三 2、李四 3、王五", ["张三", "李四", "王五"]),
        ("张三，李四，王五", ["张三", "李四", "王五"]),
        ("张三 李四 王五", ["张三", "李四", "王五"]),
        ("张三/李四/王五", ["张三", "李四", "王五"]),
        ("Anna Smith, Bo Li, Cy Wu", ["Anna Smith", "Bo Li", "Cy Wu"]),
        ("① 张三\n② 李四", ["张三", "李四"]),
        ("13020231153 张三\n13020231154 李四", ["张三", "李四"]),
        ("张三、李四\n王五、赵六", ["张三", "李四", "王五", "赵六"]),
    ],
)
def test_names_are_found_however_they_are_written_down(pasted: str, names: list[str]) -> None:
    assert [entry.name for entry in read_list(pasted).entries] == names


@pytest.mark.parametrize("line", ["2 2024002 李 四 女", "2024002 李四"])
def test_a_line_with_more_or_fewer_words_than_heads_is_told_and_not_guessed(line: str) -> None:
    read = read_list(f"编号 学号 姓名 性别\n1 2024001 张三 男\n{line}")

    assert read.entries == (RosterEntry("2024001", "张三"),)
    assert f"Line 3 has no name and was left out: {line}" in read.report[-1].en


def test_a_number_that_may_be_a_telephone_is_kept_where_it_is_the_only_one() -> None:
    assert read_list("13020231153,张三\n13020231154,李四").entries[0] == RosterEntry("13020231153", "张三")


def test_lists_side_by_side_and_below_each_other_are_one_class_and_that_is_told() -> None:
    beside = read_list("序号,学号,姓名,序号,学号,姓名\n1,01,张三,3,03,王五\n2,02,李四,,,")
    below = read_list("营销1班\n学号,姓名,班级\n01,张三,1班\n\n营销2班\n学号,姓名,班级\n02,李四,2班")

    assert beside.entries == (RosterEntry("01", "张三"), RosterEntry("02", "李四"), RosterEntry("03", "王五"))
    assert below.entries == (RosterEntry("01", "张三"), RosterEntry("02", "李四"))
    assert "2 classes" in below.report[1].en
    assert "1班 (1)、2班 (1)" in below.report[1].zh
    assert [text.en[:7] for text in below.report[2:]] == ["Line 1 ", "Line 5 "]


def test_two_students_with_one_number_both_stay_and_that_is_told() -> None:
    read = read_list("1 张三\n1 李四")

    assert read.entries == (RosterEntry("1", "张三"), RosterEntry("1", "李四"))
    assert "张三, 李四" in read.report[0].en
    assert "张三、李四" in read.report[0].zh


def test_a_number_that_a_spreadsheet_shortened_is_told() -> None:
    assert "last digits are lost" in read_list("学号,姓名\n2.02E+17,张三").report[0].en


def test_a_sheet_reads_as_it_looks_and_what_cannot_be_read_is_told_with_its_cell() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (
        ("学号", "姓名", "出生日期"),
        (12, "张三", 38000),
        ("=A2+1", "李四", 38001),
        (45293, "王五", ""),
    ):
        sheet.append(row)
    for place, form in (("A2", "00000000"), ("C2", "yyyy-m-d"), ("C3", "yyyy-m-d"), ("A4", "yyyy-m-d")):
        sheet[place].number_format = form
    file = BytesIO()
    book.save(file)
    read = read_file(file.getvalue())

    assert read.entries == (RosterEntry("00000012", "张三"), RosterEntry("", "李四"), RosterEntry("", "王五"))
    assert [text.en.split(":")[0] for text in read.report] == [
        "A class list keeps names and numbers only. These columns were left out",
        "Cell A3",
        "Cell A4",
    ]
    assert "出生日期" in read.report[0].zh
    assert "公式" in read.report[1].zh
    assert "2024-01-02" in read.report[2].zh


def test_the_sheet_with_a_head_is_the_list_and_the_others_are_told() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["使用说明"])
    for name, student in (("1班", "张三"), ("旧名单", "李四")):
        sheet = book.create_sheet(name)
        for row in (("学号", "姓名"), ("01", student)):
            sheet.append(row)
    sheet.sheet_state = "hidden"
    file = BytesIO()
    book.save(file)
    read = read_file(file.getvalue())

    assert read.entries == (RosterEntry("01", "张三"),)
    assert [text.en for text in read.report] == [
        "The sheet Sheet was not read: a list is one class. Bring it in by itself.",
        "The sheet 旧名单 is hidden and was not read.",
    ]


def test_a_web_page_that_is_called_xls_is_a_class_list_and_its_code_is_told() -> None:
    page = "<html><table><tr><td>学号<td>姓名</tr><tr><td>2024001<td>张三</tr></table></html>"
    read = read_file(page.encode("gbk"))

    assert read.entries == (RosterEntry("2024001", "张三"),)
    assert "GBK" in read.report[0].zh


def test_a_note_over_merged_cells_is_no_student() -> None:
    def row(number: int, *texts: str) -> str:
        inside = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
        return f'<row r="{number}">{inside}</row>'

    xml = "".join((row(1, "学号", "姓名"), row(2, "01", "张三"), row(3, "请勿外传", "请勿外传")))
    read = read_file(cells(xml.encode()))

    assert read.entries == (RosterEntry("01", "张三"),)
    assert "请勿外传" in read.report[0].en
