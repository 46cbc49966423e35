"""The sheet as teachers fill it in: columns in any order, merged cells, full-width letters, 对 and 错."""

from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO

import openpyxl
import pytest

from courseware.problem import ReaderError
from interchange import Portable, RowReport
from interchange.spreadsheets.sheet import MAX_ROWS
from interchange.xuexitong import read
from tests.interchange.by_hand import shared_file

Cells = Sequence[object]
HEAD = (
    "目录",
    "题目类型",
    "大题题干",
    "正确答案",
    "答案解析",
    "难易度",
    "知识点",
    "标签",
    "选项数",
    "选项A",
    "选项B",
    "选项C",
)
GOOD = ("/练习", "单选题", "是哪一个？", "B", "就是它。", "难", "10;12", "", 3, "甲", "乙", "丙")


def sheet(*rows: Cells, merged: str = "", above: int = 0) -> bytes:
    """A file with these rows; `above` blank ones come first."""
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    for number, row in enumerate(rows, above + 1):
        for column, value in enumerate(row, 1):
            page.cell(number, column).value = value  # type: ignore[assignment]
    if merged:
        page.merge_cells(merged)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def one(**cells: object) -> tuple[Portable | None, RowReport]:
    """What becomes of one good row in which these cells are different."""
    values = dict(zip(HEAD, GOOD, strict=True)) | cells
    portables, reports = read(sheet(tuple(values), tuple(values.values())))
    assert len(reports) == 1
    return (portables[0] if portables else None), reports[0]


def taken(**cells: object) -> Portable:
    """The question of such a row, which must be taken."""
    portable, report = one(**cells)
    assert portable is not None, report
    return portable


def right(portable: Portable) -> list[str]:
    """The right options."""
    return [option.text.zh for option in portable.options if option.share > 0]


def test_a_row_becomes_a_question_with_all_that_it_says() -> None:
    portable = taken()

    assert (portable.kind, portable.stem.zh, right(portable)) == ("single", "是哪一个？", ["乙"])
    assert (portable.difficulty, portable.curriculum, portable.category) == (3, (10, 12), ("练习",))
    assert portable.explain is not None
    assert portable.explain.zh == "就是它。"


def test_columns_may_stand_in_any_order_under_decorated_titles() -> None:
    head = ("选项 B", "*正确答案（必填）", "Ａ", "题型", "题干*", "备注")
    portables, _ = read(sheet(head, ("乙", "ａ", "甲", "单选", "哪个？", "随便")))

    assert right(portables[0]) == ["甲"]


def test_titles_and_blank_rows_do_no_harm() -> None:
    portables, reports = read(sheet(("第一章题库",), (), HEAD, (), GOOD, (), (), GOOD, above=2))

    assert len(portables) == 2
    assert [report.row for report in reports] == [7, 10]


def test_a_merged_folder_holds_for_all_of_its_rows() -> None:
    rows = [HEAD, GOOD, (None, *GOOD[1:]), (None, *GOOD[1:])]
    portables, _ = read(sheet(*rows, merged="A2:A4"))

    assert {portable.category for portable in portables} == {("练习",)}


@pytest.mark.parametrize("answer", ["AC", "ac", "ＡＣ", "A,C", "A、C", "Ａ；Ｃ", " C A ", "甲"])
def test_answers_may_be_typed_in_any_width_and_with_any_separator(answer: str) -> None:
    expected = ["甲"] if answer == "甲" else ["甲", "丙"]

    assert right(taken(题目类型="多选题", 正确答案=answer)) == expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("对", "对"),
        ("√", "对"),
        ("A", "对"),
        ("T", "对"),
        (True, "对"),
        ("错", "错"),
        ("×", "错"),
        ("Ｂ", "错"),
    ],
)
def test_true_and_false_are_known_by_many_names(answer: object, expected: str) -> None:
    cells = {"题目类型": "判断题", "正确答案": answer, "选项A": None, "选项B": None, "选项C": None}

    assert taken(**cells).kind == "truth"
    assert right(taken(**cells)) == [expected]


def test_a_letter_of_a_true_or_false_question_names_its_own_option() -> None:
    cells = {"题目类型": "判断题", "正确答案": "A", "选项A": "错", "选项B": "对", "选项C": None}

    assert right(taken(**cells)) == ["错"]


@pytest.mark.parametrize(
    ("answer", "value", "tolerance"),
    [
        (12.0, 12, 0),
        ("12.50", 12.5, 0),
        ("1-9", 5, 4),
        ("1～9", 5, 4),
        ("12.5;12-13", 12.5, 0.5),
        ("-3--1", -2, 1),
        ("−3", -3, 0),
    ],
)
def test_fill_in_answers_are_numbers_or_ranges(answer: object, value: float, tolerance: float) -> None:
    cells = {"题目类型": "填空题", "正确答案": answer, "选项A": None, "选项B": None, "选项C": None}

    (number,) = taken(**cells).numbers
    assert (number.value, number.tolerance, number.share) == (value, tolerance, 1)


def test_numbers_typed_as_options_read_as_they_were_typed() -> None:
    portable = taken(选项A=3, 选项B=3.5, 选项C=0.1 + 0.2)

    assert [option.text.zh for option in portable.options] == ["3", "3.5", "0.3"]


def test_an_order_is_read_from_its_letters() -> None:
    assert [step.zh for step in taken(题目类型="排序题", 正确答案="CAB").order] == ["丙", "甲", "乙"]


def test_what_looks_like_a_mark_is_shown_as_it_was_typed() -> None:
    assert taken(大题题干="2*3*4_5_ <b> # 一\n# 二").stem.zh == r"2\*3\*4_5\_ \<b> # 一" + "\n\n" + r"\# 二"


REFUSED: Mapping[str, Mapping[str, object]] = {
    "题目类型": {"题目类型": None},
    "口语题": {"题目类型": "口语题"},
    "大题题干": {"大题题干": None},
    "正确答案": {"正确答案": None},
    "letters": {"正确答案": "AD"},
    "one right option": {"正确答案": "AB"},
    "Every option": {"题目类型": "多选题", "正确答案": "ABC"},
    "two options": {"选项A": None, "选项B": None, "选项C": None},
    "Close the gap": {"选项B": None},
    "neither 正确 nor": {"题目类型": "判断题", "正确答案": "也许"},
    "every option once": {"题目类型": "排序题", "正确答案": "AB"},
    "连线题": {"题目类型": "连线题"},
    "formula": {"大题题干": "=1+1"},
    "question within": {"小题题干": "哪个？"},
}


@pytest.mark.parametrize(("why", "cells"), REFUSED.items())
def test_a_row_that_cannot_be_taken_says_why_and_the_others_are(
    why: str, cells: Mapping[str, object]
) -> None:
    values = dict(zip(HEAD, GOOD, strict=True)) | {"小题题干": None}
    portables, reports = read(
        sheet(tuple(values), tuple({**values, **cells}.values()), tuple(values.values()))
    )

    assert [report.ok for report in reports] == [False, True]
    assert [report.row for report in reports] == [2, 3]
    assert len(portables) == 1
    assert why in reports[0].message.en


def test_texts_that_cells_share_are_read_with_all_their_runs_and_no_pronunciation() -> None:
    (portable,), _ = read(shared_file())

    assert (portable.stem.zh, right(portable)) == ("哪一个？", ["乙"])


def test_a_date_typed_for_a_number_is_no_crash() -> None:
    assert one(题目类型="填空题", 正确答案=date(2026, 1, 9))[1].row == 2


def test_an_old_file_says_what_to_do() -> None:
    with pytest.raises(ReaderError, match=r"save it as \.xlsx"):
        read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))


def test_a_file_without_a_head_says_what_is_missing() -> None:
    with pytest.raises(ReaderError, match="题目类型"):
        read(sheet(("a", "b"), (1, 2)))


def test_too_many_rows_are_refused() -> None:
    with pytest.raises(ReaderError, match="Split it"):
        read(sheet(HEAD, *[("x",)] * (MAX_ROWS + 1)))


def test_questions_on_every_sheet_are_read_and_names_of_knowledge_points_are_told() -> None:
    book = openpyxl.Workbook()
    for place, (title, stem) in enumerate((("单选", "第一题"), ("多选", "第二题"))):
        sheet = book.worksheets[0] if place == 0 else book.create_sheet()
        sheet.title = title
        sheet.append(["题型", "题干", "答案", "知识点", "选项A", "选项B"])
        sheet.append(["单选题", stem, "A", "客户价值", "甲", "乙"])
    file = BytesIO()
    book.save(file)
    portables, rows = read(file.getvalue())

    assert [one.stem.zh for one in portables] == ["第一题", "第二题"]
    assert [row.name for row in rows] == ["单选: 第一题", "多选: 第二题"]
    assert all("客户价值" in row.message.zh for row in rows)
