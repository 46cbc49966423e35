"""The sheet for 学习通 as it is written: columns, answers, and cells that nobody takes for formulas."""

from io import BytesIO

import openpyxl
import pytest

from courseware.text import Text
from interchange import Portable, PortableNumber, PortableOption, PortableTable, WantedLanguage
from interchange.spreadsheets.writing import MAX_CELL
from interchange.xuexitong import write
from interchange.xuexitong.layout import HEAD, LETTERS
from tests.interchange.made import (
    EVERY_KIND,
    MATCH,
    NUMBER,
    ORDER,
    SEVERAL,
    SINGLE,
    both,
    question,
    whole_bank,
)

LANGUAGES: tuple[WantedLanguage, ...] = ("en", "zh", "both")
Row = dict[str, str | int | None]


def book(*portables: Portable, language: WantedLanguage = "zh") -> openpyxl.Workbook:
    """The workbook as another program opens it."""
    return openpyxl.load_workbook(BytesIO(write(portables, language=language).data))


def rows(*portables: Portable, language: WantedLanguage = "zh") -> list[Row]:
    """The rows below the head, by the titles of their columns."""
    head, *lines = book(*portables, language=language).worksheets[0].iter_rows(values_only=True)
    return [dict(zip(map(str, head), line, strict=True)) for line in lines]  # type: ignore[arg-type]


def right(row: Row) -> list[object]:
    """The options that the letters of an answer name, in its order."""
    return [row[f"选项{letter}"] for letter in str(row["正确答案"])]


def test_the_columns_are_those_of_the_template() -> None:
    head = [cell.value for cell in book(SINGLE).worksheets[0][1]]

    assert head[: len(HEAD)] == list(HEAD)
    assert head[len(HEAD) :] == [f"选项{letter}" for letter in LETTERS[:8]]


def test_a_single_choice_names_its_right_option_and_gives_the_reasons_in_the_explanation() -> None:
    (row,) = rows(SINGLE)

    assert row["题目类型"] == "单选题"
    assert right(row) == ["甲"]
    assert row["选项数"] == 3
    assert str(row["答案解析"]).splitlines() == ["因为就是。", "✗ 乙：太晚。", "✗ 丙：太早。"]


def test_several_right_options_are_named_by_their_letters() -> None:
    (row,) = rows(SEVERAL)

    assert row["题目类型"] == "多选题"
    assert sorted(map(str, right(row))) == ["A", "B"]
    assert row["正确答案"] == "".join(sorted(str(row["正确答案"])))


def test_right_and_wrong_make_a_true_or_false_question() -> None:
    options = (PortableOption(both("错误"), 1.0), PortableOption(both("正确"), 0.0))
    (row,) = rows(question(options=options))

    assert (row["题目类型"], row["正确答案"], row["选项A"], row["选项B"]) == ("判断题", "B", "正确", "错误")


def test_a_number_accepts_its_value_and_the_range_of_its_tolerance() -> None:
    (row,) = rows(NUMBER)

    assert row["题目类型"] == "填空题"
    assert row["正确答案"] == row["选项A"] == "12.346;12.3406-12.3506"
    assert str(row["大题题干"]).splitlines()[-1] == "答案：____ 分"
    assert "✗ -12.3456：方向反了。" in str(row["答案解析"])


def test_a_percentage_may_be_typed_with_its_sign_or_as_a_share() -> None:
    numbers = (PortableNumber(60, 0.5, 1.0), PortableNumber(0.6, 0.005, 1.0))
    (row,) = rows(question("number", numbers=numbers, unit=both("%")))

    assert row["正确答案"] == "60;60%;59.5-60.5;0.6;0.595-0.605"


def test_a_number_below_nought_has_no_range_and_says_so() -> None:
    cold = question("number", numbers=(PortableNumber(-3.2, 0.05, 1.0),))
    outcome = write((cold,))

    assert rows(cold)[0]["正确答案"] == "-3.2"
    assert "made.up" in {loss.item for loss in outcome.losses}


def test_steps_are_shuffled_and_their_letters_give_the_order() -> None:
    (row,) = rows(ORDER)

    assert row["题目类型"] == "排序题"
    assert right(row) == ["first", "second", "third", "fourth"]
    assert row["正确答案"] != "ABCD"


def test_a_match_becomes_one_question_for_each_row_and_says_so() -> None:
    found = rows(MATCH)

    assert [str(row["大题题干"]).splitlines()[-1] for row in found] == ["one", "two", "three"]
    assert [right(row) for row in found] == [["odd"], ["even"], ["odd"]]
    assert {loss.item for loss in write((MATCH,)).losses} == {"made.match"}


def test_both_languages_share_a_cell_chinese_first() -> None:
    (row,) = rows(SINGLE, language="both")

    assert row["大题题干"] == "是哪一个？\n‖ Which one is it?"
    assert sorted(str(row[f"选项{letter}"]) for letter in "ABC") == sorted(
        ["甲\n‖ Alpha", "乙\n‖ Beta", "丙\n‖ Gamma"]
    )


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|'/c calc'!A1", "\t=1", "＝1"])
def test_a_text_that_looks_like_a_formula_stays_a_text(start: str) -> None:
    stem = Text(en=f"{start} what?", zh=f"{start} 是什么？")
    options = (PortableOption(both(f"{start}."), 1.0), PortableOption(both("no"), 0.0))
    sheet = book(question(stem=stem, options=options)).worksheets[0]

    texts = [cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert {cell.data_type for cell in texts} == {"s"}
    assert all(cell.quotePrefix for cell in texts if str(cell.value).startswith(("=", "+", "-", "@")))


def test_a_text_too_long_for_a_cell_is_cut_and_reported() -> None:
    long = question(options=SINGLE.options, stem=both("长" * (MAX_CELL + 10)))

    assert len(str(rows(long)[0]["大题题干"])) == MAX_CELL
    assert any("32767" in loss.what.zh for loss in write((long,)).losses)


def test_characters_that_a_cell_cannot_hold_are_left_out() -> None:
    odd = question(options=SINGLE.options, stem=both("a\x00b\x0bc\ufffed"))

    assert rows(odd)[0]["大题题干"] == "abcd"


def test_the_second_sheet_tells_what_was_lost() -> None:
    outcome = write(EVERY_KIND, language="both")
    told = openpyxl.load_workbook(BytesIO(outcome.data)).worksheets[1]

    lines = list(told.iter_rows(min_row=2, values_only=True))
    assert [(line[0], line[2]) for line in lines] == [(loss.item, loss.what.en) for loss in outcome.losses]


def test_the_data_of_a_question_lie_beside_the_sheet() -> None:
    table = PortableTable("survey-1", {"en": "a\n1\n", "zh": "甲\n1\n"})
    asked = question(options=SINGLE.options, table=table)
    outcome = write((asked,), language="zh")

    assert [(one.name, one.data.decode("utf-8-sig")) for one in outcome.beside] == [
        ("survey-1.zh.csv", "甲\n1\n")
    ]
    assert str(rows(asked)[0]["大题题干"]).endswith("survey-1.zh.csv。")


def test_equal_questions_give_equal_bytes() -> None:
    assert write(EVERY_KIND) == write(EVERY_KIND)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_of_the_lab_has_a_row(language: WantedLanguage) -> None:
    portables, _ = whole_bank()
    named = {str(row["标签"]).removeprefix("id=") for row in rows(*portables, language=language)}

    for one in portables:
        expected = {f"{one.id}-{n}" for n in range(1, len(one.pairs) + 1)} if one.pairs else {one.id}
        assert expected <= named
