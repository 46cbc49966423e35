"""A question of each kind as a teacher sees it at a terminal, in both languages."""

import pytest

from courseware.text import Language
from exercises.preview import preview
from tests.exercises.banks import (
    BLANK,
    KINDS,
    MATCH,
    NUMBERS,
    ONE,
    ORDER,
    SEVERAL,
    TABLE,
    TARGET,
    TEXT,
    TRUE_FALSE,
    drawn,
    exercise,
)


def lines(item: str, language: Language = "en") -> list[str]:
    """What is printed of a question, without the empty lines."""
    return [line for line in preview(exercise(item), drawn(item), language).splitlines() if line]


def test_it_begins_with_what_each_try_earns_and_ends_with_what_hints_cost() -> None:
    assert lines(ONE)[:2] == ["small.one (choice); a try earns 100% / 75% / 50%", "Which of these is it?"]
    assert lines(ONE)[-2:] == ["Hint 1 (costs 20%):", "  Look again."]
    assert lines(ONE, "zh")[0] == "small.one（choice）；各次作答得分比例 100% / 75% / 50%"
    assert lines(ONE, "zh")[-2:] == ["提示 1（扣 20%）：", "  再看一看。"]


@pytest.mark.parametrize(
    ("item", "mark", "shown"),
    [
        (ONE, "  ( ) ", {"甲", "乙", "丙"}),
        (TRUE_FALSE, "  ( ) ", {"对", "错"}),
        (SEVERAL, "  [ ] ", {"甲", "乙", "丙", "丁", "戊"}),
        (ORDER, "  [ ] ", {"承诺", "尝试", "比较", "回头", "称赞"}),
        (MATCH, "    → ", {"第一", "第二", "第三"}),
    ],
)
def test_options_stand_behind_the_mark_of_what_is_done_with_them(
    item: str, mark: str, shown: set[str]
) -> None:
    found = [line.removeprefix(mark).split("  ") for line in lines(item, "zh") if line.startswith(mark)]

    assert {text for _, text in found} == shown
    assert len({id_ for id_, _ in found}) == len(found)


def test_gaps_numbers_and_passages_have_lines_to_write_on() -> None:
    one_gap = (
        BLANK.replace(" minus __(2)__", "").replace("减去____", "").partition("      - right: {en: [exp")
    )
    single = one_gap[0] + '    explain: {en: "By subtraction.", zh: "相减得到。"}\n'

    assert lines(BLANK)[-2:] == ["  (1) ____", "  (2) ____"]
    assert lines(single)[-1] == "  ____"
    assert [line for line in lines(NUMBERS, "zh") if "____" in line] == ["  ____ 元", "  ____ %"]
    assert lines(TEXT)[-3:] == ["  " + "_" * 40] * 3


def test_a_table_has_its_rows_with_lines_and_options_where_something_is_to_be_answered() -> None:
    rows = lines(TABLE, "zh")[-3:]

    assert rows[0] == " | 客户 | 比例 | 趋势"
    assert rows[1] in {"2 | ____ | – | 减少 / 增加", "2 | ____ | – | 增加 / 减少"}
    assert rows[2] == "3 | ____ | ____ % | –"


def test_controls_stand_with_their_bounds_and_what_is_fixed_after_them() -> None:
    assert lines(TARGET)[-4:] == [
        "  expectation = 65  [40 … 100]",
        "  service = 10  [0 … 60]",
        "  n = 300",
        "  periods = 6",
    ]


@pytest.mark.parametrize("item", KINDS.values(), ids=KINDS)
def test_every_field_is_shown_under_its_label_and_nothing_of_the_key(item: str) -> None:
    variant = drawn(item)
    for language in ("en", "zh"):
        shown = preview(exercise(item), variant, language)

        assert all(field.label[language] in shown for field in variant.question.fields)
        assert variant.explain[language] not in shown
