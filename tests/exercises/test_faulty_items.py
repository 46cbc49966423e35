"""What a teacher has written and cannot be asked is told where it stands, in both languages."""

from typing import Final

import pytest

from course import check_bank_text
from tests.exercises.banks import BLANK, HEAD, MATCH, NUMBER, NUMBERS, SAMPLE, TABLE, TARGET, TRUE_FALSE

RISE: Final = "rise: {between: [1, 5], step: 0.5}"
RIGHT: Final = "right: {en: [expectation], zh: [期望, 期望值]}"
GIVEN: Final = '- {given: {en: "–", zh: "–"}}\n          - name: trend'
SAMPLED: Final = (
    "    sample: {rows: 3, text: {en: A, zh: 甲}, where: 'true', right: \"'first'\", why: {en: A, zh: 甲}}\n"
)
STAFF: Final = """\
  - id: small.staff
    type: target
    curriculum: [12]
    simulation: relationships
    stem: {en: Keep them., zh: 留住客户。}
    controls: {staff: {}}
    goals: [{measure: value, op: ">=", value: 1, why: {en: Too few., zh: 太少。}}]
    tests: {pass: {staff: 1}, fail: {staff: 2}}
    explain: {en: Fewer leave., zh: 流失减少。}
"""
WAY: Final = ("exactly one of expr, choose and between", "三者须恰好写一个")
STEP: Final = ("between and step go together", "between 与 step 须一起写")
GAPS: Final = ("each of its 2 gaps exactly once", "2 个空须各出现一次")
CELL: Final = ("two options or more if it is a choice", "选择格至少两个选项")
GOAL: Final = ("either a measure, or an expr with its label", "要么写 measure，要么写 expr")
ROWS: Final = ("either rows, or a sample", "rows 与 sample 须恰好写一个")


def told(bank: str) -> list[tuple[str, str, str, str]]:
    """The place, the severity and what is said in each language of everything that is amiss."""
    problems = check_bank_text(bank, "small.yaml", others={})[0]
    return [
        (f"{one.file}:{one.line}:{one.column}", one.severity, one.said("en"), one.said("zh"))
        for one in problems
    ]


@pytest.mark.parametrize(
    ("item", "written", "instead", "place", "said"),
    [
        (NUMBER, RISE, "rise: {}", "10:13", WAY),
        (NUMBER, RISE, 'rise: {choose: [1], expr: "2"}', "10:13", WAY),
        (NUMBER, RISE, "rise: {between: [1, 5]}", "10:13", STEP),
        (NUMBER, RISE, "rise: {choose: [1, 5], step: 0.5}", "10:13", STEP),
        (
            NUMBER,
            RISE,
            "rise: {between: [5, 1], step: 1}",
            "10:13",
            ("the low bound to the high", "先写下限"),
        ),
        (NUMBER, "{expr: truth,", "{expr: who,", "5:5", ("who is not a number", "who 不是数值")),
        (BLANK, RIGHT, "right: {}", "11:16", ("at least one wording", "至少要写一种填法")),
        (BLANK, RIGHT, "right: {en: ['...']}", "11:16", ("not marks alone", "不能只有标点")),
        (
            BLANK,
            "[need]",
            "[Expectation.]",
            "13:13",
            ("“Expectation.” counts as two", "“Expectation.”在这一空"),
        ),
        (BLANK, "minus __(2)__.", "minus it.", "8:16", GAPS),
        (BLANK, "减去____", "减去__(1)__", "8:62", GAPS),
        (
            TABLE,
            ', why: {en: "Nobody has joined.", zh: "没有新客户。"}',
            "",
            "20:17",
            ("needs a why", "须写 why"),
        ),
        (TABLE, "{name: second, answer", "{answer", "15:13", CELL),
        (TABLE, GIVEN, GIVEN.replace("{given", "{name: odd, given", 1), "16:13", CELL),
        (
            TABLE,
            GIVEN,
            GIVEN.replace('"–"}}', '"–"}, unit: percent}', 1),
            "16:13",
            ("belong to a cell with", "只用于"),
        ),
        (TARGET, "{measure: mean_gap,", "{measure: mean_gap, expr: service,", "14:9", GOAL),
        (TARGET, "{measure: mean_gap,", "{expr: service,", "14:9", GOAL),
        (STAFF, "staff: {}", "staff: {}", "10:23", ("staff is not a number", "staff 不是数值参数")),
        (MATCH, "    rows:\n", f"{SAMPLED}    rows:\n", "5:5", ROWS),
        (SAMPLE, "    data: survey\n", "", "5:5", ROWS),
    ],
)
def test_what_cannot_be_asked_is_told_at_its_place(
    item: str, written: str, instead: str, place: str, said: tuple[str, str]
) -> None:
    assert written in item
    (problem,) = told(HEAD + item.replace(written, instead, 1))

    assert problem[:2] == (f"small.yaml:{place}", "error")
    assert said[0] in problem[2]
    assert said[1] in problem[3]


def test_a_table_that_asks_for_nothing_and_a_cell_that_reads_the_data_behind_another_are_told() -> None:
    head, _, _ = TABLE.partition("    rows:\n")
    given = ", ".join(["{given: {en: a, zh: 甲}}"] * 3)
    empty = f"{head}    rows:\n      - text: {{en: x, zh: 乙}}\n        cells: [{given}]\n"
    empty += "    explain: {en: Multiply., zh: 连乘。}\n"
    reading = TABLE.replace("    params:", "    data: survey\n    params:").replace(
        '"second * rest"', "\"second * mean(col('expected'))\""
    )

    assert [one[0] for one in told(HEAD + empty)] == ["small.yaml:13:7"]
    assert "no cell to fill in" in told(HEAD + empty)[0][2]
    assert "没有要填的格子" in told(HEAD + empty)[0][3]
    assert [one[0] for one in told(HEAD + reading)] == ["small.yaml:24:67"]
    assert "cannot read the data itself" in told(HEAD + reading)[0][2]
    assert "不能直接读数据列" in told(HEAD + reading)[0][3]


@pytest.mark.parametrize(
    ("written", "instead", "is_told"),
    [
        ("Satisfaction is", "What they expect, the expectation:", True),
        ("Satisfaction is", "Expectation,", True),
        ("得到客户的满意程度", "得到expectation的满意程度", True),
        ("得到客户的满意程度", "得到客户的期望值", True),
        ("Satisfaction is", "Expectations are", False),
        ("Satisfaction is", "Unexpected is", False),
    ],
)
def test_a_sentence_that_shows_the_words_of_a_gap_is_told_whatever_stands_beside_them(
    written: str, instead: str, is_told: bool
) -> None:
    assert written in BLANK
    found = [(one[0], one[1]) for one in told(HEAD + BLANK.replace(written, instead, 1))]

    assert found == [("small.yaml:11:9", "warning")] * is_told


@pytest.mark.parametrize(
    ("answer", "en", "zh"), [("won + lost > 0", "True", "对"), ("won > 90", "False", "错")]
)
def test_a_statement_that_no_draw_makes_otherwise_is_told(answer: str, en: str, zh: str) -> None:
    ((place, severity, said_en, said_zh),) = told(HEAD + TRUE_FALSE.replace("won > lost", answer))

    assert (place, severity) == ("small.yaml:12:13", "warning")
    assert f"the answer is “{en}”" in said_en
    assert f"答案总是“{zh}”" in said_zh


@pytest.mark.parametrize(
    ("item", "written", "instead"),
    [
        (NUMBERS, "of which a quarter is profit", "of which 25% is profit"),
        (TABLE, "customers {{rest:.0%}} stay", "customers {{kept:.0f}} stay"),
    ],
)
def test_a_number_that_the_stem_shows_is_told(item: str, written: str, instead: str) -> None:
    more = item.replace("choose: [0.5, 0.8]}}", 'choose: [0.5, 0.8]}, kept: {expr: "start * rest"}}')
    ((place, severity, en, zh),) = told(HEAD + more.replace(written, instead))

    assert (place, severity) == ("small.yaml:9:11", "warning")
    assert "The stem shows the answer" in en
    assert "直接出现了答案" in zh
